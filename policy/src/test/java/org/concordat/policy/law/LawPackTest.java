package org.concordat.policy.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.policy.PolicyException;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class LawPackTest {

    private static final LawPack UK = LawPack.unitedKingdom();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final String GOOD = """
            law-pack: test
            version: "1"
            rows:
              - id: a-row
                provision: An Act s.1
                kind: power
                nations: [england]
                verified: v
                in-force: yes
                from: {kinds: [police]}
                to: {anyone: yes}
                for: [research]
                limits: None.
                link: https://example.org/
            """;

    private static final String HARM = """
            law-pack: test
            version: "1"
            law-enforcement-bodies: [prison]
            bases: [{basis: public-task, citation: Art 6, in-force-from: 2026-02-05}]
            conditions: [{condition: vital-interests, citation: Art 9, needs-paragraph: yes}]
            paragraphs: [{id: p1, citation: Sch 1, completes: [vital-interests], criminal: yes}]
            serious-harm:
              basis: public-task
              condition: substantial-public-interest
              paragraph: p1
              life-and-death-basis: vital-interests
              life-and-death-condition: vital-interests
              review-within-working-days: 2
            """;

    @ParameterizedTest
    @CsvFileSource(resources = "marks.csv", numLinesToSkip = 1)
    void everyRowOfTheTableIsThereWithItsMarkAndForce(String id, String verified, String inForce, String source) {
        assertThat(UK.row(id)).hasValueSatisfying(row -> {
            assertThat(row.mark().word()).isEqualTo(verified);
            assertThat(row.force().word()).isEqualTo(inForce);
        });
    }

    @Test
    void hasNoRowThatTheTableHasNot() throws IOException {
        try (var marks = Objects.requireNonNull(LawPackTest.class.getResourceAsStream("marks.csv"))) {
            List<String> ids = new String(marks.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
            assertThat(ids).hasSize(38).doesNotHaveDuplicates();
            assertThat(UK.rows().keySet()).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void countsByKindWhatTheTableHolds() {
        Map<RowKind, Long> counts = new TreeMap<>();
        UK.rows().values().forEach(row -> counts.merge(row.kind(), 1L, Long::sum));
        assertThat(counts)
                .isEqualTo(Map.of(
                        RowKind.POWER, 18L,
                        RowKind.IMPLIED_POWER, 3L,
                        RowKind.DUTY, 8L,
                        RowKind.EXEMPTION, 2L,
                        RowKind.OBJECT, 1L,
                        RowKind.COMPATIBILITY, 1L,
                        RowKind.CONFIDENCE, 1L,
                        RowKind.RESTRICTION, 4L));
        assertThat(UK.restrictions()).hasSize(4);
    }

    @Test
    void onlyVerifiedRowsKnownToBeInForceCountByThemselves() {
        assertThat(UK.rows().values().stream().filter(LawRow::countsByItself))
                .extracting(LawRow::id)
                .containsExactly("own-objects");
    }

    @Test
    void recordsNoDateThatItsSourceDoesNotKnow() {
        assertThat(UK.rows().values())
                .allMatch(row -> row.verifiedOn().isEmpty() && row.inForceFrom().isEmpty());
    }

    @Test
    void keepsTheExclusionsThatDependOnDataAndSender() {
        LawRow seriousViolence = UK.row("pcsca-2022-s16").orElseThrow();
        assertThat(seriousViolence.reach().exclusions())
                .anyMatch(exclusion -> exclusion.origins().equals(Set.of(Origin.PATIENT))
                        && exclusion.senders().isEmpty())
                .anyMatch(exclusion ->
                        exclusion.personal() && exclusion.senders().contains(OrganisationKind.SOCIAL_SERVICES));
    }

    @Test
    void useLimitsTravelWithTheGatewaysThatCarryThem() {
        assertThat(UK.rows().values().stream().filter(LawRow::useLimited))
                .extracting(LawRow::id)
                .containsExactly(
                        "care-2014-s45",
                        "dea-2017-s35",
                        "dea-2017-s36",
                        "dea-2017-s48",
                        "dea-2017-s56",
                        "wra-2012-s131");
    }

    @Test
    void knowsBasesConditionsAndParagraphs() {
        assertThat(UK.bases()).hasSize(LawfulBasis.values().length);
        assertThat(UK.bases().get(LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST))
                .extracting(LawCondition.Basis::inForceFrom)
                .isEqualTo(Optional.of(LocalDate.of(2026, 2, 5)));
        assertThat(UK.conditions()).hasSize(SpecialCondition.values().length);
        assertThat(UK.paragraphs().keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 37)
                        .filter(number -> number != 5)
                        .mapToObj(number -> "sch1-" + number)
                        .toList());
        assertThat(UK.seriousHarm())
                .hasValueSatisfying(harm -> assertThat(harm.paragraph()).isEqualTo("sch1-18"));
    }

    @Test
    void anOfficersVerificationCoversTheRowAsItStandsFromTheDayItWasMade() {
        LawRow row = UK.row("frs").orElseThrow();
        var verification = new Verification("v1", "frs", row.fingerprint(), "officer-7", DAY, "the Act, read online");
        assertThat(verification.covers(row, DAY)).isTrue();
        assertThat(verification.covers(row, DAY.minusDays(1))).isFalse();
        assertThat(verification.covers(UK.row("cme-schools").orElseThrow(), DAY))
                .isFalse();
        var ofAnOldText = new Verification("v1", "frs", "0".repeat(16), "officer-7", DAY, "the Act");
        assertThat(ofAnOldText.covers(row, DAY)).isFalse();
    }

    @Test
    void anotherPackCanTakeItsPlace() {
        LawPack pack = LawPack.read(List.of(source("a.yaml", GOOD)));
        assertThat(pack.id()).isEqualTo("test");
        assertThat(pack.rows()).containsOnlyKeys("a-row");
        assertThat(pack.row("a-row").orElseThrow().requires()).isEmpty();
        assertThat(pack.fingerprint()).matches("[0-9a-f]{64}").isNotEqualTo(UK.fingerprint());
        String retold = GOOD.replace("An Act", "That Act");
        assertThat(LawPack.read(List.of(source("a.yaml", retold))).fingerprint())
                .isNotEqualTo(pack.fingerprint());
    }

    @Test
    void daysOfARowLimitItFromFirstToLast() {
        String dated =
                GOOD.replace("kind: power", "kind: power\n    in-force-from: 2026-01-01\n    in-force-to: 2026-12-31");
        LawRow row = LawPack.read(List.of(source("a.yaml", dated))).row("a-row").orElseThrow();
        assertThat(row.isOutsideItsTime(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(row.isOutsideItsTime(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(row.isOutsideItsTime(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(row.isOutsideItsTime(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for: [research]          | for: [reserch]                   | WORD-UNKNOWN        | 12
            for: [research]          | any-purpose: no                  | LAW-ROW-INCOMPLETE  | 4
            for: [research]          | {for: [research]}                | YAML-NOT-READABLE   | 13
            to: {anyone: yes}        | to: {}                           | LAW-ROW-INCOMPLETE  | 11
            to: {anyone: yes}        | to: {anyone: yes, listed: yes}   | LAW-ROW-INCOMPLETE  | 11
            kind: power              | kind: restriction                | LAW-ROW-INCOMPLETE  | 4
            verified: v              | verified: x                      | WORD-UNKNOWN        | 8
            in-force: yes            | in-force: maybe                  | WORD-UNKNOWN        | 9
            limits: None.            | limits: None.                    | none                | 0
            limits: None.            | excludes: [{senders: [police]}]  | FIELD-MISSING       | 4
            """)
    void refusesAPackWithItsLineAndRemedy(String from, String to, String code, int line) {
        var problems = new Problems();
        var pack = LawPack.read(List.of(source("a.yaml", GOOD.replace(from, to))), problems);
        if (code.equals("none")) {
            assertThat(pack).isPresent();
            return;
        }
        assertThat(pack).isEmpty();
        assertThat(problems.inOrder()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().line()).isEqualTo(line);
        });
        assertThatThrownBy(() -> LawPack.read(List.of(source("a.yaml", GOOD.replace(from, to)))))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(code)
                .hasMessageEndingWith("(LAW-PACK-UNUSABLE)");
    }

    @Test
    void shipsWithTheProgramAndReadsTheSameEveryTime() {
        assertThat(LawPack.unitedKingdom()).isEqualTo(UK);
        assertThat(UK.id()).isEqualTo("uk");
        assertThat(UK.version()).isNotBlank();
    }

    @Test
    void takesOnlyARestrictionForOneAndSaysWhatItLacks() {
        assertThat(problem(GOOD.replace("kind: power", "kind: restriction")).cause())
                .isEqualTo("The restriction does not say what it restricts.");
        assertThat(problem(GOOD + "    restricts: {origins: [education], lifted-by-serious-harm: no}\n")
                        .cause())
                .isEqualTo("Only a restriction restricts.");
    }

    @Test
    void refusesABasisConditionOrParagraphGivenTwice() {
        for (String twice : List.of(
                "bases: [{basis: consent, citation: a}, {basis: consent, citation: b}]",
                "conditions: [{condition: public-health, citation: a, needs-paragraph: no},"
                        + " {condition: public-health, citation: b, needs-paragraph: no}]",
                "paragraphs: [{id: p1, citation: a, criminal: no}, {id: p1, citation: b, criminal: no}]")) {
            Problem problem = problem(GOOD + twice + "\n");
            assertThat(problem.code()).as(twice).isEqualTo("LAW-ID-TWICE");
            assertThat(problem.place().line()).isEqualTo(15);
        }
    }

    @Test
    void readsWhatDataProtectionLawAsksForAndTheRouteForSeriousHarm() {
        LawPack pack = LawPack.read(List.of(source("a.yaml", HARM)));
        assertThat(pack.bases())
                .containsOnly(Map.entry(
                        LawfulBasis.PUBLIC_TASK,
                        new LawCondition.Basis(
                                LawfulBasis.PUBLIC_TASK, "Art 6", Optional.of(LocalDate.of(2026, 2, 5)))));
        assertThat(pack.conditions())
                .containsOnly(Map.entry(
                        SpecialCondition.VITAL_INTERESTS,
                        new LawCondition.Special(SpecialCondition.VITAL_INTERESTS, "Art 9", true)));
        assertThat(pack.paragraphs())
                .containsOnly(Map.entry(
                        "p1",
                        new LawCondition.Paragraph("p1", "Sch 1", Set.of(SpecialCondition.VITAL_INTERESTS), true)));
        assertThat(pack.lawEnforcementBodies()).containsExactly(OrganisationKind.PRISON);
        assertThat(pack.seriousHarm())
                .contains(new SeriousHarm(
                        LawfulBasis.PUBLIC_TASK,
                        SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST,
                        "p1",
                        LawfulBasis.VITAL_INTERESTS,
                        SpecialCondition.VITAL_INTERESTS,
                        2));
        assertThat(LawPack.read(List.of(source("a.yaml", GOOD))).seriousHarm()).isEmpty();
    }

    @Test
    void refusesARouteForSeriousHarmByAParagraphThatIsNotThereOrASecondRoute() {
        Problem missing = problem(HARM.replace("paragraph: p1", "paragraph: p2"));
        assertThat(missing.code()).isEqualTo("LAW-REFERENCE");
        assertThat(missing.place().line()).isEqualTo(10);
        String route = HARM.substring(HARM.indexOf("serious-harm:"));
        assertThat(codes(HARM, "law-pack: test\nversion: \"1\"\n" + route)).containsExactly("LAW-ID-TWICE");
    }

    @Test
    void saysWhichFieldOfWhichFileIsOfAnotherPack() {
        var problems = new Problems();
        List<LawPack.Source> files =
                List.of(source("a.yaml", GOOD), source("b.yaml", "law-pack: another\nversion: \"1\"\n"));
        assertThat(LawPack.read(files, problems)).isEmpty();
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("LAW-PACK-MIXED");
            assertThat(problem.place()).hasToString("b.yaml, line 1");
            assertThat(problem.cause()).isEqualTo("'law-pack' differs from a.yaml, line 1.");
        });
    }

    @Test
    void refusesARestrictionThatGivesWayBothToFactsAndToAnExpressProvision() {
        String restriction = GOOD.replace("kind: power", "kind: restriction")
                + "    restricts: {origins: [education], unless-express: yes, unless-facts: [role-held],"
                + " lifted-by-serious-harm: no}\n";
        assertThat(codes(restriction)).containsExactly("LAW-ROW-INCOMPLETE");
    }

    @Test
    void refusesAnExclusionOfNothingARowGivenTwiceAndFilesOfTwoPacks() {
        assertThat(codes(GOOD + "    excludes: [{senders: [police]}]\n")).containsExactly("LAW-ROW-INCOMPLETE");
        String restriction = GOOD.replace("kind: power", "kind: restriction")
                + "    restricts: {received-under: [nowhere], lifted-by-serious-harm: no}\n";
        assertThat(codes(restriction)).containsExactly("LAW-REFERENCE");
        assertThat(codes(GOOD, GOOD)).containsExactly("LAW-ID-TWICE");
        assertThat(codes(GOOD, "law-pack: test\nversion: \"2\"\n")).containsExactly("LAW-PACK-MIXED");
        assertThat(codes()).containsExactly("LAW-PACK-EMPTY");
    }

    @Test
    void everyFactThatARowAsksForCanBeAnswered() {
        assertThat(UK.rows().values().stream().flatMap(row -> row.requires().stream()))
                .allSatisfy(fact -> assertThat(fact.supplier()).isNotBlank())
                .contains(FactName.CONSENT_GIVEN, FactName.PERSON_OBJECTS);
    }

    private static Problem problem(String file) {
        var problems = new Problems();
        assertThat(LawPack.read(List.of(source("a.yaml", file)), problems)).isEmpty();
        assertThat(problems.inOrder()).hasSize(1);
        return problems.inOrder().getFirst();
    }

    private static List<String> codes(String... files) {
        var problems = new Problems();
        var sources = Arrays.stream(files).map(file -> source("a.yaml", file)).toList();
        assertThat(LawPack.read(sources, problems)).isEmpty();
        return problems.inOrder().stream().map(Problem::code).toList();
    }

    private static LawPack.Source source(String name, String text) {
        return new LawPack.Source(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
