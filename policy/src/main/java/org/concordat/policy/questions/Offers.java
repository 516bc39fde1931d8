package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.law.LawPack;

/**
 * For each organisation, what it should offer its partners and what it may expect of them.
 *
 * @param list one for each organisation of the folder, in order of id
 */
public record Offers(LocalDate day, List<Offer> list) {

    public Offers {
        list = List.copyOf(list);
    }

    /**
     * One organisation's part.
     *
     * @param sends what it has agreed to send and may
     * @param receives what it may expect
     * @param sendsOnceSupplied what it has agreed to send and almost may
     * @param receivesOnceSupplied what it may expect once something is supplied
     * @param owes what it still owes to agreements that name it as a party: its signature, its joining
     * @param couldOffer datasets of its own that no agreement covers and for which there may be a power: never a permission
     * @param couldExpect the same of its partners' datasets
     */
    public record Offer(
            String organisation,
            List<Flow> sends,
            List<Flow> receives,
            List<Flow> sendsOnceSupplied,
            List<Flow> receivesOnceSupplied,
            List<Missing> owes,
            List<Candidate> couldOffer,
            List<Candidate> couldExpect) {
        public Offer {
            sends = List.copyOf(sends);
            receives = List.copyOf(receives);
            sendsOnceSupplied = List.copyOf(sendsOnceSupplied);
            receivesOnceSupplied = List.copyOf(receivesOnceSupplied);
            owes = List.copyOf(owes);
            couldOffer = List.copyOf(couldOffer);
            couldExpect = List.copyOf(couldExpect);
        }

        /** In a few sentences. */
        public String sentence() {
            return Sentences.of(this);
        }
    }

    /** Of every organisation. */
    public static Offers of(AgreementFolder folder, LawPack law, LocalDate day) {
        Flows flows = Flows.of(folder, law, day);
        List<Candidate> candidates = Candidates.of(folder, law, day);
        return new Offers(
                day,
                folder.organisations().values().stream()
                        .map(organisation -> offer(organisation, folder, day, flows, candidates))
                        .toList());
    }

    /** That organisation's part; none when the folder does not describe it. */
    public Optional<Offer> of(String organisation) {
        return list.stream()
                .filter(offer -> offer.organisation().equals(organisation))
                .findFirst();
    }

    private static Offer offer(
            Organisation organisation, AgreementFolder folder, LocalDate day, Flows flows, List<Candidate> candidates) {
        String id = organisation.id();
        Flows sent = flows.from(id);
        Flows received = flows.to(id);
        return new Offer(
                id,
                sent.may().list(),
                received.may().list(),
                sent.almost().list(),
                received.almost().list(),
                owes(folder, id, day),
                candidates.stream()
                        .filter(candidate -> candidate.sender().equals(id))
                        .toList(),
                candidates.stream()
                        .filter(candidate -> candidate.recipients().contains(id))
                        .toList());
    }

    private static List<Missing> owes(AgreementFolder folder, String organisation, LocalDate day) {
        var owes = new ArrayList<Missing>();
        for (Agreement document : folder.agreements().values()) {
            boolean concerned = !document.lastDay().isBefore(day)
                    && document.party(organisation)
                            .filter(party -> party.left().filter(day::isAfter).isEmpty())
                            .isPresent();
            if (concerned) {
                owes.addAll(Shortfalls.of(folder, document, organisation, day));
            }
        }
        folder.accessions().values().stream()
                .filter(accession -> accession.left().filter(day::isAfter).isEmpty())
                .filter(accession -> Optional.ofNullable(folder.agreements().get(accession.to()))
                        .filter(document -> !document.lastDay().isBefore(day))
                        .isPresent())
                .flatMap(accession -> Shortfalls.of(folder, accession, day).stream())
                .filter(signature -> signature.organisation().equals(organisation))
                .forEach(owes::add);
        return owes;
    }
}
