package org.concordat.policy.playbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every playbook reads without a problem, and every request of it gets its honest answer. */
final class PlaybooksTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(-[A-Z]+)+\\b");

    /** One request of one playbook, with what it expects. */
    record Asked(Playbook playbook, Expectation expected) {
        @Override
        public String toString() {
            return playbook.name() + " " + expected.request();
        }
    }

    static Stream<Playbook> playbooks() {
        return Playbook.ALL.stream();
    }

    static Stream<Asked> asked() {
        return playbooks()
                .flatMap(playbook -> Expectation.of(playbook).stream().map(expected -> new Asked(playbook, expected)));
    }

    @Test
    void thereIsAPlaybookForEachOfTheFirstSystems() {
        assertThat(playbooks().map(Playbook::name)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyRequestHasAnExpectationAndEveryExpectationARequest(Playbook playbook) {
        List<String> expected =
                Expectation.of(playbook).stream().map(Expectation::request).toList();
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(playbook.requests().keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(playbook.requests().keySet()).containsAll(playbook.facts().keySet());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theShippedFolderHoldsNoSignatureAndNoVerification(Playbook playbook) {
        AgreementFolder folder = SignedTown.unsigned(playbook, Set.of());
        assertThat(folder.signatures()).isEmpty();
        assertThat(folder.verifications()).isEmpty();
        assertThat(folder.organisations().values())
                .allMatch(organisation -> organisation.listedIn().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void whatIsMadeUpForPracticeSaysSoAndIsUsed(Playbook playbook) {
        Set<String> used = Expectation.of(playbook).stream()
                .flatMap(expected -> expected.practice().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(playbook.practice().keySet()).containsExactlyElementsOf(used);
        assertThat(playbook.practice().values()).allMatch(text -> text.startsWith("# MADE UP FOR PRACTICE."));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void thePageOfAPlaybookTellsEveryAnswer(Playbook playbook) {
        List<String> lines = playbook.readme().lines().toList();
        for (Expectation expected : Expectation.of(playbook)) {
            assertThat(lines)
                    .as("a row for %s", expected.request())
                    .anyMatch(line ->
                            line.startsWith("| " + expected.request() + " | " + expected.answerInWords() + " | "));
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void everyRequestHasItsHonestAnswer(Asked asked) {
        Expectation expected = asked.expected();
        Decision decision = decide(asked, folder(asked));
        String told = told(decision);
        assertThat(word(decision)).as(told).isEqualTo(expected.answer());
        assertThat(rulesThatStand(decision)).as(told).isEqualTo(expected.rules());
        String reasons = decision.reasons().stream()
                .filter(reason -> expected.rules().contains(reason.rule().code()))
                .map(Decision.Reason::text)
                .collect(Collectors.joining(" "));
        expected.because().forEach(because -> assertThat(reasons).as(told).contains(because));
        switch (decision) {
            case Decision.Permitted permitted -> {
                assertThat(Duties.of(permitted)).as(told).isEqualTo(expected.duties());
                assertThat(words(permitted.filter())).as(told).isEqualTo(expected.leftOut());
            }
            case Decision.Refused refused -> assertThat(refused.changes()).isNotEmpty();
            case Decision.NeedsFacts needs -> assertThat(asks(needs)).as(told).isEqualTo(expected.asks());
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void everyAnswerIsInSentencesAPersonCanRead(Asked asked) {
        Decision decision = decide(asked, folder(asked));
        Stream<String> more = switch (decision) {
            case Decision.Permitted ignored -> Stream.of();
            case Decision.Refused refused -> refused.changes().stream();
            case Decision.NeedsFacts needs -> needs.needs().stream().map(Decision.Need::question);
        };
        Stream<String> texts = Stream.concat(decision.reasons().stream().map(Decision.Reason::text), more);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text).matches("(?s).*[.?]$");
            assertThat(CODE.matcher(text).find()).as(text).isFalse();
            assertThat(text.split("\\s+").length).as(text).isGreaterThanOrEqualTo(3);
        });
    }

    /** Nobody has signed what is shipped, so nothing that rests on an agreement may leave, whatever else is known. */
    @ParameterizedTest
    @MethodSource("asked")
    void nothingThatRestsOnAnAgreementIsPermittedWhileNobodySigned(Asked asked) {
        boolean underAgreement = request(asked).ground() instanceof Request.Ground.UnderAgreement;
        Decision decision = decide(
                asked, SignedTown.unsigned(asked.playbook(), asked.expected().practice()));
        assertThat(underAgreement && decision instanceof Decision.Permitted).isFalse();
    }

    private static AgreementFolder folder(Asked asked) {
        return SignedTown.signed(asked.playbook(), asked.expected().practice());
    }

    private static Request request(Asked asked) {
        return requestFile(asked).on(day(asked));
    }

    private static LocalDate day(Asked asked) {
        return requestFile(asked).day().orElseThrow();
    }

    private static RequestFile requestFile(Asked asked) {
        var problems = new Problems();
        String name = asked.expected().request();
        var file = RequestFile.read(
                source(
                        "requests/" + name,
                        Objects.requireNonNull(asked.playbook().requests().get(name))),
                problems);
        assertThat(problems.inOrder()).isEmpty();
        return file.orElseThrow();
    }

    private static Decision decide(Asked asked, AgreementFolder folder) {
        return new Decider().decide(request(asked), new Facts(folder, SignedTown.UK, answers(asked)));
    }

    private static Map<FactName, Answer> answers(Asked asked) {
        String name = asked.expected().request();
        String text = asked.playbook().facts().get(name);
        if (text == null) {
            return Map.of();
        }
        var problems = new Problems();
        var file = FactsFile.read(source("facts/" + name, text), problems);
        assertThat(problems.inOrder()).isEmpty();
        Map<FactName, Answer> answers =
                file.orElseThrow().answersFor(requestFile(asked).id(), day(asked), problems);
        assertThat(problems.inOrder()).as("every fact counts").isEmpty();
        return answers;
    }

    private static Source source(String name, String text) {
        return new Source(name + ".yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Permitted ignored -> "permitted";
            case Decision.Refused ignored -> "refused";
            case Decision.NeedsFacts ignored -> "needs-facts";
        };
    }

    private static Set<String> rulesThatStand(Decision decision) {
        Stream<String> codes = switch (decision) {
            case Decision.Permitted ignored -> Stream.of();
            case Decision.Refused refused -> refused.rules().stream().map(rule -> rule.code());
            case Decision.NeedsFacts needs ->
                needs.needs().stream().map(need -> need.rule().code());
        };
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each missing thing as its fact's word or its row's id, where it is one of these. */
    private static Set<String> asks(Decision.NeedsFacts needs) {
        return needs.needs().stream()
                .map(need -> need.fact()
                        .map(Word::word)
                        .or(() -> need.row().map(row -> "row " + row))
                        .orElse(need.question()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Set<FactName> facts) {
        return facts.stream().map(Word::word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything the decision says, for whoever reads a failure. */
    private static String told(Decision decision) {
        var text = new StringBuilder(word(decision)).append('\n');
        decision.reasons().stream()
                .filter(reason -> reason.outcome() != Outcome.DOES_NOT_APPLY)
                .forEach(reason -> text.append(reason.rule().code())
                        .append(' ')
                        .append(reason.outcome().name().toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(reason.text())
                        .append('\n'));
        switch (decision) {
            case Decision.Permitted permitted ->
                text.append(Duties.of(permitted)).append(words(permitted.filter()));
            case Decision.Refused refused -> text.append(rulesThatStand(refused));
            case Decision.NeedsFacts needs -> text.append(asks(needs));
        }
        return text.toString();
    }
}
