package org.concordat.cli.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.agreements.Plain;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Basis;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.Step;
import org.concordat.policy.words.FactName;

/** An answer as a person reads it: the verdict, each step with its reasons, what follows from it, what it rests on. */
final class AnswerText {

    private static final String INDENT = "  ";
    private static final String REASON = "         ";

    private final Answer answer;
    private final List<String> lines = new ArrayList<>();

    private AnswerText(Answer answer) {
        this.answer = answer;
    }

    static List<String> of(Answer answer) {
        var text = new AnswerText(answer);
        text.paragraph("", answer.sentence());
        answer.notices().forEach(notice -> text.paragraph(INDENT, "Notice. " + OpenFolder.line(notice)));
        text.step("Before the four steps", Step.ORDER);
        text.step("Step 1", Step.POWER);
        text.step("Step 2", Step.HUMAN_RIGHTS);
        text.step("Step 3", Step.CONFIDENCE);
        text.step("Step 4", Step.DATA_PROTECTION);
        switch (answer.decision()) {
            case Decision.Permitted permitted -> text.permitted(permitted);
            case Decision.Refused refused -> text.refused(refused);
            case Decision.NeedsFacts needs -> text.needs(needs);
        }
        new Supplies(answer).all().forEach(text::supply);
        text.basis(answer.decision().basis());
        return List.copyOf(text.lines);
    }

    private void step(String place, Step step) {
        heading(place + ". " + step.question() + " " + answer.answer(step).words());
        for (Reason reason : answer.reasons(step)) {
            String mark = switch (reason.outcome()) {
                case HOLDS -> "yes    ";
                case REFUSES -> "NO     ";
                case LACKS -> "?      ";
                case DOES_NOT_APPLY -> "-      ";
            };
            String rule = reason.outcome() == Outcome.REFUSES || reason.outcome() == Outcome.LACKS
                    ? " (" + reason.rule().code() + ")"
                    : "";
            lines.addAll(Plain.lines(INDENT + mark, REASON, reason.text() + rule));
        }
    }

    private void permitted(Decision.Permitted permitted) {
        heading("What may leave");
        paragraph(INDENT, "Fields: " + String.join(", ", new TreeSet<>(permitted.fields())));
        paragraph(INDENT, "Form: " + permitted.form().word() + ", " + Answer.form(permitted.form()));
        if (!permitted.filter().isEmpty()) {
            heading("Who must be left out");
            paragraph(
                    INDENT,
                    "Ask about each person, and leave out everyone for whom the answer is another, or is not known:");
            for (FactName fact : new TreeSet<>(permitted.filter())) {
                lines.addAll(Plain.lines(
                        INDENT + "- ",
                        INDENT + "  ",
                        fact.question() + " It must be " + fact.wanted().word() + ". (" + fact.word() + "; ask "
                                + fact.supplier() + ")"));
            }
        }
        heading("What you must do");
        var words = new DutyWords(answer);
        int number = 1;
        for (Duty duty : permitted.duties()) {
            item(number++, words.sentence(duty));
        }
    }

    private void refused(Decision.Refused refused) {
        heading("What would change the answer");
        for (int i = 0; i < refused.rules().size(); i++) {
            Rule rule = refused.rules().get(i);
            item(i + 1, rule.code() + ": " + refused.changes().get(i) + " See " + page(rule) + ".");
        }
        boolean lacking = refused.reasons().stream().anyMatch(reason -> reason.outcome() == Outcome.LACKS);
        if (lacking) {
            paragraph(INDENT, "What is marked with ? above would be asked then.");
        }
    }

    private void needs(Decision.NeedsFacts needs) {
        heading("What is missing, and who can say");
        int number = 1;
        for (Need need : Answer.questions(needs)) {
            item(
                    number++,
                    need.question() + " Ask " + need.supplier() + ". ("
                            + need.fact().map(FactName::word).orElse(need.rule().code()) + ")");
        }
    }

    private void supply(Supplies.Supply supply) {
        lines.add("");
        paragraph("", supply.where());
        lines.add("");
        supply.lines().forEach(line -> lines.add("    " + Plain.text(line).replaceFirst("^ +", leading(line))));
    }

    private static String leading(String line) {
        return " ".repeat(line.length() - line.stripLeading().length());
    }

    private void basis(Basis basis) {
        heading("What this rests on");
        paragraph(INDENT, "Law pack: " + basis.lawPack());
        if (basis.agreements().isEmpty()) {
            paragraph(INDENT, "Agreements: none");
        }
        basis.agreements().forEach(agreement -> paragraph(INDENT, "Agreement: " + agreement));
        paragraph(INDENT, "Officers' verifications: " + orNone(basis.verifications()));
        paragraph(INDENT, "Answers: " + answer.facts().map(FactsFile::id).orElse("none were given"));
        paragraph(INDENT, "Folder: " + answer.opened().path() + " " + basis.folder());
    }

    private static String orNone(Collection<String> items) {
        return items.isEmpty() ? "none" : String.join(", ", items);
    }

    static String page(Rule rule) {
        return "docs/rules/" + rule.code() + ".md";
    }

    private void heading(String words) {
        lines.add("");
        lines.add(Plain.text(words));
    }

    private void item(int number, String text) {
        String first = INDENT + number + ". ";
        lines.addAll(Plain.lines(first, " ".repeat(first.length()), text));
    }

    private void paragraph(String indent, String text) {
        lines.addAll(Plain.lines(indent, indent.isEmpty() ? "" : indent + INDENT, text));
    }
}
