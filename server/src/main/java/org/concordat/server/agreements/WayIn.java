package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Joining;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;

/** Whether an organisation may join a document by what all who signed it agreed to, and which tiers it joins with it. */
public sealed interface WayIn {

    /** What stands in the way; each has a message of the area, {@code agreements.way.<word>}. */
    enum Hindrance implements org.concordat.policy.words.Word {
        NOT_AGREED,
        CLOSED,
        CLOSED_ABOVE,
        ALREADY_PARTY,
        UNDER_WAY,
        KIND,
        NATION
    }

    /** It may. */
    record Open(List<Step> steps) implements WayIn {
        public Open {
            steps = List.copyOf(steps);
        }
    }

    /**
     * It may not.
     *
     * @param document the tier that stands in the way
     */
    record Shut(Hindrance hindrance, String document) implements WayIn {}

    /**
     * One tier that is joined.
     *
     * @param like the party that one joins like
     * @param from the tier's first day
     */
    record Step(String document, String like, Optional<String> acceptedBy, LocalDate from) {}

    /** The way of an organisation of these kinds, on a day. */
    static WayIn of(
            AgreementFolder folder,
            String document,
            String organisation,
            Set<OrganisationKind> kinds,
            Nation nation,
            LocalDate day) {
        Agreement target = folder.agreements().get(document);
        if (target == null) {
            return new Shut(Hindrance.NOT_AGREED, document);
        }
        var steps = new ArrayList<Step>();
        for (Agreement tier : folder.upwards(target)) {
            Optional<Hindrance> stands =
                    standing(folder, tier, organisation, day, tier.id().equals(document));
            if (stands.isPresent()) {
                return new Shut(stands.get(), tier.id());
            }
            if (isParty(tier, organisation, day)) {
                continue;
            }
            Optional<Joining> joining = tier.joining();
            if (joining.isEmpty()) {
                return new Shut(tier.id().equals(document) ? Hindrance.CLOSED : Hindrance.CLOSED_ABOVE, tier.id());
            }
            if (!joining.get().kinds().containsAll(kinds)) {
                return new Shut(Hindrance.KIND, tier.id());
            }
            if (tier.nation() != nation) {
                return new Shut(Hindrance.NATION, tier.id());
            }
            steps.add(new Step(tier.id(), joining.get().like(), joining.get().acceptedBy(), tier.from()));
        }
        return new Open(steps);
    }

    /** Datasets of the party that one joins like, for which joiners bring their own; none where they send nothing. */
    static List<String> modelDatasets(AgreementFolder folder, String document) {
        return Stream.ofNullable(folder.agreements().get(document))
                .filter(agreement -> agreement
                        .joining()
                        .filter(joining -> joining.actsAs().contains(Direction.SENDER))
                        .isPresent())
                .flatMap(agreement -> agreement.terms().stream()
                        .flatMap(terms -> terms.items().stream())
                        .map(item -> item.dataset())
                        .filter(dataset -> Optional.ofNullable(folder.datasets().get(dataset))
                                .filter(found -> found.holder()
                                        .equals(agreement
                                                .joining()
                                                .orElseThrow()
                                                .like()))
                                .isPresent()))
                .distinct()
                .toList();
    }

    private static boolean isParty(Agreement tier, String organisation, LocalDate day) {
        return tier.party(organisation)
                .filter(party -> party.accession().isEmpty()
                        || party.left().filter(day::isAfter).isEmpty())
                .isPresent();
    }

    private static Optional<Hindrance> standing(
            AgreementFolder folder, Agreement tier, String organisation, LocalDate day, boolean isTarget) {
        if (!isParty(tier, organisation, day)) {
            return Optional.empty();
        }
        Optional<Accession> accession =
                tier.party(organisation).flatMap(Agreement.Party::accession).map(folder.accessions()::get);
        boolean counts = accession.isEmpty()
                || folder.unsigned(accession.get(), day).isEmpty()
                        && folder.signatureState(tier.id(), organisation, day) == Signature.State.SIGNED;
        if (!counts) {
            return Optional.of(Hindrance.UNDER_WAY);
        }
        return isTarget ? Optional.of(Hindrance.ALREADY_PARTY) : Optional.empty();
    }
}
