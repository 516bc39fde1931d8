package org.concordat.policy.agreements;

import java.util.Set;
import org.concordat.policy.words.OrganisationKind;

/**
 * A service within an organisation: the same controller, one of its hats.
 *
 * @param kinds which of its organisation's kinds it acts as
 */
public record Team(String id, String name, String organisation, Set<OrganisationKind> kinds) {}
