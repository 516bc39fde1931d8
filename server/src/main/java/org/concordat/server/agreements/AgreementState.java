package org.concordat.server.agreements;

import java.util.EnumSet;
import java.util.Set;
import org.concordat.policy.words.Word;

/** How far a version of an agreement has come. All permitted changes stand here. */
public enum AgreementState implements Word {
    /** Being written. Nobody relies on it. */
    DRAFT,
    /** Its text stands, and the parties are asked to sign. */
    OUT_FOR_SIGNATURE,
    /** Signed. Decisions follow it. */
    IN_FORCE,
    /** Signed, and nothing is shared under it until somebody resumes it. */
    SUSPENDED,
    /** Over. */
    ENDED,
    /** A later version has taken its place. */
    SUPERSEDED,
    /** Given up before it was signed. */
    WITHDRAWN;

    /** What it may become next. */
    public Set<AgreementState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OUT_FOR_SIGNATURE, WITHDRAWN);
            case OUT_FOR_SIGNATURE -> EnumSet.of(IN_FORCE, WITHDRAWN);
            case IN_FORCE -> EnumSet.of(SUSPENDED, ENDED, SUPERSEDED);
            case SUSPENDED -> EnumSet.of(IN_FORCE, ENDED, SUPERSEDED);
            case ENDED, SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(AgreementState.class);
        };
    }

    /** Whether it may become that next. */
    public boolean mayBecome(AgreementState other) {
        return next().contains(other);
    }

    /** Whether decisions may follow it. */
    public boolean isInForce() {
        return this == IN_FORCE;
    }
}
