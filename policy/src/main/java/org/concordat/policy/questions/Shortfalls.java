package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.decide.Decision;

/** What a schedule and the tiers above it still want before data can go along a route: signatures, a first day, a review. */
final class Shortfalls {

    private Shortfalls() {}

    /** Signatures, beginnings and joinings that are wanting on a day, lowest tier first. */
    static List<Missing> of(AgreementFolder folder, Route route, LocalDate day) {
        var missing = new ArrayList<Missing>();
        for (Agreement document : tiers(folder, route.schedule())) {
            if (document.from().isAfter(day)) {
                missing.add(new Missing.Beginning(document.id(), document.from()));
            }
            for (String side : sides(route)) {
                missing.addAll(of(folder, document, side, day));
                document.party(side)
                        .flatMap(Agreement.Party::accession)
                        .map(folder.accessions()::get)
                        .ifPresent(accession -> missing.addAll(of(folder, accession, day)));
            }
        }
        return missing;
    }

    /** What one organisation still owes a document on a day. */
    static List<Missing> of(AgreementFolder folder, Agreement document, String organisation, LocalDate day) {
        var missing = new ArrayList<Missing>();
        document.party(organisation)
                .filter(party -> party.joined().isAfter(day))
                .ifPresent(party -> missing.add(new Missing.Joining(document.id(), organisation, party.joined())));
        Signature.State state = folder.signatureState(document.id(), organisation, day);
        if (state != Signature.State.SIGNED) {
            missing.add(new Missing.PartySignature(document.id(), organisation, state));
        }
        return missing;
    }

    /** Who has yet to sign an accession on a day, before whoever joins by it is a party. */
    static List<Missing.PartySignature> of(AgreementFolder folder, Accession accession, LocalDate day) {
        return folder.unsigned(accession, day).entrySet().stream()
                .map(unsigned -> new Missing.PartySignature(accession.id(), unsigned.getKey(), unsigned.getValue()))
                .toList();
    }

    /** What else a decision needs. */
    static Missing of(Decision.Need need) {
        return need.row()
                .<Missing>map(row -> new Missing.OfficersVerification(row, need.question(), need.supplier()))
                .orElseGet(() -> new Missing.Answer(need.question(), need.supplier()));
    }

    /** The first day, from {@code day} on, on which all tiers have begun and both sides have joined them. */
    static LocalDate begun(AgreementFolder folder, Route route, LocalDate day) {
        LocalDate begun = day;
        for (Agreement document : tiers(folder, route.schedule())) {
            begun = later(begun, document.from());
            for (String side : sides(route)) {
                begun = later(
                        begun, document.party(side).map(Agreement.Party::joined).orElse(begun));
            }
        }
        return begun;
    }

    /** What should be looked at, though no decision turns on it. */
    static List<String> cautions(AgreementFolder folder, String schedule, LocalDate day) {
        return tiers(folder, schedule).stream()
                .filter(document -> document.reviewBy().isBefore(day))
                .map(document ->
                        "The review of '" + document.id() + "' has been due since " + document.reviewBy() + ".")
                .toList();
    }

    /** The schedule and the tiers above it, lowest first. */
    static List<Agreement> tiers(AgreementFolder folder, String schedule) {
        return Optional.ofNullable(folder.agreements().get(schedule))
                .map(folder::upwards)
                .orElse(List.of());
    }

    private static Set<String> sides(Route route) {
        return new TreeSet<>(
                List.of(route.sender().organisation(), route.recipient().organisation()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
