package org.concordat.policy.decide.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.reference.RandomRequests.Case;
import org.concordat.policy.decide.reference.ReferenceDecider.Verdict;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.RowKind;

/**
 * Where decider and reference part, in as few words as it takes to see why.
 *
 * @param differences one line each
 */
record Disagreement(Case about, List<String> differences) {

    private static final Decider DECIDER = new Decider();

    /** What parts the two on this request, if anything does. */
    static Optional<Disagreement> on(Case each) {
        return on(each, DECIDER.decide(each.request(), each.facts()));
    }

    static Optional<Disagreement> on(Case each, Decision decision) {
        List<String> differences = differences(each, decision, ReferenceDecider.decide(each.request(), each.facts()));
        return differences.isEmpty() ? Optional.empty() : Optional.of(new Disagreement(each, differences));
    }

    private static List<String> differences(Case each, Decision decision, Verdict verdict) {
        var differences = new ArrayList<String>();
        compare(differences, "refusing", rules(decision, Outcome.REFUSES), verdict.refusing());
        compare(differences, "lacking", rules(decision, Outcome.LACKS), verdict.lacking());
        compare(differences, "permitted", Set.of(decision instanceof Permitted), Set.of(verdict.isPermitted()));
        switch (decision) {
            case Permitted permitted -> {
                compare(
                        differences,
                        "fields",
                        permitted.fields(),
                        each.request().fields());
                compare(
                        differences,
                        "form",
                        Set.of(permitted.form()),
                        Set.of(each.request().form()));
                compare(differences, "duties", new HashSet<>(permitted.duties()), verdict.duties());
                compare(differences, "relied", permitted.relied(), verdict.relied());
                compare(differences, "filter", permitted.filter(), verdict.filter());
            }
            case Refused refused -> compare(differences, "refused", new HashSet<>(refused.rules()), verdict.refusing());
            case NeedsFacts needs ->
                compare(
                        differences,
                        "needs",
                        needs.needs().stream().map(Decision.Need::rule).collect(Collectors.toSet()),
                        verdict.lacking());
        }
        return differences;
    }

    static Set<Rule> rules(Decision decision, Outcome outcome) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Decision.Reason reason : decision.reasons()) {
            if (reason.outcome() == outcome) {
                rules.add(reason.rule());
            }
        }
        return rules;
    }

    private static void compare(List<String> differences, String what, Set<?> real, Set<?> reference) {
        var only = new HashSet<Object>(real);
        only.removeAll(reference);
        var others = new HashSet<Object>(reference);
        others.removeAll(real);
        if (!only.isEmpty() || !others.isEmpty()) {
            differences.add(what + ": only the decider " + only + ", only the reference " + others);
        }
    }

    /** The same with facts as wanted and flags, fields and teams left out, as far as the two still part in one way. */
    Disagreement least() {
        Disagreement least = this;
        for (FactName fact : RandomRequests.notAsWanted(about.facts())) {
            least = least.or(new Case(
                    about.world(),
                    about.number(),
                    least.about.request(),
                    RandomRequests.with(least.about.facts(), fact, fact.wanted())));
        }
        for (String field : about.request().fields().stream().sorted().toList()) {
            Request request = least.about.request();
            Set<String> fewer = new HashSet<>(request.fields());
            fewer.remove(field);
            least = least.or(
                    with(least, copy(request, fewer, request.significantDecision(), request.identifyingAgain())));
        }
        Request last = least.about.request();
        least = least.or(with(least, copy(last, last.fields(), false, last.identifyingAgain())));
        last = least.about.request();
        return least.or(with(least, copy(last, last.fields(), last.significantDecision(), false)));
    }

    private static Case with(Disagreement least, Request request) {
        return new Case(least.about.world(), least.about.number(), request, least.about.facts());
    }

    private Disagreement or(Case smaller) {
        return on(smaller)
                .filter(other -> other.differences.stream().anyMatch(differences::contains))
                .orElse(this);
    }

    private static Request copy(Request from, Set<String> fields, boolean deciding, boolean again) {
        return new Request(
                from.sender(),
                from.recipient(),
                from.role(),
                from.dataset(),
                fields,
                from.purpose(),
                from.form(),
                from.subjects(),
                from.ground(),
                deciding,
                again,
                from.on());
    }

    @Override
    public String toString() {
        Request request = about.request();
        Facts facts = about.facts();
        var lines = new ArrayList<String>();
        lines.add("world " + about.world() + "L, request " + about.number() + ", law "
                + facts.law().id() + ":");
        differences.forEach(difference -> lines.add("  " + difference));
        lines.add("  " + request);
        lines.add("  facts not as wanted: "
                + RandomRequests.notAsWanted(facts).stream()
                        .map(fact -> fact + "=" + facts.of(fact))
                        .toList());
        Stream.of(request.sender(), request.recipient())
                .distinct()
                .forEach(side -> lines.add("  " + facts.folder().organisations().get(side.organisation())
                        + side.team()
                                .map(team -> " as " + facts.folder().teams().get(team))
                                .orElse("")));
        var dataset = facts.folder().datasets().get(request.dataset());
        if (dataset != null) {
            lines.add("  data " + dataset.origin() + " of " + dataset.holder() + " under " + dataset.receivedUnder()
                    + " for " + dataset.collectedFor());
            request.fields()
                    .forEach(field -> lines.add("    " + dataset.fields().get(field)));
        }
        lines.add("  " + facts.folder().purposes().get(request.purpose()));
        rows().forEach(row -> lines.add("  " + inShort(row)));
        if (request.ground() instanceof Ground.UnderAgreement) {
            facts.folder().agreements().values().stream()
                    .filter(each -> each.terms()
                            .filter(terms -> terms.fieldsOf(request.dataset()).isEmpty())
                            .isEmpty())
                    .forEach(each -> lines.add("  " + each + signatures(each.id())));
        }
        return String.join("\n", lines);
    }

    private List<LawRow> rows() {
        Request request = about.request();
        Set<String> named = new HashSet<>();
        switch (request.ground()) {
            case Ground.Single single -> {
                named.add(single.law().row());
                single.law().exemption().ifPresent(named::add);
            }
            case Ground.Reuse reuse -> named.add(reuse.law().row());
            case Ground.SeriousHarm harm -> {}
            case Ground.UnderAgreement under ->
                about.facts().folder().agreements().values().stream()
                        .flatMap(each -> each.terms().stream())
                        .filter(terms -> !terms.fieldsOf(request.dataset()).isEmpty())
                        .flatMap(terms -> terms.powersOf(request.sender().organisation()).stream())
                        .forEach(named::add);
        }
        Map<String, LawRow> all = about.facts().law().rows();
        return all.values().stream()
                .filter(row -> named.contains(row.id())
                        || row.kind() == RowKind.CONFIDENCE
                        || row.restricts().filter(this::isNear).isPresent())
                .toList();
    }

    private boolean isNear(LawRow.Restricts restricts) {
        var dataset = about.facts().folder().datasets().get(about.request().dataset());
        return restricts.identifyingAgain()
                ? about.request().identifyingAgain()
                : dataset != null
                        && (restricts.origins().contains(dataset.origin())
                                || dataset.receivedUnder()
                                        .filter(restricts.receivedUnder()::contains)
                                        .isPresent());
    }

    private String inShort(LawRow row) {
        Facts facts = about.facts();
        return row.id() + " " + row.kind() + " " + row.nations() + " " + row.mark() + " " + row.force() + " verified "
                + facts.folder().verificationOf(row, about.request().on()).isPresent() + " time "
                + row.inForceFrom() + " " + row.inForceTo() + " from " + row.from() + " to " + row.to()
                + (row.mutual() ? " mutual" : "") + (row.within() ? " within" : "") + " for " + row.purposes() + " "
                + row.reach() + " requires " + row.requires() + (row.useLimited() ? " use-limited" : "") + " "
                + row.restricts().map(LawRow.Restricts::toString).orElse("");
    }

    private List<String> signatures(String document) {
        return about.facts().folder().signatures().stream()
                .filter(each -> each.of().equals(document))
                .map(each -> each.organisation() + " " + each.on() + " "
                        + about.facts().folder().signatureStates().get(each.id()))
                .toList();
    }
}
