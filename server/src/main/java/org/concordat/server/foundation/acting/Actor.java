package org.concordat.server.foundation.acting;

import java.util.Optional;
import java.util.UUID;

/** Whoever something is done for. */
public sealed interface Actor {

    /** Not signed in. Sees no row. */
    record Nobody() implements Actor {}

    /**
     * Signed in, and yet to choose in which of several roles. May choose one or leave, and sees nothing but what concerns
     * their own account.
     */
    record Undecided(UUID person) implements Actor {}

    /**
     * A person in one role, for the length of a session. What they hold in other roles does not count.
     *
     * @param assignment the role as it was given to this person, or to whom they stand in for
     * @param organisation its code, such as {@code tideford-council}
     * @param team its code, where the role is held in one team alone
     * @param practice whether they practise on made-up data, where nothing counts
     */
    record InRole(UUID person, UUID assignment, String organisation, Optional<String> team, Role role, boolean practice)
            implements Actor {}

    /**
     * Another computer system of an organisation, by its client credentials.
     *
     * @param client its id
     */
    record Client(UUID client, String organisation, Optional<String> team, Role role) implements Actor {}

    /**
     * The server itself, in a job or before anybody is known.
     *
     * @param task what it does, for the audit log, such as {@code sign-in}
     */
    record Server(String task) implements Actor {}

    /** The organisation in whose name this is done, if any. */
    default Optional<String> actsFor() {
        return switch (this) {
            case InRole inRole -> Optional.of(inRole.organisation());
            case Client client -> Optional.of(client.organisation());
            case Nobody _, Undecided _, Server _ -> Optional.empty();
        };
    }

    /** The role in which this is done, if any. */
    default Optional<Role> inWhichRole() {
        return switch (this) {
            case InRole inRole -> Optional.of(inRole.role());
            case Client client -> Optional.of(client.role());
            case Nobody _, Undecided _, Server _ -> Optional.empty();
        };
    }

    /** The person behind it, if any. */
    default Optional<UUID> who() {
        return switch (this) {
            case InRole inRole -> Optional.of(inRole.person());
            case Undecided undecided -> Optional.of(undecided.person());
            case Client _, Nobody _, Server _ -> Optional.empty();
        };
    }
}
