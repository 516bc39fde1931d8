package org.concordat.server.requests;

import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.acting.Role;

/** How an impact assessment stands, and the one table of how it goes on: each state names its step, who takes it, and what follows. */
public enum ImpactState implements Word {
    /** Being written. */
    BEING_WRITTEN,
    /** The data protection officer has given an opinion. */
    OPINION_GIVEN,
    /** An officer has decided whether the risks that remain are acceptable. */
    DECIDED,
    /** Another person has signed the decision off. */
    SIGNED_OFF;

    /** What takes an assessment on. */
    public enum Step implements Word {
        /** The data protection officer's opinion. */
        OPINION,
        /** Whether the risks that remain are acceptable. */
        DECIDE,
        /** Sign-off by another person. */
        SIGN_OFF,
        /** Open it again, because it is time or something changed. */
        REVIEW
    }

    /** A permitted change. */
    public record Move(Step step, ImpactState from, ImpactState to, Set<Role> roles) {
        public Move {
            roles = Set.copyOf(roles);
        }
    }

    /** The change that leads on from here. */
    public Move next() {
        return switch (this) {
            case BEING_WRITTEN ->
                new Move(Step.OPINION, this, OPINION_GIVEN, Set.of(Role.INFORMATION_GOVERNANCE_OFFICER));
            case OPINION_GIVEN ->
                new Move(
                        Step.DECIDE,
                        this,
                        DECIDED,
                        Set.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.EXECUTIVE_SIGNATORY));
            case DECIDED ->
                new Move(
                        Step.SIGN_OFF,
                        this,
                        SIGNED_OFF,
                        Set.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.EXECUTIVE_SIGNATORY, Role.CALDICOTT_GUARDIAN));
            case SIGNED_OFF ->
                new Move(
                        Step.REVIEW,
                        this,
                        BEING_WRITTEN,
                        Set.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER));
        };
    }

    /** The change that this step makes here, if any. */
    public Optional<Move> move(Step step) {
        return Optional.of(next()).filter(move -> move.step() == step);
    }
}
