package org.concordat.cli.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Step;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.FactName;

/** An answer for machines, as the manual's page of {@code check} lays it down. Holds nothing that the text does not. */
final class AnswerFields {

    private AnswerFields() {}

    static Map<String, Object> of(Answer answer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("request", answer.requestId());
        fields.put("on", answer.request().on().toString());
        fields.put("outcome", outcome(answer.decision()));
        fields.put("sentence", answer.sentence());
        fields.put(
                "steps",
                Stream.of(Step.values()).map(step -> step(answer, step)).toList());
        switch (answer.decision()) {
            case Decision.Permitted permitted -> fields.put("permitted", permitted(answer, permitted));
            case Decision.Refused refused -> fields.put("refused", refused(refused));
            case Decision.NeedsFacts needs ->
                fields.put(
                        "needs", needs.needs().stream().map(AnswerFields::need).toList());
        }
        fields.put(
                "add",
                new Supplies(answer)
                        .all().stream()
                                .map(supply -> new TreeMap<>(
                                        Map.of("to", supply.file(), "how", supply.where(), "lines", supply.lines())))
                                .toList());
        fields.put("basis", basis(answer));
        fields.put(
                "notices", answer.notices().stream().map(AnswerFields::notice).toList());
        return fields;
    }

    /** permitted, refused or needs-facts. */
    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Permitted ignored -> "permitted";
            case Decision.Refused ignored -> "refused";
            case Decision.NeedsFacts ignored -> "needs-facts";
        };
    }

    private static Map<String, Object> step(Answer answer, Step step) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("step", word(step));
        fields.put("question", step.question());
        fields.put("answer", word(answer.answer(step)));
        fields.put(
                "reasons",
                answer.reasons(step).stream().map(AnswerFields::reason).toList());
        return fields;
    }

    private static Map<String, Object> reason(Reason reason) {
        return new TreeMap<>(Map.of(
                "rule", reason.rule().code(),
                "outcome", word(reason.outcome()),
                "text", reason.text(),
                "page", AnswerText.page(reason.rule())));
    }

    private static Map<String, Object> permitted(Answer answer, Decision.Permitted permitted) {
        var words = new DutyWords(answer);
        return new TreeMap<>(Map.of(
                "fields", new TreeSet<>(permitted.fields()).stream().toList(),
                "form", permitted.form().word(),
                "duties", permitted.duties().stream().map(words::fields).toList(),
                "leave-out-unless",
                        new TreeSet<>(permitted.filter())
                                .stream().map(AnswerFields::fact).toList(),
                "relied-on",
                        new TreeSet<>(permitted.relied())
                                .stream().map(FactName::word).toList()));
    }

    private static Map<String, Object> fact(FactName fact) {
        return new TreeMap<>(Map.of(
                "fact", fact.word(),
                "must-be", fact.wanted().word(),
                "question", fact.question(),
                "ask", fact.supplier()));
    }

    private static List<Map<String, Object>> refused(Decision.Refused refused) {
        return Stream.iterate(0, i -> i < refused.rules().size(), i -> i + 1)
                .map(i -> (Map<String, Object>) new TreeMap<String, Object>(Map.of(
                        "rule", refused.rules().get(i).code(),
                        "change", refused.changes().get(i),
                        "page", AnswerText.page(refused.rules().get(i)))))
                .toList();
    }

    private static Map<String, Object> need(Need need) {
        var fields = new TreeMap<String, Object>(
                Map.of("rule", need.rule().code(), "question", need.question(), "ask", need.supplier()));
        need.fact().ifPresent(fact -> fields.put("fact", fact.word()));
        need.row().ifPresent(row -> fields.put("row", row));
        return fields;
    }

    private static Map<String, Object> basis(Answer answer) {
        Decision.Basis basis = answer.decision().basis();
        LawPack law = answer.opened().law();
        var fields = new TreeMap<String, Object>(Map.of(
                "law-pack",
                new TreeMap<>(Map.of("id", law.id(), "version", law.version(), "fingerprint", law.fingerprint())),
                "agreements",
                agreements(basis),
                "verifications",
                basis.verifications(),
                "folder",
                basis.folder()));
        answer.facts().map(FactsFile::id).ifPresent(id -> fields.put("facts", id));
        return fields;
    }

    /** Fingerprints by id. */
    static Map<String, String> agreements(Decision.Basis basis) {
        var agreements = new TreeMap<String, String>();
        for (String agreement : basis.agreements()) {
            int space = agreement.indexOf(' ');
            agreements.put(agreement.substring(0, space), agreement.substring(space + 1));
        }
        return agreements;
    }

    private static Map<String, Object> notice(Problem notice) {
        return new TreeMap<>(Map.of(
                "file", notice.place().file(),
                "line", notice.place().line(),
                "cause", notice.cause(),
                "remedy", notice.remedy(),
                "code", notice.code()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
