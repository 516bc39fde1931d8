package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.decide.Decision.Basis;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.FactName;

/**
 * May this be shared? Asks every rule, and permits only where none refuses, nothing is missing, and every step has a rule that
 * holds. A pure function: the same request and facts give the same decision.
 */
public final class Decider {

    private static final Map<Rule, Function<Situation, Finding>> RULES = rules();

    private final Map<Rule, Function<Situation, Finding>> rules;

    /** With all rules. */
    public Decider() {
        this(RULES);
    }

    /** With other rules, to show that fewer never permit more. */
    Decider(Map<Rule, Function<Situation, Finding>> rules) {
        this.rules = new EnumMap<>(Rule.class);
        this.rules.putAll(rules);
    }

    /** The answer, never without reasons. */
    public Decision decide(Request request, Facts facts) {
        return switch (Finder.find(request, facts)) {
            case Finder.NotFound notFound ->
                new Decision.Refused(
                        List.of(new Reason(Rule.NOT_AGREED, Outcome.REFUSES, notFound.text())),
                        basis(facts, List.of(), List.of()),
                        List.of(Rule.NOT_AGREED),
                        List.of(notFound.change()));
            case Finder.Ambiguous ambiguous ->
                new Decision.NeedsFacts(
                        List.of(new Reason(Rule.NOT_AGREED, Outcome.LACKS, ambiguous.text())),
                        basis(facts, List.of(), List.of()),
                        List.of(new Need(
                                Rule.NOT_AGREED,
                                "Which schedule is meant?",
                                "whoever asks",
                                Optional.empty(),
                                Optional.empty())));
            case Finder.Found found -> decide(found.situation());
        };
    }

    private Decision decide(Situation situation) {
        var reasons = new ArrayList<Reason>();
        var refusing = new ArrayList<Rule>();
        var changes = new ArrayList<String>();
        var needs = new ArrayList<Need>();
        var answered = EnumSet.noneOf(Step.class);
        var open = EnumSet.noneOf(Step.class);
        for (Rule rule : Rule.values()) {
            Finding finding = ask(rule, situation);
            switch (finding) {
                case Finding.Holds holds -> {
                    reasons.add(new Reason(rule, Outcome.HOLDS, holds.text()));
                    answered.add(rule.step());
                }
                case Finding.Refuses refuses -> {
                    reasons.add(new Reason(rule, Outcome.REFUSES, refuses.text()));
                    refusing.add(rule);
                    changes.add(refuses.change());
                    open.add(rule.step());
                }
                case Finding.Lacks lacks -> {
                    reasons.add(new Reason(rule, Outcome.LACKS, lacks.text()));
                    lacks.missing()
                            .forEach(each -> needs.add(
                                    new Need(rule, each.question(), each.supplier(), each.fact(), each.row())));
                    open.add(rule.step());
                }
                case Finding.DoesNotApply none -> reasons.add(new Reason(rule, Outcome.DOES_NOT_APPLY, none.text()));
            }
        }
        Basis basis = basis(
                situation.facts,
                Stream.concat(situation.tiers.stream().map(Agreement::id), situation.accessions().stream())
                        .map(id -> id + " "
                                + situation.facts.folder().fingerprints().getOrDefault(id, "without fingerprint"))
                        .toList(),
                situation.verifications());
        for (Step step : Step.values()) {
            if (!answered.contains(step) && !open.contains(step)) {
                Rule first = first(step);
                reasons.add(new Reason(first, Outcome.REFUSES, "No rule answers: " + step.question()));
                refusing.add(first);
                changes.add("A rule would have to hold in this step.");
            }
        }
        if (refusing.isEmpty() && needs.isEmpty()) {
            List<FactName> unasked = unasked(situation);
            if (!unasked.isEmpty()) {
                String facts =
                        String.join(", ", unasked.stream().map(FactName::word).toList());
                reasons.add(new Reason(
                        Rule.NOT_AGREED,
                        Outcome.REFUSES,
                        "These facts matter, and no rule asked for them: " + facts + "."));
                refusing.add(Rule.NOT_AGREED);
                changes.add("Report this as a fault of Concordat.");
            }
        }
        if (!refusing.isEmpty()) {
            return new Decision.Refused(reasons, basis, refusing, changes);
        }
        if (!needs.isEmpty()) {
            return new Decision.NeedsFacts(reasons, basis, needs);
        }
        return new Decision.Permitted(
                reasons,
                basis,
                situation.request.fields(),
                situation.request.form(),
                Duties.of(situation),
                situation.relied(),
                situation.filter());
    }

    /** What the rule finds. A rule that is missing or fails refuses, whatever its failure. */
    private Finding ask(Rule rule, Situation situation) {
        Function<Situation, Finding> asked = rules.get(rule);
        if (asked == null) {
            return new Finding.Refuses("The rule " + rule.code() + " is not there to be asked.", "Use all rules.");
        }
        try {
            return asked.apply(situation);
        } catch (RuntimeException failure) {
            return new Finding.Refuses(
                    "The rule " + rule.code() + " could not be asked: "
                            + failure.getClass().getSimpleName() + ".",
                    "Report this as a fault of Concordat.");
        }
    }

    /** Facts declared to matter here that no rule has asked for: there must be none. */
    private static List<FactName> unasked(Situation situation) {
        Set<FactName> relied = situation.relied();
        Set<FactName> filter = situation.filter();
        return Materiality.of(situation).stream()
                .filter(fact -> !(situation.isFiltered(fact) ? filter : relied).contains(fact))
                .toList();
    }

    private static Rule first(Step step) {
        for (Rule rule : Rule.values()) {
            if (rule.step() == step) {
                return rule;
            }
        }
        throw new IllegalStateException("Every step has a rule.");
    }

    private static Basis basis(Facts facts, List<String> agreements, List<String> verifications) {
        LawPack law = facts.law();
        return new Basis(
                law.id() + " " + law.version() + " " + law.fingerprint(),
                facts.folder().fingerprint(),
                agreements,
                verifications);
    }

    /** All rules, to be changed in tests. */
    static Map<Rule, Function<Situation, Finding>> rules() {
        var rules = new EnumMap<Rule, Function<Situation, Finding>>(Rule.class);
        for (Rule rule : Rule.values()) {
            rules.put(
                    rule,
                    switch (rule) {
                        case ROLE_NOT_HELD -> OrderRules::role;
                        case TRAINING_LAPSED -> OrderRules::training;
                        case AGREEMENT_ENDED -> OrderRules::dates;
                        case PARTY_NOT_JOINED -> OrderRules::parties;
                        case SIGNATURE_MISSING -> OrderRules::signatures;
                        case NOT_AGREED -> OrderRules::agreed;
                        case RECIPIENT_NOT_NAMED -> OrderRules::recipient;
                        case SINGLE_DISCLOSURE -> OrderRules::single;
                        case SERIOUS_HARM -> OrderRules::seriousHarm;
                        case NO_GATEWAY -> situation -> new Gateways(situation).gateway();
                        case RESTRICTED -> situation -> new Gateways(situation).restrictions();
                        case USE_LIMITED -> situation -> new Gateways(situation).useLimits();
                        case NOT_PROPORTIONATE -> ConfidenceRules::proportionate;
                        case CONFIDENTIAL -> ConfidenceRules::confidence;
                        case NATIONAL_OPT_OUT -> ConfidenceRules::optOut;
                        case NO_LAWFUL_BASIS -> DataProtectionRules::basis;
                        case PURPOSE_CHANGED -> PurposeRules::purposeChanged;
                        case SPECIAL_CATEGORY -> DataProtectionRules::specialCategory;
                        case CRIMINAL_DATA -> DataProtectionRules::criminal;
                        case CONSENT_MISSING -> DataProtectionRules::consentAsBasis;
                        case PERSON_OBJECTS -> DataProtectionRules::objection;
                        case ADDRESS_PROTECTED -> DataProtectionRules::protectedAddress;
                        case PERSON_DECEASED -> DataProtectionRules::deceased;
                        case RESEARCH_ONLY -> PurposeRules::research;
                        case IDENTITY_NOT_NEEDED -> DataProtectionRules::identity;
                        case DECIDED_BY_MACHINE -> DataProtectionRules::machineDecision;
                        case IMPACT_NOT_ASSESSED -> DataProtectionRules::impactAssessment;
                        case PEOPLE_NOT_TOLD -> DataProtectionRules::told;
                        case IDENTIFYING_AGAIN -> PurposeRules::identifyingAgain;
                        case SECOND_APPROVER -> DataProtectionRules::secondApprover;
                    });
        }
        return rules;
    }
}
