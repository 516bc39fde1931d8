package org.concordat.server.parties;

import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.acting.Role;

/**
 * A role that was given to a person.
 *
 * @param organisation for which it is held, which for somebody on secondment is not the employer
 * @param team where it is held in one team alone
 * @param deputy who stands in while the person is away
 */
public record Assignment(
        UUID id,
        UUID person,
        String organisation,
        Optional<String> team,
        Role role,
        Optional<UUID> deputy,
        int version) {}
