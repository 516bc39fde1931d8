package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.concordat.policy.Town;
import org.concordat.policy.reading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a folder with one fault that fault is named, at its line, and nothing else. */
final class FolderCheckTest {

    private static final Town TOWN = Town.asWritten();

    private static final String LISTED = "listed-in: [ca-2004-s10, dea-2017-s35]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dataset-tax    | origin: council-tax       | origin: council-tax;received-under: no-row | received-under    | row of the law pack
            dataset-tax    | [tax-collection]          | [tax-gathering]                            | collected-for     | purpose
            dataset-tax    | holder: council           | holder: nobody                             | holder            | organisation
            v-wra-2012-s131| row: wra-2012-s131        | row: wra-2012-s999                         | row               | row of the law pack
            agreement-care | parent: PR-1              | parent: AG-2                               | parent            | protocol
            schedule-sc-1  | parent: AG-1              | parent: PR-1                               | parent            | agreement
            """)
    void aFileThatNamesWhatNobodyDescribesIsRefusedAtThatLine(
            String file, String from, String to, String field, String kind) {
        Town changed = TOWN.with(file, from, to.replace(';', '\n'));
        String id = to.substring(to.lastIndexOf(' ') + 1).replaceAll("[\\[\\]]", "");
        Problem problem = onlyProblem(changed);
        assertThat(problem.code()).isEqualTo("REFERENCE-UNKNOWN");
        assertThat(problem.cause()).isEqualTo("No " + kind + " '" + id + "' is described.");
        assertThat(problem.place()).hasToString(file + ", line " + line(changed.file(file), field + ":"));
    }

    @Test
    void aPartyThatNobodyDescribesIsRefused() {
        Town changed = TOWN.with("protocol", "organisation: job-centre", "organisation: job-shop");
        assertThat(onlyProblem(changed).cause()).isEqualTo("No organisation 'job-shop' is described.");
    }

    @Test
    void aSignatureOfADocumentOrForAnOrganisationThatIsNotThereIsRefused() {
        String signature = """
                signature: sig-1
                of: %s
                fingerprint: "0000"
                organisation: %s
                signatory: council-chief
                on: 2026-01-01
                """;
        Problem document = onlyProblem(TOWN.plus("sig-1", signature.formatted("SC-9", "council")));
        assertThat(document.cause()).isEqualTo("No protocol, agreement, schedule or accession 'SC-9' is described.");
        assertThat(document.place()).hasToString("sig-1, line 2");
        Problem organisation = onlyProblem(TOWN.plus("sig-1", signature.formatted("SC-1", "guild")));
        assertThat(organisation.cause()).isEqualTo("No organisation 'guild' is described.");
        assertThat(organisation.place()).hasToString("sig-1, line 4");
    }

    @Test
    void onlyDocumentsOfTheTierAboveAreSuggestedAsParent() {
        assertThat(onlyProblem(TOWN.with("agreement-care", "parent: PR-1", "parent: PR-9"))
                        .remedy())
                .isEqualTo("Correct the id, or add a file that describes it. Known: PR-1.");
        assertThat(onlyProblem(TOWN.with("schedule-sc-1", "parent: AG-1", "parent: AG-9"))
                        .remedy())
                .isEqualTo("Correct the id, or add a file that describes it. Known: AG-1, AG-2.");
    }

    @Test
    void aDozenKnownIdsAreSuggestedAndOfMoreItIsSaidThatThereAreMore() {
        Town town = TOWN.with("schedule-sc-1", "roles: [clinician]", "roles: [wizard]");
        for (int number = 1; number <= 9; number++) {
            town = town.plus("role-" + number, "role: helper-" + number + "\nname: Helper\n");
        }
        assertThat(onlyProblem(town).remedy()).endsWith("helper-8, helper-9.").contains("Known: analyst, ");
        Town more = town.plus("role-a", "role: a\nname: Helper\n");
        assertThat(onlyProblem(more).remedy()).endsWith("helper-7, helper-8 and more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: 2026-01-01 | from: 2025-12-31 | from
            to: 2027-12-31   | to: 2029-01-01   | to
            """)
    void aDayBeyondTheAgreementsIsRefusedAtItsOwnLine(String from, String to, String field) {
        Problem problem = onlyProblem(TOWN.with("schedule-sc-1", from, to));
        assertThat(problem.code()).isEqualTo("BEYOND-PARENT");
        assertThat(problem.cause()).isEqualTo("'SC-1' goes beyond 'AG-1' with its dates.");
        assertThat(problem.place()).hasToString("schedule-sc-1, line " + line(TOWN.file("schedule-sc-1"), field + ":"));
    }

    @Test
    void aFurtherPurposeThatTheAgreementDoesNotHaveIsRefusedAndOneThatItHasIsNot() {
        String said = "human-rights: It interferes little and helps much.";
        Problem problem =
                onlyProblem(TOWN.with("schedule-sc-1", said, said + "\n  further-processing: [planning, families]"));
        assertThat(problem.code()).isEqualTo("BEYOND-PARENT");
        assertThat(problem.cause()).isEqualTo("'SC-1' goes beyond 'AG-1' with a further purpose.");
        AgreementFolder folder = TOWN.with("schedule-sc-1", said, said + "\n  further-processing: [planning]")
                .read();
        assertThat(folder.agreements().get("SC-1"))
                .isNotNull()
                .satisfies(schedule -> assertThat(schedule.terms().orElseThrow().furtherPurposes())
                        .containsExactly("planning"));
    }

    @Test
    void onePartySignatoryOrFieldGivenTwiceIsRefused() {
        String party = """
                  - organisation: police
                    role: sole-controller
                    acts-as: [receiver]
                    lead-owner: Head of service
                    signatory: Chief executive
                    joined: 2026-01-01
                """;
        Problem twice = onlyProblem(TOWN.with("schedule-sc-2", "purpose:\n", party + "purpose:\n"));
        assertThat(twice.code()).isEqualTo("LIST-REPEATS");
        assertThat(twice.cause()).isEqualTo("'police' is there twice in 'parties'.");

        String council = TOWN.file("organisation-council");
        String signatory = council.substring(council.indexOf("  - id: council-chief"));
        Problem chief = onlyProblem(TOWN.plus("organisation-council", council + signatory));
        assertThat(chief.code()).isEqualTo("LIST-REPEATS");
        assertThat(chief.cause()).isEqualTo("'council-chief' is there twice in 'signatories'.");
    }

    @Test
    void saysInWhichWayAFieldsClassAndSensitivityDisagree() {
        assertThat(onlyProblem(TOWN.with("dataset-discharges", ", sensitive: [health]", ""))
                        .cause())
                .isEqualTo("Field 'diagnosis' is sensitive and does not say what makes it so.");
        assertThat(onlyProblem(TOWN.with("dataset-discharges", ", codes: sex", ", codes: sex, sensitive: [health]"))
                        .cause())
                .isEqualTo("Field 'sex' says what makes it sensitive, but its class is another.");
    }

    @Test
    void aProvisionsListThatTheLawPackHasNotIsRefused() {
        Problem problem = onlyProblem(TOWN.with("organisation-council", LISTED, "listed-in: [ca-2004-s10, ca-9]"));
        assertThat(problem.cause()).isEqualTo("No row of the law pack 'ca-9' is described.");
        assertThat(problem.place()).hasToString("organisation-council, line 5");
        assertThat(problem.remedy()).endsWith(" and more.");
    }

    @Test
    void theFirstAndLastDaysOfTheTierAboveAreWithinIt() {
        AgreementFolder folder = TOWN.with("schedule-sc-1", "to: 2027-12-31", "to: 2028-12-31")
                .with("schedule-sc-1", "review-by: 2026-12-01", "review-by: 2028-12-31")
                .read();
        assertThat(folder.agreements().get("SC-1")).isNotNull().satisfies(schedule -> {
            assertThat(schedule.holdsOn(LocalDate.of(2028, 12, 31))).isTrue();
            assertThat(schedule.reviewBy()).isEqualTo(LocalDate.of(2028, 12, 31));
        });
        Problem early = onlyProblem(TOWN.with("schedule-sc-1", "review-by: 2026-12-01", "review-by: 2025-12-31"));
        assertThat(early.code()).isEqualTo("REVIEW-OUTSIDE");
        assertThat(early.remedy()).isEqualTo("Choose a day between 2026-01-01 and 2027-12-31.");
    }

    private static Problem onlyProblem(Town town) {
        assertThat(town.problems()).hasSize(1);
        return town.problems().getFirst();
    }

    /** The line on which a text begins a line, from 1. */
    private static int line(String text, String begin) {
        return (int) text.lines().takeWhile(line -> !line.startsWith(begin)).count() + 1;
    }
}
