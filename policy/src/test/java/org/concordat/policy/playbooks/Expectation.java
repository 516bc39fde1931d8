package org.concordat.policy.playbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.optional;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;

/**
 * The honest answer to one request of a playbook, as its expected.yaml has it.
 *
 * @param request the request file's name; a facts file of the same name goes with it where there is one
 * @param why in a practitioner's words
 * @param practice which practice files are laid over the agreement first
 * @param answer permitted, refused or needs-facts
 * @param rules the rules that refuse, or that lack something; none when permitted
 * @param because words that a reason of those rules must hold
 * @param asks what is missing, by fact or row; only for needs-facts
 * @param duties all of them; only for permitted
 * @param leftOut facts by which subjects are left out; only for permitted
 */
record Expectation(
        String request,
        String why,
        Set<String> practice,
        String answer,
        Set<String> rules,
        List<String> because,
        Set<String> asks,
        Set<String> duties,
        Set<String> leftOut) {

    private static final Shape LINE = new Shape.Prose(300);
    private static final Shape.Group FILE = group(
            required("playbook", new Shape.Id(), "The folder's name."),
            required("stands-for", LINE, "The system of the field."),
            required(
                    "answers",
                    some(group(
                            required("request", new Shape.Id(), "The request file's name."),
                            required("why", LINE, "In a practitioner's words."),
                            optional("practice", some(new Shape.Id()), "Practice files laid over the agreement."),
                            required(
                                    "answer",
                                    new Shape.OneOf(List.of("permitted", "refused", "needs-facts")),
                                    "The honest answer."),
                            optional("rules", some(new Shape.Id()), "Which rules refuse, or lack something."),
                            optional("because", some(LINE), "Words of their reasons."),
                            optional("asks", some(LINE), "What is missing."),
                            optional("duties", some(LINE), "All duties."),
                            optional("left-out", any(LINE), "Facts by which subjects are left out."))),
                    "One for each request."));

    static List<Expectation> of(Playbook playbook) {
        var problems = new Problems();
        Values file = YamlFile.read(
                        playbook.name() + "/expected.yaml",
                        new ByteArrayInputStream(playbook.expected().getBytes(UTF_8)),
                        problems)
                .flatMap(fields -> Values.of("expected", fields, FILE, problems))
                .orElseThrow(() -> new AssertionError(problems.inOrder().toString()));
        assertThat(file.text("playbook")).isEqualTo(playbook.name());
        return file.groups("answers").stream().map(Expectation::of).toList();
    }

    private static Expectation of(Values answer) {
        var expectation = new Expectation(
                answer.text("request"),
                answer.text("why"),
                answer.textSet("practice"),
                answer.text("answer"),
                answer.textSet("rules"),
                answer.texts("because"),
                answer.textSet("asks"),
                answer.textSet("duties"),
                new TreeSet<>(answer.texts("left-out")));
        boolean permitted = expectation.answer.equals("permitted");
        assertThat(expectation.rules.isEmpty())
                .as("%s: rules", expectation.request)
                .isEqualTo(permitted);
        assertThat(expectation.duties.isEmpty())
                .as("%s: duties", expectation.request)
                .isNotEqualTo(permitted);
        assertThat(expectation.because.isEmpty())
                .as("%s: a refusal says because", expectation.request)
                .isNotEqualTo(expectation.answer.equals("refused"));
        assertThat(expectation.asks.isEmpty())
                .as("%s: asks", expectation.request)
                .isNotEqualTo(expectation.answer.equals("needs-facts"));
        return expectation;
    }

    /** As pages say it. */
    String answerInWords() {
        return answer.replace('-', ' ');
    }
}
