package org.concordat.policy.agreements;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Tier;

/**
 * Whether the files of a folder fit together: what one names another describes, each tier lies within the one above, and
 * dates, powers and bases are there for everyone who needs them.
 */
final class FolderCheck {

    private static final int MOST_SUGGESTED = 12;

    private final AgreementFolder folder;
    private final LawPack law;
    private final Map<String, Map<String, Values>> files;
    private final Problems problems;
    private final AccessionCheck accessions;

    FolderCheck(AgreementFolder folder, LawPack law, Map<String, Map<String, Values>> files, Problems problems) {
        this.folder = folder;
        this.law = law;
        this.files = files;
        this.problems = problems;
        this.accessions = new AccessionCheck(folder, problems);
    }

    /** The folder with those who joined its documents among their parties, where nothing is wrong with these. */
    AgreementFolder run() {
        folder.organisations().values().forEach(this::organisation);
        folder.teams().values().forEach(this::team);
        folder.datasets().values().forEach(this::dataset);
        folder.signatures().forEach(this::signature);
        each("verification").forEach(values -> lawRow(values, "row", values.text("row")));
        int before = problems.count();
        folder.agreements().values().forEach(this::agreement);
        if (problems.count() == before) {
            folder.accessions().values().forEach(accessions::accession);
        }
        if (problems.count() > before) {
            return folder;
        }
        AgreementFolder joined = Joiners.joined(folder);
        joined.agreements().values().forEach(agreement -> withinParent(joined, agreement));
        return joined;
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
        if (!folder.accessions().containsKey(signature.of())) {
            known(
                    values.place("of"),
                    "protocol, agreement, schedule or accession",
                    signature.of(),
                    folder.agreements().keySet());
        }
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
        accessions.joining(agreement);
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
            Set<String> candidates = folder.agreements().values().stream()
                    .filter(other -> other.tier() == wanted)
                    .map(Agreement::id)
                    .limit(MOST_SUGGESTED + 1)
                    .collect(Collectors.toCollection(TreeSet::new));
            unknown(place, wanted.word(), agreement.parent().get(), candidates);
        }
    }

    /** A schedule may not exceed its agreement, nor an agreement its protocol. */
    private void withinParent(AgreementFolder joined, Agreement agreement) {
        Optional<Agreement> above = agreement.parent().map(joined.agreements()::get);
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
        Map<String, Place> places = values.groups("parties").stream()
                .collect(Collectors.toMap(party -> party.text("organisation"), Values::place, (one, other) -> one));
        for (Party mine : agreement.parties()) {
            boolean covered = parent.party(mine.organisation())
                    .filter(theirs -> theirs.actsAs().containsAll(mine.actsAs()))
                    .filter(theirs -> !mine.joined().isBefore(theirs.joined()))
                    .isPresent();
            if (!covered) {
                Place place = mine.accession()
                        .map(id -> file("accession", id).place())
                        .orElseGet(() -> places.getOrDefault(mine.organisation(), values.place("parties")));
                beyond(place, agreement, parent, "party '" + mine.organisation() + "'");
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
        String some = String.join(", ", ids.stream().limit(MOST_SUGGESTED).toList());
        problems.add(
                "REFERENCE-UNKNOWN",
                place,
                "No " + kind + " '" + id + "' is described.",
                ids.isEmpty()
                        ? "Add a file that describes it."
                        : "Correct the id, or add a file that describes it. Known: " + some
                                + (ids.size() > MOST_SUGGESTED ? " and more." : "."));
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
}
