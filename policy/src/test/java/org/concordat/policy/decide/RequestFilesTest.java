package org.concordat.policy.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestFilesTest {

    private static final String AGREED = """
            request: RQ-1
            from: {organisation: trust, team: ward-3}
            to: {organisation: practice}
            role: clinician
            dataset: discharges
            fields: [name, address, diagnosis]
            purpose: care
            form: identified
            subjects: one
            significant-decision: no
            identifying-again: no
            on: 2026-06-01
            rests-on: agreement
            """;
    private static final String LAW = """
            law:
              row: localism-2011-s1
              basis: public-task
              condition: substantial-public-interest
              paragraph: sch1-18
              criminal-paragraph: sch1-10
              policy-document: Annex 2
              confidentiality: not-confidential
              exemption: dpa-2018-sch2-2
            """;
    private static final String SINGLE = AGREED.replace("rests-on: agreement", "rests-on: single-disclosure") + LAW;
    private static final String HARM = AGREED.replace("rests-on: agreement", "rests-on: serious-harm")
            + "serious-harm: {life-and-death: yes, reason: Said they would not see tomorrow.}\n";
    private static final String FACTS = """
            facts: FA-1
            about: RQ-1
            answers:
              - {fact: training-current, answer: yes, said-by: learning-desk, on: 2026-06-01}
              - {fact: role-held, answer: no, said-by: hr-desk, on: 2026-05-20}
              - {fact: person-objects, answer: unknown, said-by: front-desk, on: 2026-05-20}
            """;

    @Test
    void readsARequestUnderAnAgreement() {
        RequestFile file = request(AGREED);
        assertThat(file.id()).isEqualTo("RQ-1");
        assertThat(file.day()).contains(DAY);
        assertThat(file.on(DAY))
                .isEqualTo(new Request(
                        new Side("trust", Optional.of("ward-3")),
                        Side.of("practice"),
                        "clinician",
                        "discharges",
                        Set.of("name", "address", "diagnosis"),
                        "care",
                        SharingForm.IDENTIFIED,
                        Subjects.ONE,
                        new Ground.UnderAgreement(Optional.empty()),
                        false,
                        false,
                        DAY));
        assertThat(request(AGREED + "schedule: SC-1").on(DAY).ground())
                .isEqualTo(new Ground.UnderAgreement(Optional.of("SC-1")));
    }

    @Test
    void leavesTheDayToWhoeverAsks() {
        assertThat(request(AGREED.replace("on: 2026-06-01\n", "")).day()).isEmpty();
        assertThat(request(AGREED).on(DAY.plusDays(1)).on()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void readsWhatIsAskedForManyAndWeighsOnPeople() {
        Request many = request(AGREED.replace("subjects: one", "subjects: many")
                        .replace("significant-decision: no", "significant-decision: yes")
                        .replace("identifying-again: no", "identifying-again: yes"))
                .on(DAY);
        assertThat(many.subjects()).isEqualTo(Subjects.MANY);
        assertThat(many.significantDecision()).isTrue();
        assertThat(many.identifyingAgain()).isTrue();
    }

    @Test
    void readsTheLawThatASingleDisclosureOrReuseNames() {
        var law = new Request.Law(
                "localism-2011-s1",
                LawfulBasis.PUBLIC_TASK,
                Optional.of(SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST),
                Optional.of("sch1-18"),
                Optional.of("sch1-10"),
                true,
                ConfidenceRoute.NOT_CONFIDENTIAL,
                Optional.of("dpa-2018-sch2-2"));
        assertThat(request(SINGLE).on(DAY).ground()).isEqualTo(new Ground.Single(law));
        assertThat(request(AGREED.replace("agreement", "reuse")
                                + "law: {row: same-controller, basis: consent, confidentiality: consent}")
                        .on(DAY)
                        .ground())
                .isEqualTo(new Ground.Reuse(new Request.Law(
                        "same-controller",
                        LawfulBasis.CONSENT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        ConfidenceRoute.CONSENT,
                        Optional.empty())));
    }

    @Test
    void readsARiskOfSeriousHarmAndNeverShowsItsReason() {
        RequestFile file = request(HARM);
        assertThat(file.on(DAY).ground()).isEqualTo(new Ground.SeriousHarm(true, "Said they would not see tomorrow."));
        assertThat(file + " " + file.on(DAY)).contains("RQ-1").doesNotContain("tomorrow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request: RQ-1               | schedule: RQ-1           | 1  | FILE-KIND
            request: RQ-1               | facts: RQ-1              | 1  | FILE-KIND
            request: RQ-1               | request: my request      | 1  | VALUE-WRONG
            team: ward-3                | teem: ward-3             | 2  | FIELD-UNKNOWN
            {organisation: practice}    | practice                 | 3  | VALUE-KIND
            {organisation: practice}    | {team: desk}             | 3  | FIELD-MISSING
            role: clinician             | '#'                      | 1  | FIELD-MISSING
            role: clinician             | role: [clinician]        | 4  | VALUE-WRONG
            fields: [name, address, diagnosis] | fields: []        | 6  | LIST-EMPTY
            fields: [name, address, diagnosis] | fields: name      | 6  | VALUE-KIND
            fields: [name, address, diagnosis] | fields: [name, name] | 6 | LIST-REPEATS
            form: identified            | form: Identified         | 8  | WORD-UNKNOWN
            subjects: one               | subjects: 1              | 9  | WORD-UNKNOWN
            significant-decision: no    | significant-decision: false | 10 | WORD-UNKNOWN
            identifying-again: no       | identifying-again:       | 11 | FIELD-BLANK
            on: 2026-06-01              | on: tomorrow             | 12 | VALUE-WRONG
            on: 2026-06-01              | "on": 2026-06-31         | 12 | VALUE-WRONG
            rests-on: agreement         | rests-on: goodwill       | 13 | WORD-UNKNOWN
            rests-on: agreement         | rests-on: agreement, law | 13 | WORD-UNKNOWN
            rests-on: agreement         | rests-on: reuse          | 13 | FIELD-MISSING
            rests-on: agreement         | rests-on: single-disclosure | 13 | FIELD-MISSING
            rests-on: agreement         | rests-on: serious-harm   | 13 | FIELD-MISSING
            role: clinician             | role: *clinician         | 4  | YAML-ALIAS
            """)
    void refusesARequestWithOneThingWrong(String from, String to, int line, String code) {
        assertThat(problems(AGREED.replace(from, to))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().line()).isEqualTo(line);
            assertThat(problem.cause()).endsWith(".");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void refusesWhatBelongsToAnotherGround() {
        assertThat(codes(AGREED + LAW)).containsExactly("FIELD-UNFITTING");
        assertThat(codes(HARM + LAW)).containsExactly("FIELD-UNFITTING");
        assertThat(codes(SINGLE + "schedule: SC-1")).containsExactly("FIELD-UNFITTING");
        assertThat(codes(SINGLE + "serious-harm: {life-and-death: no, reason: x}"))
                .containsExactly("FIELD-UNFITTING");
        assertThat(codes(AGREED + "serious-harm: {life-and-death: no, reason: x}"))
                .containsExactly("FIELD-UNFITTING");
        assertThat(codes(HARM + "schedule: SC-1")).containsExactly("FIELD-UNFITTING");
        assertThat(problems(SINGLE.replace("single-disclosure", "reuse")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(22));
    }

    @Test
    void refusesLawAndHarmWithAWordWrong() {
        assertThat(codes(SINGLE.replace("basis: public-task", "basis: public task")))
                .containsExactly("WORD-UNKNOWN");
        assertThat(codes(SINGLE.replace("  row: localism-2011-s1\n", ""))).containsExactly("FIELD-MISSING");
        assertThat(codes(SINGLE.replace("row:", "statute:"))).containsExactly("FIELD-MISSING", "FIELD-UNKNOWN");
        assertThat(codes(HARM.replace("reason: Said they would not see tomorrow.", "reason: ' '")))
                .containsExactly("FIELD-BLANK");
        assertThat(codes(HARM.replace("life-and-death: yes", "life-and-death: perhaps")))
                .containsExactly("WORD-UNKNOWN");
    }

    @Test
    void problemsNeverShowTheReason() {
        assertThat(problems(HARM.replace("life-and-death: yes, ", "")).toString())
                .doesNotContain("tomorrow");
        assertThat(problems(HARM.replace("from:", "form:")).toString()).doesNotContain("tomorrow");
    }

    @Test
    void refusesWhatIsNoYamlAtAll() {
        assertThat(codes("")).containsExactly("YAML-EMPTY");
        assertThat(codes("- a")).containsExactly("YAML-NOT-FIELDS");
        assertThat(codes("{}")).containsExactly("FILE-KIND");
        assertThat(codes("request: [")).containsExactly("YAML-NOT-READABLE");
    }

    @Test
    void countsWhatWasAnsweredForThisRequestByItsDay() {
        FactsFile facts = facts(FACTS);
        assertThat(facts.id()).isEqualTo("FA-1");
        assertThat(facts.about()).isEqualTo("RQ-1");
        assertThat(facts.answers().getFirst())
                .isEqualTo(new FactsFile.Said(
                        FactName.TRAINING_CURRENT,
                        Answer.YES,
                        "learning-desk",
                        DAY,
                        facts.answers().getFirst().place()));
        assertThat(facts.answers().getFirst().place().line()).isEqualTo(4);
        var notices = new Problems();
        assertThat(facts.answersFor("RQ-1", DAY, notices))
                .isEqualTo(Map.of(
                        FactName.TRAINING_CURRENT, Answer.YES,
                        FactName.ROLE_HELD, Answer.NO,
                        FactName.PERSON_OBJECTS, Answer.UNKNOWN));
        assertThat(notices.isEmpty()).isTrue();
    }

    @Test
    void anAnswerGivenAfterTheDayDoesNotCount() {
        var notices = new Problems();
        assertThat(facts(FACTS).answersFor("RQ-1", DAY.minusDays(1), notices))
                .containsOnlyKeys(FactName.ROLE_HELD, FactName.PERSON_OBJECTS);
        assertThat(notices.inOrder()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("FACT-LATER");
            assertThat(notice.place().line()).isEqualTo(4);
        });
    }

    @Test
    void answersAboutAnotherRequestNeverCount() {
        var notices = new Problems();
        assertThat(facts(FACTS).answersFor("RQ-2", DAY, notices)).isEmpty();
        assertThat(notices.inOrder()).extracting(Problem::code).containsExactly("FACTS-ELSEWHERE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts: FA-1               | request: FA-1           | 1 | FILE-KIND
            about: RQ-1               | '#'                     | 1 | FIELD-MISSING
            fact: training-current    | fact: trained           | 4 | WORD-UNKNOWN
            fact: role-held           | fact: training-current  | 5 | FACT-TWICE
            answer: no                | answer: false           | 5 | WORD-UNKNOWN
            said-by: hr-desk          | said-by: the desk       | 5 | VALUE-WRONG
            ', said-by: hr-desk'      | ''                      | 5 | FIELD-MISSING
            on: 2026-06-01            | on: 1 June              | 4 | VALUE-WRONG
            answer: unknown           | reply: unknown          | 6 | FIELD-MISSING,FIELD-UNKNOWN
            """)
    void refusesFactsWithOneThingWrong(String from, String to, int line, String codes) {
        var problems = new Problems();
        assertThat(FactsFile.read(source(FACTS.replace(from, to)), problems)).isEmpty();
        assertThat(problems.inOrder()).extracting(Problem::code).containsExactly(codes.split(","));
        assertThat(problems.inOrder().getFirst().place().line()).isEqualTo(line);
    }

    @Test
    void theJsonSchemaOfRequestsIsPublishedAsWeReadThem() throws IOException {
        try (InputStream published =
                Objects.requireNonNull(RequestShapes.class.getResourceAsStream("request.schema.json"))) {
            assertThat(new String(published.readAllBytes(), UTF_8))
                    .as("write RequestShapes.schema() to request.schema.json")
                    .isEqualTo(RequestShapes.schema() + "\n");
        }
    }

    private static RequestFile request(String text) {
        var problems = new Problems();
        Optional<RequestFile> file = RequestFile.read(source(text), problems);
        assertThat(problems.inOrder()).isEmpty();
        return file.orElseThrow();
    }

    private static FactsFile facts(String text) {
        var problems = new Problems();
        Optional<FactsFile> file = FactsFile.read(source(text), problems);
        assertThat(problems.inOrder()).isEmpty();
        return file.orElseThrow();
    }

    private static List<Problem> problems(String request) {
        var problems = new Problems();
        assertThat(RequestFile.read(source(request), problems)).isEmpty();
        return problems.inOrder();
    }

    private static List<String> codes(String request) {
        return problems(request).stream().map(Problem::code).toList();
    }

    private static Source source(String text) {
        return new Source("file.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
