package org.concordat.server.parties;

import java.util.Set;
import org.concordat.policy.words.OrganisationKind;

/**
 * A service within an organisation: one controller, several hats.
 *
 * @param code never changes
 * @param function what it does, in a sentence
 * @param kinds which of its organisation's kinds it acts as; without any it has none of its special powers
 */
public record Team(
        String code, String organisation, String name, String function, Set<OrganisationKind> kinds, int version) {
    public Team {
        kinds = Set.copyOf(kinds);
    }
}
