package org.concordat.server.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.Step;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;

/**
 * A decision with all that explains it, as pages, the API and the database have it. Words in lists come sorted, so that the same
 * decision has the same text.
 *
 * @param outcome {@code permitted}, {@code refused}, {@code needs-facts} or {@code not-shared}
 * @param steps whether it is in order, and the four steps, each with its answer
 * @param changes what would change the answer, where it is no
 * @param needs what is missing, where it cannot be said
 * @param leaveOutUnless facts that must be as wanted for each person of a permitted share about many
 * @param reliedOn facts without which it would not have been permitted
 */
public record Explanation(
        String outcome,
        List<StepAnswer> steps,
        List<Change> changes,
        List<Missing> needs,
        List<DutyLine> duties,
        List<String> leaveOutUnless,
        List<String> reliedOn,
        Versions versions) {

    /**
     * What one step came to.
     *
     * @param answer {@code holds}, {@code refuses} or {@code lacks}
     */
    public record StepAnswer(String step, String question, String answer, List<RuleAnswer> rules) {}

    /** What one rule found, in plain English. */
    public record RuleAnswer(String rule, String outcome, String text) {}

    /** What would change a rule's no. */
    public record Change(String rule, String text) {}

    /**
     * What is missing.
     *
     * @param fact when one answers it; else empty text
     * @param row of the law pack, when an officer's verification answers it; else empty text
     */
    public record Missing(String rule, String question, String supplier, String fact, String row) {}

    /**
     * What a permission obliges.
     *
     * @param duty its name, such as {@code destroy-by}
     * @param values by name; several words in order
     */
    public record DutyLine(String duty, Map<String, List<String>> values) {}

    /** What was looked at. */
    public record Versions(
            String lawPack,
            String lawPackVersion,
            String lawPackFingerprint,
            String folderFingerprint,
            Map<String, String> agreements,
            List<String> verifications) {}

    /** Of a decision of the decider. */
    public static Explanation of(Decision decision, LawPack law) {
        List<StepAnswer> steps = Stream.of(Step.values())
                .map(step -> step(decision, step))
                .filter(step -> !step.rules().isEmpty())
                .toList();
        Versions versions = versions(decision.basis(), law);
        return switch (decision) {
            case Decision.Permitted permitted ->
                new Explanation(
                        outcome(decision),
                        steps,
                        List.of(),
                        List.of(),
                        permitted.duties().stream().map(Explanation::line).toList(),
                        words(permitted.filter()),
                        words(permitted.relied()),
                        versions);
            case Decision.Refused refused ->
                new Explanation(
                        outcome(decision),
                        steps,
                        IntStream.range(0, refused.rules().size())
                                .mapToObj(i -> new Change(
                                        refused.rules().get(i).code(),
                                        refused.changes().get(i)))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        versions);
            case Decision.NeedsFacts needs ->
                new Explanation(
                        outcome(decision),
                        steps,
                        List.of(),
                        needs.needs().stream().map(Explanation::missing).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        versions);
        };
    }

    /** The same words for the answer, wherever it is written. */
    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Permitted _ -> "permitted";
            case Decision.Refused _ -> "refused";
            case Decision.NeedsFacts _ -> "needs-facts";
        };
    }

    /** Rules that did not let it pass, each once, in order. */
    static List<Rule> against(Decision decision) {
        return switch (decision) {
            case Decision.Permitted _ -> List.of();
            case Decision.Refused refused -> refused.rules().stream().distinct().toList();
            case Decision.NeedsFacts needs ->
                needs.needs().stream().map(Decision.Need::rule).distinct().toList();
        };
    }

    /** A duty's name: {@code only-these-fields}. */
    static String name(Class<?> duty) {
        return duty.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static StepAnswer step(Decision decision, Step step) {
        List<Decision.Reason> reasons = decision.reasons().stream()
                .filter(reason -> reason.rule().step() == step)
                .toList();
        Decision.Outcome worst = Stream.of(Decision.Outcome.REFUSES, Decision.Outcome.LACKS)
                .filter(outcome -> reasons.stream().anyMatch(reason -> reason.outcome() == outcome))
                .findFirst()
                .orElse(Decision.Outcome.HOLDS);
        return new StepAnswer(
                word(step),
                step.question(),
                word(worst),
                reasons.stream()
                        .map(reason -> new RuleAnswer(reason.rule().code(), word(reason.outcome()), reason.text()))
                        .toList());
    }

    private static Missing missing(Decision.Need need) {
        return new Missing(
                need.rule().code(),
                need.question(),
                need.supplier(),
                need.fact().map(FactName::word).orElse(""),
                need.row().orElse(""));
    }

    private static Versions versions(Decision.Basis basis, LawPack law) {
        var agreements = new TreeMap<String, String>();
        for (String agreement : basis.agreements()) {
            int space = agreement.indexOf(' ');
            agreements.put(agreement.substring(0, space), agreement.substring(space + 1));
        }
        return new Versions(
                law.id(), law.version(), law.fingerprint(), basis.folder(), agreements, basis.verifications());
    }

    private static DutyLine line(Duty duty) {
        var values = new LinkedHashMap<String, List<String>>();
        switch (duty) {
            case Duty.OnlyTheseFields only -> values.put("fields", sorted(only.fields()));
            case Duty.OnlyThisForm only ->
                values.put("form", List.of(only.form().word()));
            case Duty.SuppressBelow below -> values.put("persons", List.of(String.valueOf(below.persons())));
            case Duty.ExpireOn expire -> values.put("day", List.of(expire.day().toString()));
            case Duty.DestroyBy destroy -> {
                values.put("day", List.of(destroy.day().toString()));
                values.put("certificate", List.of(destroy.certificate() ? "yes" : "no"));
            }
            case Duty.DestroyDerivedBy destroy ->
                values.put("day", List.of(destroy.day().toString()));
            case Duty.UseOnlyFor use -> values.put("purposes", sorted(use.purposes()));
            case Duty.UseLimitTravels limit -> {
                values.put("row", List.of(limit.row()));
                values.put("limit", List.of(limit.limit()));
            }
            case Duty.NoOnwardSharing onward -> values.put("save-to", sorted(onward.saveTo()));
            case Duty.ReviewWithin review -> values.put("working-days", List.of(String.valueOf(review.workingDays())));
            case Duty.MarkAsOpinion opinion -> values.put("fields", sorted(opinion.fields()));
            case Duty.TellThePerson _,
                    Duty.DoNotTellThePerson _,
                    Duty.Log _,
                    Duty.RecordSecondApprover _,
                    Duty.HumanDecision _,
                    Duty.GuardAddress _ -> {}
        }
        return new DutyLine(name(duty.getClass()), values);
    }

    private static List<String> words(java.util.Collection<FactName> facts) {
        return facts.stream().sorted().map(Word::word).toList();
    }

    private static List<String> sorted(java.util.Collection<String> words) {
        return new TreeSet<>(words).stream().toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
