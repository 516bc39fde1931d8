package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Lacks;
import org.concordat.policy.decide.Finding.Missing;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Exclusion;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Standing;

/** Step 1: is there a row of the law pack that lets this be shared, and none that forbids it? */
final class Gateways {

    private final Situation situation;

    Gateways(Situation situation) {
        this.situation = situation;
    }

    /** Whether one of the rows named for the sender carries the share. */
    Finding gateway() {
        if (situation.isSeriousHarm()) {
            return situation.facts.law().seriousHarm().isPresent()
                    ? new Holds("There is a risk of serious harm, and the law pack lays down a route for that.")
                    : new Refuses(
                            "The law pack lays down no route for serious harm.",
                            "Use a law pack that does, or name the power of a single disclosure.");
        }
        List<String> named = named();
        if (named.isEmpty()) {
            return new Refuses(
                    "No power of '" + situation.sender.id() + "' is named.",
                    "Have the schedule name a row of the law pack on which the sender relies.");
        }
        var against = new ArrayList<String>();
        var carrying = new ArrayList<LawRow>();
        var missing = new ArrayList<Missing>();
        var lacking = new ArrayList<String>();
        String holding = "";
        for (String id : named) {
            Optional<LawRow> row = situation.facts.law().row(id);
            if (row.isEmpty()) {
                against.add("The law pack has no row '" + id + "'.");
                continue;
            }
            switch (carries(row.get())) {
                case Holds holds -> {
                    holding = carrying.isEmpty() ? holds.text() : holding;
                    carrying.add(row.get());
                }
                case Lacks lacks -> {
                    lacking.add(lacks.text());
                    missing.addAll(lacks.missing());
                }
                case Refuses refuses -> against.add(refuses.text());
                case DoesNotApply none -> against.add(none.text());
            }
        }
        if (!carrying.isEmpty()) {
            situation.restOnOneOf(carrying);
            return new Holds(holding);
        }
        if (!missing.isEmpty()) {
            return new Lacks(
                    String.join(" ", lacking), missing.stream().distinct().toList());
        }
        return new Refuses(
                String.join(" ", against),
                "A power would have to cover this sender, recipient, purpose and data; or share in a form that needs none of"
                        + " the fields it excludes.");
    }

    private List<String> named() {
        return switch (situation.request.ground()) {
            case Ground.UnderAgreement ignored ->
                situation
                        .terms
                        .map(terms -> terms.powersOf(situation.sender.id()))
                        .orElse(List.of());
            case Ground.Single single -> List.of(single.law().row());
            case Ground.Reuse reuse -> List.of(reuse.law().row());
            case Ground.SeriousHarm ignored -> List.of();
        };
    }

    /** Whether that row carries the share, or why not. */
    private Finding carries(LawRow row) {
        return counts(row, against(row));
    }

    private Finding counts(LawRow row, Optional<String> against) {
        if (against.isPresent()) {
            return new Refuses(row.provision() + ": " + against.get(), "Name a row that covers it.");
        }
        if (!situation.counts(row)) {
            return new Lacks(
                    row.provision() + " is marked " + row.mark().word() + " and in force: "
                            + row.force().word() + ", so it does not count by itself.",
                    List.of(Missing.verificationOf(row)));
        }
        return situation.look(row.requires(), "By " + row.provision() + ". " + row.limits());
    }

    /** Whether the exemption named covers this one case, and was tested for it. */
    Finding exemption(String id) {
        Optional<LawRow> row = situation.facts.law().row(id).filter(each -> each.kind() == RowKind.EXEMPTION);
        if (row.isEmpty()) {
            return new Refuses("'" + id + "' is no exemption of the law pack.", "Name one that it has.");
        }
        Finding counts = counts(row.get(), uncovered(row.get()));
        if (counts instanceof Holds) {
            situation.restOn(row.get());
            situation.relyOn(row.get().requires());
        }
        return Finding.worse(
                counts,
                situation.require(FactName.EXEMPTION_TESTED, row.get().provision() + " exempts this one case."));
    }

    private Optional<String> against(LawRow row) {
        boolean sameOrganisation = situation.sender.id().equals(situation.recipient.id());
        boolean reuse = situation.request.ground() instanceof Ground.Reuse;
        if (!row.kind().isGateway()) {
            return Optional.of("it is no gateway.");
        }
        if (sameOrganisation && !row.within()) {
            return Optional.of("it is for disclosing to others.");
        }
        if ((row.kind() == RowKind.COMPATIBILITY) && !reuse) {
            return Optional.of("it covers reuse within one controller only.");
        }
        return uncovered(row).or(() -> standing(row));
    }

    /** What of this share a row of whatever kind does not cover, if anything. */
    private Optional<String> uncovered(LawRow row) {
        if (row.within() && !situation.sender.id().equals(situation.recipient.id())) {
            return Optional.of("it covers use within one organisation only.");
        }
        if (!row.nations().containsAll(situation.nations)) {
            return Optional.of("it does not apply in the sender's nation, or not in that of the schedule.");
        }
        if (row.isOutsideItsTime(situation.on())) {
            return Optional.of("it is not in force on that day.");
        }
        if (row.force() == Force.NO) {
            return Optional.of("it is not in force.");
        }
        if (!between(row)) {
            return Optional.of("it does not let this sender disclose to this recipient.");
        }
        if (!row.purposes().include(situation.purpose.kinds())) {
            return Optional.of("it is not for this purpose.");
        }
        return reach(row);
    }

    private boolean between(LawRow row) {
        boolean onward = includes(row.from(), situation.sender, row) && includes(row.to(), situation.recipient, row);
        boolean back = includes(row.to(), situation.sender, row) && includes(row.from(), situation.recipient, row);
        return onward || (row.mutual() && back);
    }

    private static boolean includes(LawRow.Bodies bodies, Situation.Body body, LawRow row) {
        return bodies.include(body.kinds(), body.isListedIn(row));
    }

    /** What kind of power the sender needs: the strictest of what the whole organisation is, whichever of its teams sends. */
    private Optional<String> standing(LawRow row) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        situation.sender.organisation().kinds().forEach(kind -> standings.add(kind.standing()));
        boolean statutory = standings.contains(Standing.STATUTORY)
                || standings.contains(Standing.DEPARTMENT)
                || standings.contains(Standing.EXPRESS_ONLY);
        if (row.kind() == RowKind.IMPLIED_POWER && standings.contains(Standing.EXPRESS_ONLY)) {
            return Optional.of("it is implied, and this sender needs an express power.");
        }
        if (row.kind() == RowKind.OBJECT && statutory) {
            return Optional.of("objects are enough for a charity or company, and this sender is a public body.");
        }
        return Optional.empty();
    }

    private Optional<String> reach(LawRow row) {
        LawRow.Reach reach = row.reach();
        if (!reach.origins().isEmpty() && !reach.origins().contains(situation.dataset.origin())) {
            return Optional.of("it does not cover data of this origin.");
        }
        if (!reach.forms().isEmpty() && !reach.forms().contains(situation.request.form())) {
            return Optional.of("it does not cover this form of sharing.");
        }
        if (!reach.details().isEmpty()) {
            List<String> beyond = situation.fields.stream()
                    .filter(field -> !reach.details().contains(field.detail()))
                    .map(DatasetField::id)
                    .toList();
            if (!beyond.isEmpty()) {
                return Optional.of("it covers certain details only, not: " + String.join(", ", beyond) + ".");
            }
        }
        return reach.exclusions().stream().anyMatch(this::excludes)
                ? Optional.of("it excludes such data from such a sender.")
                : Optional.empty();
    }

    /** Whether all that the exclusion names is so; what it leaves out does not narrow it. */
    private boolean excludes(Exclusion exclusion) {
        Set<OrganisationKind> whole = situation.sender.organisation().kinds();
        return isAmong(exclusion.senders(), whole.stream())
                && isAmong(exclusion.origins(), Stream.of(situation.dataset.origin()))
                && isAmong(exclusion.sensitivities(), situation.sensitivities().stream())
                && isAmong(exclusion.classes(), situation.fields.stream().map(DatasetField::fieldClass))
                && (!exclusion.personal() || situation.isPersonal());
    }

    private static <W> boolean isAmong(Set<W> excluded, Stream<W> these) {
        return excluded.isEmpty() || these.anyMatch(excluded::contains);
    }

    /** Whether a restriction forbids it. Restrictions follow the data, count whatever their mark, and win. */
    Finding restrictions() {
        List<String> passed = new ArrayList<>();
        Optional<Finding> lacks = Optional.empty();
        for (LawRow row : situation.facts.law().restrictions()) {
            Restricts restricts = row.restricts().orElseThrow();
            if (!hits(restricts) || row.isOutsideItsTime(situation.on())) {
                continue;
            }
            Finding finding = passes(row, restricts);
            switch (finding) {
                case Refuses refuses -> {
                    return refuses;
                }
                case Lacks some -> lacks = Optional.of(some);
                case Holds holds -> passed.add(holds.text());
                case DoesNotApply none -> passed.add(none.text());
            }
        }
        return lacks.orElseGet(
                () -> new Holds(passed.isEmpty() ? "No restriction touches these data." : String.join(" ", passed)));
    }

    private boolean hits(Restricts restricts) {
        return restricts.origins().contains(situation.dataset.origin())
                || situation
                        .dataset
                        .receivedUnder()
                        .filter(restricts.receivedUnder()::contains)
                        .isPresent()
                || (restricts.identifyingAgain() && situation.request.identifyingAgain());
    }

    private Finding passes(LawRow row, Restricts restricts) {
        if (situation.isSeriousHarm() && restricts.liftedBySeriousHarm()) {
            return new Holds(row.provision() + " is lifted by a risk of serious harm.");
        }
        boolean forPurpose = !situation.purpose.kinds().isEmpty()
                && restricts.unlessPurposes().containsAll(situation.purpose.kinds());
        if (forPurpose || restricts.unlessForms().contains(situation.request.form())) {
            return new Holds(row.provision() + " lets this purpose or form pass.");
        }
        if (!restricts.unlessFacts().isEmpty()) {
            return situation.requireAll(restricts.unlessFacts(), row.provision() + " is kept to.");
        }
        var forbids = new Refuses(
                row.provision() + " forbids it. " + row.limits(),
                "A provision that names such data expressly would have to cover it, or another form or purpose be chosen.");
        return restricts.unlessExpress()
                ? expressly(row.provision() + " gives way to a provision that names such data expressly.", forbids)
                : forbids;
    }

    /** Whether a row named for the sender carries the share and names data of that origin. */
    private Finding expressly(String holds, Refuses otherwise) {
        return best(
                named().stream()
                        .flatMap(id -> situation.facts.law().row(id).stream())
                        .filter(row -> row.reach().origins().contains(situation.dataset.origin()))
                        .toList(),
                holds,
                otherwise);
    }

    /** Whether an approval that the law pack knows covers the share, whoever of its rows it is. */
    Finding approval(String holds, Refuses otherwise) {
        return best(approvals(), this::approves, holds, otherwise);
    }

    private Finding approves(LawRow row) {
        return counts(row, uncovered(row));
    }

    /** Rows of approvals that cover the share and count, each with its facts as wanted. */
    List<LawRow> approving() {
        return approvals().stream()
                .filter(row -> approves(row) instanceof Holds)
                .toList();
    }

    private List<LawRow> approvals() {
        return situation.facts.law().rows().values().stream()
                .filter(row -> row.kind() == RowKind.CONFIDENCE)
                .toList();
    }

    /** Whether a duty or express power carries the share, as confidence asks of a statute. */
    Finding statute(String holds, Refuses otherwise) {
        return best(
                named().stream()
                        .flatMap(id -> situation.facts.law().row(id).stream())
                        .filter(Gateways::liftsConfidence)
                        .toList(),
                holds,
                otherwise);
    }

    /** Whether such a row lifts confidence where it carries a share: an express power or duty that does not keep it. */
    static boolean liftsConfidence(LawRow row) {
        return switch (row.kind()) {
            case POWER, DUTY -> !row.keepsConfidence();
            case IMPLIED_POWER, OBJECT, COMPATIBILITY, EXEMPTION, CONFIDENCE, RESTRICTION -> false;
        };
    }

    /** Holds when one of the rows carries the share, lacks when one might, and otherwise what is said. */
    private Finding best(List<LawRow> rows, String holds, Refuses otherwise) {
        return best(rows, this::carries, holds, otherwise);
    }

    /** Holds when one of the rows does, lacks when one might, and otherwise what is said. */
    private Finding best(List<LawRow> rows, Function<LawRow, Finding> ask, String holds, Refuses otherwise) {
        var carrying = new ArrayList<LawRow>();
        Finding best = otherwise;
        for (LawRow row : rows) {
            switch (ask.apply(row)) {
                case Holds ignored -> carrying.add(row);
                case Lacks lacks -> best = lacks;
                case Refuses ignored -> {}
                case DoesNotApply ignored -> {}
            }
        }
        if (carrying.isEmpty()) {
            return best;
        }
        situation.restOnOneOf(carrying);
        return new Holds(holds);
    }

    /** Whether limits that came with the data are kept. */
    Finding useLimits() {
        Optional<String> received = situation.dataset.receivedUnder();
        if (received.isEmpty()) {
            return new DoesNotApply("The data came to their holder under no gateway.");
        }
        Optional<LawRow> row = situation.facts.law().row(received.get());
        if (row.isEmpty()) {
            return new Refuses(
                    "The gateway under which the data came is not in the law pack.", "Correct the dataset's file.");
        }
        boolean kept = !row.get().useLimited()
                || row.get().purposes().any()
                || row.get().purposes().kinds().containsAll(situation.purpose.kinds());
        return kept
                ? new Holds("The limits of " + row.get().provision() + ", under which the data came, are kept.")
                : new Refuses(
                        "The data came under " + row.get().provision() + ", which limits their use. "
                                + row.get().limits(),
                        "Ask for a purpose within that gateway, or collect the data another way.");
    }

    /** Rows that carry the share; they may limit what the recipient does with it. */
    List<LawRow> carrying() {
        return named().stream()
                .flatMap(id -> situation.facts.law().row(id).stream())
                .filter(row -> carries(row) instanceof Holds)
                .toList();
    }
}
