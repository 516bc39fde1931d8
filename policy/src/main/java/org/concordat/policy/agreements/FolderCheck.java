package org.concordat.policy.agreements;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.Tier;

/**
 * Whether the files of a folder fit together: what one names another describes, each tier lies within the one above, and
 * dates, powers and bases are there for everyone who needs them.
 */
final class FolderCheck {

    private final AgreementFolder folder;
    private final LawPack law;
    private final Map<String, Map<String, Values>> files;
    private final Problems problems;

    FolderCheck(AgreementFolder folder, LawPack law, Map<String, Map<String, Values>> files, Problems problems) {
        this.folder = folder;
        this.law = law;
        this.files = files;
        this.problems = problems;
    }

    void run() {
        folder.organisations().values().forEach(this::organisation);
        folder.teams().values().forEach(this::team);
        folder.datasets().values().forEach(this::dataset);
        folder.signatures().forEach(this::signature);
        each("verification").forEach(values -> lawRow(values, "row", values.text("row")));
        int before = problems.count();
        folder.agreements().values().forEach(this::agreement);
        if (problems.count() == before) {
            folder.agreements().values().forEach(this::withinParent);
        }
    }

    private void organisation(Organisation organisation) {
        Values values = file("organisation", organisation.id());
        organisation.listedIn().forEach(row -> lawRow(values, "listed-in", row));
        unique(
                values,
                "signatories",
                organisation.signatories().stream()
                        .map(Organisation.Signatory::id)
                        .toList());
    }

    private void team(Team team) {
        Values values = file("team", team.id());
        Organisation organisation = folder.organisations().get(team.organisation());
        if (organisation == null) {
            unknown(
                    values.place("organisation"),
                    "organisation",
                    team.organisation(),
                    folder.organisations().keySet());
        } else if (!organisation.kinds().containsAll(team.kinds())) {
            problems.add(
                    "TEAM-KINDS",
                    values.place("kinds"),
                    "Team '" + team.id() + "' acts as something that its organisation is not.",
                    "Take it away, or add it to the organisation's kinds.");
        }
    }

    private void dataset(Dataset dataset) {
        Values values = file("dataset", dataset.id());
        known(
                values.place("holder"),
                "organisation",
                dataset.holder(),
                folder.organisations().keySet());
        dataset.receivedUnder().ifPresent(row -> lawRow(values, "received-under", row));
        dataset.collectedFor()
                .forEach(id -> known(
                        values.place("collected-for"),
                        "purpose",
                        id,
                        folder.purposes().keySet()));
        List<Values> fields = values.groups("fields");
        unique(
                values,
                "fields",
                fields.stream().map(field -> field.text("field")).toList());
        for (Values field : fields) {
            field.optionalText("codes").ifPresent(id -> known(field.place("codes"), "code-list", id, ids("code-list")));
            boolean sensitive = field.text("class").equals(FieldClass.SENSITIVE.word());
            if (sensitive != field.has("sensitive")) {
                problems.add(
                        "FIELD-SENSITIVITY",
                        field.place(),
                        "Field '" + field.text("field") + "' "
                                + (sensitive
                                        ? "is sensitive and does not say what makes it so."
                                        : "says what makes it sensitive, but its class is another."),
                        "Give the class 'sensitive' and 'sensitive: [...]' together, or neither.");
            }
        }
    }

    private void signature(Signature signature) {
        Values values = file("signature", signature.id());
        known(
                values.place("of"),
                "protocol, agreement or schedule",
                signature.of(),
                folder.agreements().keySet());
        known(
                values.place("organisation"),
                "organisation",
                signature.organisation(),
                folder.organisations().keySet());
    }

    private void agreement(Agreement agreement) {
        Values values = agreement.text();
        for (Values party : values.groups("parties")) {
            known(
                    party.place("organisation"),
                    "organisation",
                    party.text("organisation"),
                    folder.organisations().keySet());
        }
        unique(
                values,
                "parties",
                agreement.parties().stream().map(Party::organisation).toList());
        agreement
                .purposes()
                .forEach(id -> known(
                        values.group("purpose").place("purposes"),
                        "purpose",
                        id,
                        folder.purposes().keySet()));
        if (agreement.to().isBefore(agreement.from())) {
            problems.add("DATES-REVERSED", values.place("to"), "It ends before it begins.", "Correct the dates.");
        }
        if (agreement.reviewBy().isBefore(agreement.from())
                || agreement.reviewBy().isAfter(agreement.to())) {
            problems.add(
                    "REVIEW-OUTSIDE",
                    values.place("review-by"),
                    "The review does not fall between first and last day.",
                    "Choose a day between " + agreement.from() + " and " + agreement.to() + ".");
        }
        parent(agreement);
        agreement.terms().ifPresent(terms -> new ScheduleCheck(folder, law, agreement, terms, problems).run());
    }

    private void parent(Agreement agreement) {
        if (agreement.parent().isEmpty()) {
            return;
        }
        Place place = agreement.text().place("parent");
        Tier wanted = agreement.tier() == Tier.SCHEDULE ? Tier.AGREEMENT : Tier.PROTOCOL;
        Agreement parent = folder.agreements().get(agreement.parent().get());
        if (parent == null || parent.tier() != wanted) {
            Set<String> candidates = new TreeSet<>();
            folder.agreements().values().stream()
                    .filter(other -> other.tier() == wanted)
                    .forEach(other -> candidates.add(other.id()));
            unknown(place, wanted.word(), agreement.parent().get(), candidates);
        }
    }

    /** A schedule may not exceed its agreement, nor an agreement its protocol. */
    private void withinParent(Agreement agreement) {
        Optional<Agreement> above = agreement.parent().map(folder.agreements()::get);
        if (above.isEmpty()) {
            return;
        }
        Agreement parent = above.get();
        Values values = agreement.text();
        if (agreement.from().isBefore(parent.from()) || agreement.to().isAfter(parent.to())) {
            beyond(values.place(agreement.to().isAfter(parent.to()) ? "to" : "from"), agreement, parent, "its dates");
        }
        if (agreement.nation() != parent.nation()) {
            beyond(values.place("nation"), agreement, parent, "its nation");
        }
        if (!parent.purposes().containsAll(agreement.purposes())) {
            beyond(values.group("purpose").place("purposes"), agreement, parent, "a purpose");
        }
        if (!parent.forms().containsAll(agreement.forms())) {
            beyond(values.place("forms"), agreement, parent, "a form of sharing");
        }
        agreement
                .terms()
                .map(Terms::furtherPurposes)
                .filter(further -> !parent.purposes().containsAll(further))
                .ifPresent(further -> beyond(
                        values.group("law").place("further-processing"), agreement, parent, "a further purpose"));
        for (Values party : values.groups("parties")) {
            Optional<Party> mine = agreement.party(party.text("organisation"));
            Optional<Party> theirs = parent.party(party.text("organisation"));
            boolean covered = mine.isPresent()
                    && theirs.isPresent()
                    && theirs.get().actsAs().containsAll(mine.get().actsAs())
                    && !mine.get().joined().isBefore(theirs.get().joined());
            if (!covered) {
                beyond(party.place(), agreement, parent, "party '" + party.text("organisation") + "'");
            }
        }
    }

    private void beyond(Place place, Agreement agreement, Agreement parent, String what) {
        problems.add(
                "BEYOND-PARENT",
                place,
                "'" + agreement.id() + "' goes beyond '" + parent.id() + "' with " + what + ".",
                "Narrow it, or have the parties change and sign '" + parent.id() + "' first.");
    }

    private void lawRow(Values values, String field, String row) {
        if (law.row(row).isEmpty()) {
            unknown(values.place(field), "row of the law pack", row, law.rows().keySet());
        }
    }

    private void known(Place place, String kind, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            unknown(place, kind, id, ids);
        }
    }

    private void unknown(Place place, String kind, String id, Set<String> ids) {
        unknown(problems, place, kind, id, ids);
    }

    static void unknown(Problems problems, Place place, String kind, String id, Set<String> ids) {
        String some = String.join(", ", ids.stream().limit(12).toList());
        problems.add(
                "REFERENCE-UNKNOWN",
                place,
                "No " + kind + " '" + id + "' is described.",
                ids.isEmpty()
                        ? "Add a file that describes it."
                        : "Correct the id, or add a file that describes it. Known: " + some
                                + (ids.size() > 12 ? " and more." : "."));
    }

    private void unique(Values values, String field, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream()
                .filter(id -> !seen.add(id))
                .forEach(id -> problems.add(
                        "LIST-REPEATS",
                        values.place(field),
                        "'" + id + "' is there twice in '" + field + "'.",
                        "Keep one of them."));
    }

    private Values file(String kind, String id) {
        Values values = files.getOrDefault(kind, Map.of()).get(id);
        if (values == null) {
            throw new IllegalStateException("A record came from no file.");
        }
        return values;
    }

    private Collection<Values> each(String kind) {
        return files.getOrDefault(kind, Map.of()).values();
    }

    private Set<String> ids(String kind) {
        return files.getOrDefault(kind, Map.of()).keySet();
    }

    /** What a schedule adds: data, powers, bases, recipients. */
    private static final class ScheduleCheck {
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
            boolean tables = schedule.forms().contains(org.concordat.policy.words.SharingForm.AGGREGATED);
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
                unknown(problems, place, kind, id, ids);
            }
        }
    }
}
