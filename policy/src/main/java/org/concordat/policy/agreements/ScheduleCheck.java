package org.concordat.policy.agreements;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.SharingForm;

/** Whether what only a schedule says fits together: data, powers, bases, recipients. */
final class ScheduleCheck {
    private final AgreementFolder folder;
    private final LawPack law;
    private final Agreement schedule;
    private final Terms terms;
    private final Problems problems;

    ScheduleCheck(AgreementFolder folder, LawPack law, Agreement schedule, Terms terms, Problems problems) {
        this.folder = folder;
        this.law = law;
        this.schedule = schedule;
        this.terms = terms;
        this.problems = problems;
    }

    void run() {
        Values values = schedule.text();
        values.groups("data").forEach(this::item);
        values.group("law").groups("powers").forEach(power -> {
            party(power, party -> true, "is no party");
            known(power, "row", "row of the law pack", law.rows().keySet());
        });
        values.group("law").groups("bases").forEach(this::basis);
        values.group("flow").groups("recipients").forEach(this::recipient);
        values.group("law")
                .texts("further-processing")
                .forEach(id -> knownIn(
                        values.group("law").place("further-processing"),
                        "purpose",
                        id,
                        folder.purposes().keySet()));
        values.group("flow")
                .texts("onward-to")
                .forEach(id -> knownIn(
                        values.group("flow").place("onward-to"),
                        "organisation",
                        id,
                        folder.organisations().keySet()));
        everyPartyHasItsLaw(values);
        consent(values);
        safeguards(values);
    }

    private void item(Values item) {
        Dataset dataset = folder.datasets().get(item.text("dataset"));
        if (dataset == null) {
            known(item, "dataset", "dataset", folder.datasets().keySet());
            return;
        }
        for (String list : List.of("fields", "matched-on")) {
            item.texts(list)
                    .forEach(id -> knownIn(
                            item.place(list),
                            "field of '" + dataset.id() + "'",
                            id,
                            dataset.fields().keySet()));
        }
        boolean sends = schedule.party(dataset.holder())
                .filter(party -> party.actsAs().contains(Direction.SENDER))
                .isPresent();
        if (!sends) {
            problems.add(
                    "HOLDER-NOT-SENDER",
                    item.place("dataset"),
                    "'" + dataset.holder() + "', which holds '" + dataset.id() + "', is no sending party.",
                    "Add it to the parties as sender, or leave the dataset out.");
        }
        long times = terms.items().stream()
                .filter(other -> other.dataset().equals(dataset.id()))
                .count();
        if (times > 1) {
            problems.add(
                    "LIST-REPEATS",
                    item.place("dataset"),
                    "'" + dataset.id() + "' is there twice.",
                    "Put its fields together.");
        }
    }

    private void basis(Values basis) {
        party(basis, party -> true, "is no party");
        for (String field : List.of("paragraph", "criminal-paragraph")) {
            if (basis.has(field)) {
                known(
                        basis,
                        field,
                        "paragraph of the law pack",
                        law.paragraphs().keySet());
            }
        }
    }

    private void recipient(Values recipient) {
        party(recipient, party -> party.actsAs().contains(Direction.RECEIVER), "is no receiving party");
        recipient
                .texts("roles")
                .forEach(id -> knownIn(
                        recipient.place("roles"), "role", id, folder.roles().keySet()));
        recipient.optionalText("team").ifPresent(id -> {
            Team team = folder.teams().get(id);
            if (team == null || !team.organisation().equals(recipient.text("organisation"))) {
                knownIn(recipient.place("team"), "team of '" + recipient.text("organisation") + "'", id, Set.of());
            }
        });
    }

    private void everyPartyHasItsLaw(Values values) {
        for (Party party : schedule.parties()) {
            if (party.role() == PartyRole.PROCESSOR) {
                continue;
            }
            if (party.actsAs().contains(Direction.SENDER)
                    && terms.powersOf(party.organisation()).isEmpty()) {
                problems.add(
                        "POWER-MISSING",
                        values.group("law").place("powers"),
                        "'" + party.organisation() + "' sends, and no power of it is named.",
                        "Name the row of the law pack on which it relies.");
            }
            long bases = terms.bases().stream()
                    .filter(basis -> basis.organisation().equals(party.organisation()))
                    .count();
            if (bases != 1) {
                problems.add(
                        "BASIS-MISSING",
                        values.group("law").place("bases"),
                        "'" + party.organisation() + "' has " + bases + " lawful bases.",
                        "Name exactly one.");
            }
        }
    }

    private void consent(Values values) {
        boolean asked = terms.confidentiality() == ConfidenceRoute.CONSENT
                || terms.bases().stream().anyMatch(basis -> basis.basis() == LawfulBasis.CONSENT);
        if (asked && !terms.saysHowConsentIsAsked()) {
            problems.add(
                    "CONSENT-UNSAID",
                    values.place("law"),
                    "It relies on consent, and does not say how consent is asked.",
                    "Add 'consent' with route and wording.");
        }
    }

    private void safeguards(Values values) {
        boolean tables = schedule.forms().contains(SharingForm.AGGREGATED);
        if (tables && terms.safeguards().suppressBelowPersons() == 0) {
            problems.add(
                    "SUPPRESSION-MISSING",
                    values.group("safeguards").place("suppress-below"),
                    "Tables may leave, and no small number is hidden.",
                    "Say below which count a cell is hidden, or leave 'aggregated' out of the forms.");
        }
    }

    private void party(Values values, Predicate<Party> wanted, String complaint) {
        String id = values.text("organisation");
        if (schedule.party(id).filter(wanted).isEmpty()) {
            problems.add(
                    "NOT-A-PARTY",
                    values.place("organisation"),
                    "'" + id + "' " + complaint + ".",
                    "Add it to the parties, or take it away here.");
        }
    }

    private void known(Values values, String field, String kind, Set<String> ids) {
        knownIn(values.place(field), kind, values.text(field), ids);
    }

    private void knownIn(Place place, String kind, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            FolderCheck.unknown(problems, place, kind, id, ids);
        }
    }
}
