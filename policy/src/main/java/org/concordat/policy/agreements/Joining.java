package org.concordat.policy.agreements;

import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.OrganisationKind;

/**
 * Who may join a document later, as all agree who sign it. It is part of the text, so that a joiner changes nothing that anybody
 * signed.
 *
 * @param kinds what a joiner may be: it may be nothing besides
 * @param actsAs the directions in which it may act, each of them one in which {@code like} acts
 * @param like a party of the document, whose role, powers, basis and being a recipient a joiner takes over
 * @param acceptedBy the party that must sign each accession; empty where anybody of these kinds may join
 */
public record Joining(Set<OrganisationKind> kinds, Set<Direction> actsAs, String like, Optional<String> acceptedBy) {}
