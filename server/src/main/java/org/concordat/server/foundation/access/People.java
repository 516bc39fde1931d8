package org.concordat.server.foundation.access;

import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.acting.Actor;

/** What doors must know of people and their roles. Implemented by the area that keeps them. */
public interface People {

    /**
     * Who acts when this person does, as things stand now.
     *
     * @param assignment the role that was chosen for the session, if one was
     * @return empty when the person may not sign in any more; {@link Actor.Undecided} when the role does not hold any more
     */
    Optional<Actor> actor(UUID person, Optional<UUID> assignment);

    /** The client system whose token this is, if it is one that counts now. */
    Optional<Actor.Client> client(String token);
}
