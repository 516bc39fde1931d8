package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.policy.Town;
import org.concordat.policy.reading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleCheckTest {

    private static final Town TOWN = Town.asWritten();
    private static final String POWER = "- {organisation: council, row: ca-2004-s10}";
    private static final String BASIS = "- {organisation: council, basis: public-task}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {organisation: council, row: ca-2004-s10}  | - {organisation: charity, row: own-objects}      | 39
            - {organisation: council, basis: public-task}| - {organisation: charity, basis: public-task}    | 41
            """)
    void aPowerOrBasisOfSomeoneWhoIsNoPartyIsRefused(String at, String stranger, int line) {
        Problem problem = onlyProblem(TOWN.with("schedule-sc-2", at, at + "\n    " + stranger));
        assertThat(problem.code()).isEqualTo("NOT-A-PARTY");
        assertThat(problem.cause()).isEqualTo("'charity' is no party.");
        assertThat(problem.place().line()).isEqualTo(line + 1);
    }

    @Test
    void whoeverReceivesMustBeAReceivingParty() {
        Problem problem = onlyProblem(TOWN.with(
                "schedule-sc-2",
                "{organisation: police, roles: [case-worker]}",
                "{organisation: council, roles: [case-worker]}"));
        assertThat(problem.code()).isEqualTo("NOT-A-PARTY");
        assertThat(problem.cause()).isEqualTo("'council' is no receiving party.");
    }

    @Test
    void aRecipientsTeamMustBeItsOwn() {
        String whole = "{organisation: council, roles: [case-worker]}";
        String team = "{organisation: council, team: %s, roles: [case-worker]}";
        AgreementFolder folder =
                TOWN.with("schedule-sc-3", whole, team.formatted("housing")).read();
        assertThat(folder.agreements().get("SC-3"))
                .isNotNull()
                .satisfies(schedule -> assertThat(schedule.terms().orElseThrow().recipients())
                        .singleElement()
                        .satisfies(recipient -> assertThat(recipient.team()).contains("housing")));

        Problem unknown = onlyProblem(TOWN.with("schedule-sc-3", whole, team.formatted("parks")));
        assertThat(unknown.code()).isEqualTo("REFERENCE-UNKNOWN");
        assertThat(unknown.cause()).isEqualTo("No team of 'council' 'parks' is described.");
        Problem another = onlyProblem(TOWN.with(
                "schedule-sc-2",
                "{organisation: police, roles: [case-worker]}",
                "{organisation: police, team: tax, roles: [case-worker]}"));
        assertThat(another.cause()).isEqualTo("No team of 'police' 'tax' is described.");
    }

    @Test
    void aFurtherPurposeThatNobodyDescribesIsRefused() {
        String said = "human-rights: It interferes little and helps much.";
        Problem problem = onlyProblem(TOWN.with("schedule-sc-2", said, said + "\n  further-processing: [profit]"));
        assertThat(problem.code()).isEqualTo("REFERENCE-UNKNOWN");
        assertThat(problem.cause()).isEqualTo("No purpose 'profit' is described.");
    }

    @Test
    void aDatasetGivenTwiceIsRefusedAtEachPlace() {
        String text = TOWN.file("schedule-sc-2");
        String item = text.substring(text.indexOf("  - dataset: school-roll"), text.indexOf("flow:\n"));
        Town twice = TOWN.with("schedule-sc-2", "flow:\n", item + "flow:\n");
        assertThat(twice.problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("LIST-REPEATS");
            assertThat(problem.cause()).isEqualTo("'school-roll' is there twice.");
        });
        String other = item.replace("school-roll", "tax").replace("year", "band");
        assertThat(TOWN.with("schedule-sc-2", "flow:\n", other + "flow:\n")
                        .read()
                        .agreements())
                .as("two datasets, each once")
                .containsKey("SC-2");
    }

    @Test
    void aPartyWithoutABasisOrWithTwoIsRefused() {
        Problem two = onlyProblem(TOWN.with("schedule-sc-2", BASIS, BASIS + "\n    " + BASIS));
        assertThat(two.code()).isEqualTo("BASIS-MISSING");
        assertThat(two.cause()).isEqualTo("'council' has 2 lawful bases.");
        Problem none = onlyProblem(TOWN.with("schedule-sc-2", BASIS + "\n    ", ""));
        assertThat(none.cause()).isEqualTo("'council' has 0 lawful bases.");
    }

    @Test
    void aProcessorNeedsNeitherPowerNorBasisOfItsOwn() {
        String police = "- organisation: police\n    role: sole-controller";
        AgreementFolder folder = TOWN.with("schedule-sc-2", police, police.replace("sole-controller", "processor"))
                .with("schedule-sc-2", "    - {organisation: police, basis: public-task}\n", "")
                .read();
        assertThat(folder.agreements()).containsKey("SC-2");
        assertThat(onlyProblem(TOWN.with("schedule-sc-2", "    - {organisation: police, basis: public-task}\n", ""))
                        .cause())
                .isEqualTo("'police' has 0 lawful bases.");
    }

    @Test
    void aSenderNeedsAPowerAndAReceiverDoesNot() {
        Problem problem = onlyProblem(TOWN.with("schedule-sc-2", POWER, "- {organisation: police, row: ca-2004-s10}"));
        assertThat(problem.code()).isEqualTo("POWER-MISSING");
        assertThat(problem.cause()).isEqualTo("'council' sends, and no power of it is named.");
    }

    @Test
    void fieldsToMatchOnMustBeTheDatasetsOwn() {
        String fields = "    fields: [name, year]\n";
        Problem problem =
                onlyProblem(TOWN.with("schedule-sc-2", fields, fields + "    matched-on: [name, birth-date]\n"));
        assertThat(problem.code()).isEqualTo("REFERENCE-UNKNOWN");
        assertThat(problem.cause()).isEqualTo("No field of 'school-roll' 'birth-date' is described.");
    }

    @Test
    void consentIsSaidWhereABasisOrConfidenceRestsOnIt() {
        String consent = "  consent:\n    route: Asked at the desk.\n    wording: The form of the desk.\n";
        Problem basis = onlyProblem(TOWN.with("schedule-sc-3", consent, ""));
        assertThat(basis.code()).isEqualTo("CONSENT-UNSAID");
        assertThat(basis.place().line()).isEqualTo(37);
        Town noConsent =
                TOWN.with("schedule-sc-3", consent, "").with("schedule-sc-3", "basis: consent", "basis: contract");
        assertThat(noConsent.read().agreements()).containsKey("SC-3");
        assertThat(onlyProblem(noConsent.with(
                                "schedule-sc-3", "confidentiality: not-confidential", "confidentiality: consent"))
                        .code())
                .isEqualTo("CONSENT-UNSAID");
    }

    private static Problem onlyProblem(Town town) {
        assertThat(town.problems()).hasSize(1);
        return town.problems().getFirst();
    }
}
