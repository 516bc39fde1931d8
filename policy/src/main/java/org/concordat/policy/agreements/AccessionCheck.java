package org.concordat.policy.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.Word;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who join keep within what all who signed the document agreed to: that anybody may join, of which kinds, like
 * which party, and so with which data.
 */
final class AccessionCheck {

    private final AgreementFolder folder;
    private final Problems problems;
    private final Set<List<String>> joined = new HashSet<>();

    AccessionCheck(AgreementFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** What a document itself says of joining. */
    void joining(Agreement document) {
        Optional<Joining> says = document.joining();
        if (says.isEmpty()) {
            return;
        }
        Joining joining = says.get();
        Values values = document.text().group("joining");
        isParty(values, "like", document, joining.like());
        joining.acceptedBy().ifPresent(accepting -> isParty(values, "accepted-by", document, accepting));
        if (joining.acceptedBy().isPresent() == values.saysYes("open")) {
            unclear(
                    values.place(),
                    joining.acceptedBy().isPresent()
                            ? "It is open to all, and yet somebody accepts each joiner."
                            : "Nobody accepts joiners, and it does not say that it is open to all.",
                    "Name the party that accepts with 'accepted-by', or say 'open: yes'.");
        }
        document.party(joining.like())
                .filter(model -> !model.actsAs().containsAll(joining.actsAs()))
                .ifPresent(model -> unclear(
                        values.place("acts-as"),
                        "Joiners would act as what '" + model.organisation() + "' is not.",
                        "Let them act as what it acts as: "
                                + String.join(
                                        ", ",
                                        model.actsAs().stream().map(Word::word).toList()) + "."));
    }

    private void isParty(Values values, String field, Agreement document, String organisation) {
        if (document.party(organisation).isEmpty()) {
            problems.add(
                    "NOT-A-PARTY",
                    values.place(field),
                    "'" + organisation + "' is no party.",
                    "Name a party of '" + document.id() + "'.");
        }
    }

    private void unclear(Place place, String cause, String remedy) {
        problems.add("JOINING-UNCLEAR", place, cause, remedy);
    }

    /** One accession, given that the documents have no problem. */
    void accession(Accession accession) {
        Values values = accession.text();
        if (folder.agreements().containsKey(accession.id())) {
            problems.add(
                    "ID-TWICE",
                    values.place(),
                    "'" + accession.id() + "' is the id of a document already.",
                    "Give the accession another id.");
        }
        Organisation organisation = folder.organisations().get(accession.organisation());
        Agreement document = folder.agreements().get(accession.to());
        if (organisation == null || document == null) {
            known(values, "organisation", "organisation", folder.organisations().keySet());
            known(
                    values,
                    "to",
                    "protocol, agreement or schedule",
                    folder.agreements().keySet());
            return;
        }
        document.joining()
                .ifPresentOrElse(
                        joining -> joins(accession, organisation, document, joining),
                        () -> problems.add(
                                "ACCESSION-CLOSED",
                                values.place("to"),
                                "'" + document.id() + "' does not say that anybody may join.",
                                "Have its parties add 'joining' and sign it again, or take the accession away."));
    }

    private void joins(Accession accession, Organisation organisation, Agreement document, Joining joining) {
        Values values = accession.text();
        String who = "'" + organisation.id() + "'";
        String what = "'" + document.id() + "'";
        if (document.party(organisation.id()).isPresent()) {
            twice(values, who + " is a party of " + what + " already.");
        } else if (!joined.add(List.of(document.id(), organisation.id()))) {
            twice(values, who + " joins " + what + " by another accession already.");
        }
        if (!joining.kinds().containsAll(organisation.kinds())) {
            var beyond = new TreeSet<String>();
            organisation.kinds().stream()
                    .filter(kind -> !joining.kinds().contains(kind))
                    .forEach(kind -> beyond.add(kind.word()));
            unfit(values, who + " is " + String.join(", ", beyond) + ", and such may not join " + what + ".");
        }
        if (organisation.nation() != document.nation()) {
            unfit(values, who + " acts in another nation than that of " + what + ".");
        }
        if (accession.joined().isBefore(document.from())) {
            problems.add(
                    "ACCESSION-EARLY",
                    values.place("joined"),
                    who + " joins before " + what + " begins on " + document.from() + ".",
                    "Choose that day or a later one.");
        }
        if (accession.left().filter(accession.joined()::isAfter).isPresent()) {
            problems.add(
                    "DATES-REVERSED",
                    values.place("left"),
                    who + " leaves before it joins.",
                    "Correct the dates, or take the accession away.");
        }
        if (!accession.like().equals(joining.like())) {
            beyond(
                    values.place("like"),
                    "One may join " + what + " like '" + joining.like() + "', not like '" + accession.like() + "'.",
                    "Write 'like: " + joining.like() + "'.");
            return;
        }
        document.party(joining.like()).ifPresent(model -> data(accession, document, joining, model));
    }

    private void twice(Values values, String cause) {
        problems.add(
                "ACCESSION-TWICE", values.place("organisation"), cause, "Keep one of them, or take this one away.");
    }

    private void unfit(Values values, String cause) {
        problems.add(
                "ACCESSION-UNFIT",
                values.place("organisation"),
                cause,
                "Take the accession away, or have the parties change 'joining' and sign again.");
    }

    private void beyond(Place place, String cause, String remedy) {
        problems.add("ACCESSION-BEYOND", place, cause, remedy);
    }

    private void data(Accession accession, Agreement document, Joining joining, Party model) {
        Values values = accession.text();
        boolean sends = document.terms().isPresent() && joining.actsAs().contains(Direction.SENDER);
        boolean receives = document.terms().isPresent() && joining.actsAs().contains(Direction.RECEIVER);
        if (!sends && values.has("datasets")) {
            beyond(
                    values.place("datasets"),
                    "Those who join '" + document.id() + "' send nothing under it.",
                    "Take 'datasets' away.");
        }
        for (String field : List.of("teams", "roles")) {
            if (!receives && values.has(field)) {
                beyond(
                        values.place(field),
                        "Those who join '" + document.id() + "' receive nothing under it.",
                        "Take '" + field + "' away.");
            }
        }
        document.terms().filter(terms -> sends).ifPresent(terms -> brings(accession, terms));
        document.terms().filter(terms -> receives).ifPresent(terms -> receives(accession, terms, model));
    }

    private void brings(Accession accession, Terms terms) {
        var seen = new HashSet<String>();
        for (Values pair : accession.text().groups("datasets")) {
            String id = pair.text("dataset");
            Dataset own = folder.datasets().get(id);
            Dataset model = folder.datasets().get(pair.text("stands-for"));
            if (own == null || model == null) {
                known(pair, "dataset", "dataset", folder.datasets().keySet());
                known(pair, "stands-for", "dataset", folder.datasets().keySet());
                continue;
            }
            if (!seen.add(id)) {
                problems.add(
                        "LIST-REPEATS",
                        pair.place("dataset"),
                        "'" + id + "' is there twice in 'datasets'.",
                        "Keep one of them.");
            }
            if (!own.holder().equals(accession.organisation())) {
                beyond(
                        pair.place("dataset"),
                        "'" + own.holder() + "' holds '" + id + "', not '" + accession.organisation() + "'.",
                        "Name a dataset that the joiner holds.");
            }
            Set<String> ofModel = model.holder().equals(accession.like()) ? terms.fieldsOf(model.id()) : Set.of();
            if (ofModel.isEmpty()) {
                beyond(
                        pair.place("stands-for"),
                        "'" + accession.like() + "' shares no '" + model.id() + "' under '" + accession.to() + "'.",
                        "Name a dataset that it shares there.");
            } else {
                fields(pair, own, model, ofModel);
            }
        }
    }

    private void fields(Values pair, Dataset own, Dataset model, Set<String> ofModel) {
        for (String id : pair.texts("fields")) {
            if (!ofModel.contains(id) || !own.fields().containsKey(id)) {
                beyond(
                        pair.place("fields"),
                        "'" + id + "' is no field that is shared of '" + model.id() + "' and that '" + own.id()
                                + "' has.",
                        "Choose from: " + String.join(", ", new TreeSet<>(ofModel)) + ".");
            }
        }
        var brought = new Accession.Brought(own.id(), model.id(), pair.textSet("fields"));
        Set<String> shared = new TreeSet<>(brought.shared(own, ofModel));
        shared.retainAll(own.fields().keySet());
        if (shared.isEmpty()) {
            beyond(
                    pair.place("dataset"),
                    "'" + own.id() + "' has none of the fields that are shared of '" + model.id() + "'.",
                    "Give its fields the same ids: " + String.join(", ", new TreeSet<>(ofModel)) + ".");
        }
        if (own.origin() != model.origin()) {
            unlike(pair, own, model, "were collected under another regime");
        }
        shared.stream()
                .filter(id -> !alike(own.fields().get(id), model.fields().get(id)))
                .forEach(id -> unlike(pair, own, model, "tell something else in '" + id + "'"));
    }

    /** What all who signed know of a field: another that is called so would be something that they have not agreed to. */
    private static boolean alike(@Nullable DatasetField own, @Nullable DatasetField model) {
        return own != null
                && model != null
                && own.fieldClass() == model.fieldClass()
                && own.authorship() == model.authorship()
                && own.detail() == model.detail()
                && model.sensitivities().containsAll(own.sensitivities());
    }

    private void unlike(Values pair, Dataset own, Dataset model, String how) {
        beyond(
                pair.place("dataset"),
                "The data of '" + own.id() + "' " + how + " than those of '" + model.id() + "', for which they stand.",
                "Leave the field or the dataset out; all who signed agreed to the other.");
    }

    private void receives(Accession accession, Terms terms, Party model) {
        Values values = accession.text();
        for (String id : values.texts("teams")) {
            Team team = folder.teams().get(id);
            if (team == null || !team.organisation().equals(accession.organisation())) {
                FolderCheck.unknown(
                        problems, values.place("teams"), "team of '" + accession.organisation() + "'", id, Set.of());
            }
        }
        boolean asAWhole = accession.teams().isEmpty();
        Set<String> roles = Joiners.rolesOf(terms, model, asAWhole);
        for (String id : accession.roles()) {
            if (!roles.contains(id)) {
                beyond(
                        values.place("roles"),
                        "'" + model.organisation() + "' does not receive in role '" + id + "'.",
                        "Choose from: " + String.join(", ", roles) + ".");
            }
        }
        if (asAWhole && roles.isEmpty()) {
            boolean nothing = Joiners.rolesOf(terms, model, false).isEmpty();
            if (!nothing) {
                beyond(
                        values.place(),
                        "'" + model.organisation() + "' receives in teams only, and the joiner names none.",
                        "Name with 'teams' those of its teams that receive.");
            }
        }
    }

    private void known(Values values, String field, String kind, Set<String> ids) {
        if (!ids.contains(values.text(field))) {
            FolderCheck.unknown(problems, values.place(field), kind, values.text(field), ids);
        }
    }
}
