package org.concordat.server.decisions;

import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;

/** People who act in tests. */
final class Officers {

    private Officers() {}

    /** Somebody new in that role. */
    static Actor.InRole officer(String organisation, Role role) {
        return new Actor.InRole(UUID.randomUUID(), UUID.randomUUID(), organisation, Optional.empty(), role, false);
    }

    /** The same, who practises. */
    static Actor.InRole learner(String organisation, Role role) {
        return new Actor.InRole(UUID.randomUUID(), UUID.randomUUID(), organisation, Optional.empty(), role, true);
    }

    /** Another computer system of an organisation. */
    static Actor.Client system(String organisation) {
        return new Actor.Client(UUID.randomUUID(), organisation, Optional.empty(), Role.PRACTITIONER);
    }
}
