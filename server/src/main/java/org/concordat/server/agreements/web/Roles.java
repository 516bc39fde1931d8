package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.Set;
import org.concordat.server.agreements.AgreementState;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;

/** What whoever looks at a version may do with it next; for templates as much as for handlers. */
record Roles(Actor.InRole actor, AgreementVersion version) {

    static final Set<Role> WRITERS =
            EnumSet.of(PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER);

    /** Writes for the steward, or for any party while it is a draft. */
    private boolean writes() {
        return WRITERS.contains(actor.role())
                && (isSteward()
                        || version.state() == AgreementState.DRAFT
                                && version.parties().contains(actor.organisation()));
    }

    private boolean isSteward() {
        return version.steward().equals(actor.organisation());
    }

    public boolean mayEdit() {
        return writes() && version.state() == AgreementState.DRAFT;
    }

    public boolean mayWithdraw() {
        return writes() && version.state().mayBecome(AgreementState.WITHDRAWN);
    }

    public boolean mayChase() {
        return writes() && version.state() == AgreementState.OUT_FOR_SIGNATURE;
    }

    /** Any party may stop sharing under what it signed; only the steward lets it go on. */
    public boolean maySuspend() {
        return WRITERS.contains(actor.role())
                && (isSteward() || version.parties().contains(actor.organisation()))
                && version.state() == AgreementState.IN_FORCE;
    }

    public boolean mayResume() {
        return writes() && version.state() == AgreementState.SUSPENDED;
    }

    public boolean mayEnd() {
        return writes() && version.state().mayBecome(AgreementState.ENDED);
    }

    public boolean mayBeginNext() {
        return WRITERS.contains(actor.role())
                && (isSteward() || version.parties().contains(actor.organisation()))
                && version.state().isInForce();
    }

    /** @throws Refusal where it may not */
    static void require(boolean may) {
        if (!may) {
            throw new Refusal(403, "AGREEMENT-NOT-YOURS", "agreements.refusal.not-yours");
        }
    }

    static Refusal unknown(String code) {
        return new Refusal(404, "AGREEMENT-UNKNOWN", "agreements.refusal.unknown", code);
    }
}
