package org.concordat.policy.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Signature.State;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgreementFolderTest {

    private static final Town TOWN = Town.asWritten();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void readsATownAndKnowsItsTiers() {
        AgreementFolder folder = TOWN.read();
        Agreement schedule = Objects.requireNonNull(folder.agreements().get("SC-1"));
        assertThat(folder.upwards(schedule)).extracting(Agreement::id).containsExactly("SC-1", "AG-1", "PR-1");
        assertThat(folder.upwards(schedule))
                .extracting(Agreement::tier)
                .containsExactly(Tier.SCHEDULE, Tier.AGREEMENT, Tier.PROTOCOL);
        Terms terms = schedule.terms().orElseThrow();
        assertThat(terms.fieldsOf("discharges")).contains("diagnosis");
        assertThat(terms.fieldsOf("tax")).isEmpty();
        assertThat(terms.powersOf("trust")).containsExactly("hsca-2012-s251b");
        assertThat(terms.powersOf("practice")).isEmpty();
        assertThat(folder.organisations()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule-sc-1      | parent: AG-1                 | parent: PR-1                  | REFERENCE-UNKNOWN
            schedule-sc-1      | parent: AG-1                 | parent: AG-9                  | REFERENCE-UNKNOWN
            schedule-sc-1      | parent: AG-1                 | parent: AG-2                  | BEYOND-PARENT
            schedule-sc-1      | to: 2027-12-31               | to: 2029-01-01                | BEYOND-PARENT
            schedule-sc-1      | from: 2026-01-01             | from: 2025-12-31              | BEYOND-PARENT
            schedule-sc-1      | to: 2027-12-31               | to: 2025-12-31                | DATES-REVERSED
            schedule-sc-1      | review-by: 2026-12-01        | review-by: 2028-01-01         | REVIEW-OUTSIDE
            schedule-sc-1      | nation: england              | nation: wales                 | BEYOND-PARENT
            schedule-sc-1      | purposes: [care]             | purposes: [advice]            | BEYOND-PARENT
            schedule-sc-1      | purposes: [care]             | purposes: [nothing]           | REFERENCE-UNKNOWN
            schedule-sc-1      | forms: [identified]          | forms: [discussed]            | BEYOND-PARENT
            schedule-sc-1      | organisation: practice       | organisation: charity         | BEYOND-PARENT
            schedule-sc-1      | row: hsca-2012-s251b         | row: no-such-row              | REFERENCE-UNKNOWN
            schedule-sc-1      | {organisation: trust, row    | {organisation: practice, row  | POWER-MISSING
            schedule-sc-1      | {organisation: trust, basis  | {organisation: practice, basis| BASIS-MISSING
            schedule-sc-1      | paragraph: sch1-2            | paragraph: sch1-5             | REFERENCE-UNKNOWN
            schedule-sc-1      | dataset: discharges          | dataset: tax                  | HOLDER-NOT-SENDER
            schedule-sc-1      | dataset: discharges          | dataset: nothing              | REFERENCE-UNKNOWN
            schedule-sc-1      | nhs-number, name             | nhs-number, surname           | REFERENCE-UNKNOWN
            schedule-sc-1      | practice, roles              | trust, roles                  | NOT-A-PARTY
            schedule-sc-1      | roles: [clinician]           | roles: [wizard]               | REFERENCE-UNKNOWN
            schedule-sc-1      | practice, roles              | practice, team: tax, roles    | REFERENCE-UNKNOWN
            schedule-sc-1      | onward-to: []                | onward-to: [elsewhere]        | REFERENCE-UNKNOWN
            schedule-sc-1      | confidentiality: statute     | confidentiality: consent      | CONSENT-UNSAID
            schedule-sc-1      | confidentiality: statute     | confidentality: statute       | FIELD-UNKNOWN
            schedule-sc-1      | schedule: SC-1               | schedule: AG-1                | ID-TWICE
            schedule-sc-1      | schedule: SC-1               | timetable: SC-1               | FILE-KIND
            schedule-sc-3      | suppress-below: 10           | suppress-below: 0             | SUPPRESSION-MISSING
            schedule-sc-3      | acts-as: [sender]            | acts-as: [receiver]           | HOLDER-NOT-SENDER
            agreement-care     | joined: 2026-01-01           | joined: 2025-12-31            | BEYOND-PARENT
            protocol           | assurance:                   | insurance:                    | FIELD-MISSING
            dataset-discharges | class: sensitive             | class: attribute              | FIELD-SENSITIVITY
            dataset-discharges | , detail: name               | , sensitive: [health]         | FIELD-SENSITIVITY
            dataset-discharges | class: sensitive             | class: secret                 | WORD-UNKNOWN
            dataset-discharges | codes: sex                   | codes: gender                 | REFERENCE-UNKNOWN
            dataset-discharges | holder: trust                | holder: nobody                | REFERENCE-UNKNOWN
            dataset-discharges | field: sex                   | field: name                   | LIST-REPEATS
            dataset-visits     | origin: ordinary             | received-under: x             | FIELD-MISSING
            team-tax           | kinds: [billing-authority]   | kinds: [police]               | TEAM-KINDS
            team-tax           | organisation: council        | organisation: nobody          | REFERENCE-UNKNOWN
            organisation-police| listed-in: [ca-2004-s10]     | listed-in: [ca-2004-s99]      | REFERENCE-UNKNOWN
            organisation-police| kinds: [police]              | kinds: [polis]                | WORD-UNKNOWN
            """)
    void refusesAFolderWithAFaultAndNamesLineCauseAndRemedy(String file, String from, String to, String code) {
        assertThat(TOWN.with(file, from, to).problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.cause()).endsWith(".");
            assertThat(problem.remedy()).matches("(?s).*[.?]");
        });
    }

    @Test
    void namesTheLineOfTheFaultItself() {
        Problem problem = TOWN.with("schedule-sc-1", "roles: [clinician]", "roles: [wizard]")
                .problems()
                .getFirst();
        long line = TOWN.file("schedule-sc-1")
                        .lines()
                        .takeWhile(text -> !text.contains("roles: [clinician]"))
                        .count()
                + 1;
        assertThat(problem.place().line()).isEqualTo((int) line);
        assertThat(problem.toString()).startsWith("schedule-sc-1, line " + line + ": No role 'wizard' is described.");
        assertThat(problem.remedy()).contains("clinician");
    }

    @Test
    void aSignatureHoldsForTheVeryTextAndFromItsDay() {
        AgreementFolder folder = TOWN.signed().read();
        assertThat(folder.signatureState("SC-1", "trust", DAY)).isEqualTo(State.SIGNED);
        assertThat(folder.signatureState("SC-1", "trust", Town.SIGNED_ON.minusDays(1)))
                .isEqualTo(State.MISSING);
        assertThat(folder.signatureState("SC-1", "police", DAY)).isEqualTo(State.MISSING);
        assertThat(TOWN.read().signatureState("SC-1", "trust", DAY)).isEqualTo(State.MISSING);
        assertThat(folder.notices()).noneMatch(notice -> notice.code().equals("PARTY-UNSIGNED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule-sc-1      | shared-days: 90      | shared-days: 91
            agreement-care     | Coming home          | Going home
            protocol           | Tideford protocol    | Tideford treaty
            dataset-discharges | Main diagnosis       | Any diagnosis
            purpose-care       | [direct-care]        | [direct-care, research]
            code-list-sex      | not stated           | unknown
            organisation-trust | kinds: [nhs-trust]   | kinds: [nhs-trust, council]
            organisation-trust | legal-name: Tideford | legal-name: Another
            """)
    void whatGivesAScheduleItsMeaningCannotChangeUnderItsSignature(String file, String from, String to) {
        AgreementFolder changed = TOWN.signed().with(file, from, to).read();
        assertThat(changed.signatureState("SC-1", "trust", DAY)).isEqualTo(State.CHANGED_SINCE);
        assertThat(changed.notices()).anyMatch(notice -> notice.code().equals("PARTY-UNSIGNED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule-sc-1      | to: 2027-12-31       | to: 2027-12-31;ended-on: 2026-07-01
            schedule-sc-1      | joined: 2026-01-01   | joined: 2026-01-01;    left: 2026-07-01
            organisation-trust | contact: Information | contact: Another
            organisation-trust | signatories:         | listed-in: [ca-2004-s10];signatories:
            organisation-police| kinds: [police]      | kinds: [police, probation]
            """)
    void anEarlierEndOrAnotherContactDoesNotUnsign(String file, String from, String to) {
        AgreementFolder changed =
                TOWN.signed().with(file, from, to.replace(';', '\n')).read();
        assertThat(changed.signatureState("SC-1", "trust", DAY)).isEqualTo(State.SIGNED);
    }

    @Test
    void whichListsNameAPartyCannotChangeUnderAScheduleThatReliesOnThem() {
        Town listed = TOWN.signed().with("organisation-council", "listed-in: [ca-2004-s10, ", "listed-in: [");
        assertThat(listed.read().signatureState("SC-2", "council", DAY)).isEqualTo(State.CHANGED_SINCE);
        Town another = TOWN.signed().with("organisation-council", "listed-in: [", "listed-in: [dea-2017-s48, ");
        assertThat(another.read().signatureState("SC-2", "council", DAY)).isEqualTo(State.SIGNED);
    }

    @Test
    void theFoldersFingerprintCoversEveryFile() {
        String fingerprint = TOWN.read().fingerprint();
        assertThat(fingerprint).matches("[0-9a-f]{64}").isEqualTo(TOWN.read().fingerprint());
        assertThat(TOWN.with("organisation-police", "contact: Information", "contact: Another")
                        .read()
                        .fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(TOWN.signed().read().fingerprint()).isNotEqualTo(fingerprint);
        assertThat(TOWN.without("v-wra-2012-s131").read().fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void aCommentOrOrderOfFieldsDoesNotUnsign() {
        AgreementFolder folder = TOWN.signed()
                .plus("schedule-sc-1", TOWN.file("schedule-sc-1") + "# a comment\n")
                .with("code-list-sex", "{code: \"1\", means: male}", "{means: male, code: '1'}")
                .read();
        assertThat(folder.signatureState("SC-1", "trust", DAY)).isEqualTo(State.SIGNED);
    }

    @Test
    void aTypedNameForgedOrMisplacedSignatureIsNone() {
        Town signed = TOWN.signed();
        String file = "sig-SC-1-trust";
        String text = signed.file(file);
        String typed =
                text.lines().filter(line -> !line.startsWith("value:")).reduce("", (all, line) -> all + line + "\n");
        assertThat(signed.plus(file, typed).read().signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.TYPED_ONLY);
        String other = signed.file("sig-AG-1-trust")
                .lines()
                .filter(line -> line.startsWith("value:"))
                .findFirst()
                .orElseThrow();
        assertThat(signed.plus(file, typed + other + "\n").read().signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.INVALID);
        assertThat(signed.with(file, "on: 2026-01-01", "on: 2026-01-02").read().signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.INVALID);
        assertThat(signed.with(file, "signatory: trust-chief", "signatory: trust-deputy")
                        .read()
                        .signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.INVALID);
        assertThat(signed.with("organisation-trust", "from: 2025-01-01", "from: 2026-01-02")
                        .read()
                        .signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.INVALID);
        assertThat(signed.with("organisation-trust", "from: 2025-01-01", "from: 2025-01-01\n    to: 2025-12-31")
                        .read()
                        .signatureState("SC-1", "trust", DAY))
                .isEqualTo(State.INVALID);
    }

    @Test
    void noticesOverlapsUnverifiedPowersAndOutdatedVerifications() {
        String second = TOWN.file("schedule-sc-2").replace("schedule: SC-2", "schedule: SC-4");
        assertThat(TOWN.plus("schedule-sc-4", second).read().notices())
                .extracting(Problem::code)
                .contains("SCHEDULES-OVERLAP");
        assertThat(TOWN.read().notices()).extracting(Problem::code).doesNotContain("SCHEDULES-OVERLAP");

        Town unverified = TOWN.with("schedule-sc-2", "row: ca-2004-s10", "row: cda-1998-s115");
        assertThat(unverified.read().notices()).extracting(Problem::code).contains("POWER-UNVERIFIED");
        String fingerprint = Town.UK.row("cda-1998-s115").orElseThrow().fingerprint();
        String verification = """
                verification: v-1
                row: cda-1998-s115
                fingerprint: %s
                officer: officer-7
                on: 2026-02-01
                source: The Act, read online as amended.
                in-force: yes
                """;
        assertThat(unverified
                        .plus("v", verification.formatted(fingerprint))
                        .read()
                        .notices())
                .extracting(Problem::code)
                .doesNotContain("POWER-UNVERIFIED", "VERIFICATION-OUTDATED");
        assertThat(unverified.plus("v", verification.formatted("0000")).read().notices())
                .extracting(Problem::code)
                .contains("POWER-UNVERIFIED", "VERIFICATION-OUTDATED");
    }

    @Test
    void anAgreementHoldsFromItsFirstToItsLastDayAndNotAfterItsEarlyEnd() {
        Agreement schedule = Objects.requireNonNull(TOWN.read().agreements().get("SC-1"));
        assertThat(schedule.holdsOn(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(schedule.holdsOn(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(schedule.holdsOn(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(schedule.holdsOn(LocalDate.of(2028, 1, 1))).isFalse();
        Agreement ended = Objects.requireNonNull(
                TOWN.with("schedule-sc-1", "to: 2027-12-31", "to: 2027-12-31\nended-on: 2026-05-31")
                        .read()
                        .agreements()
                        .get("SC-1"));
        assertThat(ended.holdsOn(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(ended.holdsOn(DAY)).isFalse();
    }

    @Test
    void thePublishedSchemaIsTheShapesOwn() throws IOException {
        try (var stream =
                Objects.requireNonNull(AgreementFolder.class.getResourceAsStream("agreement-folder.schema.json"))) {
            assertThat(new String(stream.readAllBytes(), UTF_8))
                    .as("write FileShapes.schema() to agreement-folder.schema.json")
                    .isEqualTo(FileShapes.schema() + "\n");
        }
    }
}
