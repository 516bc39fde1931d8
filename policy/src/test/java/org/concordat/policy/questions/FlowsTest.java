package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Request.Subjects;
import org.junit.jupiter.api.Test;

/** Who may receive what from whom, and what almost may. */
class FlowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Town SIGNED = Town.asWritten().signed();

    @Test
    void whatIsSignedMayGoAndSaysWhichFactsAreAskedOfTheCaseAndOfEachPerson() {
        Flow flow = only(flows(SIGNED).under("SC-1"));
        assertThat(flow.may()).isTrue();
        assertThat(flow.fields()).containsExactly("address", "diagnosis", "name", "nhs-number", "sex");
        assertThat(flow.subjects()).containsExactly(Subjects.ONE, Subjects.MANY);
        assertThat(flow.sentence())
                .startsWith(
                        "Under 'SC-1', 'trust' may send address, diagnosis, name, nhs-number, sex of 'discharges' about"
                                + " one named person or many to 'practice' (role 'clinician') for 'care', identified.")
                .contains("At each share is asked: Is the asker's training up to date?")
                .contains("Of each person: Has the person objected to this?");
    }

    @Test
    void fieldsThatAreAnsweredDifferentlyAreFlowsOfTheirOwn() {
        Flows tables = flows(SIGNED).under("SC-3");
        Flow ward = only(new Flows(
                DAY,
                tables.may().list().stream()
                        .filter(flow -> flow.subjects().equals(Set.of(Subjects.MANY)))
                        .toList()));
        assertThat(ward.fields()).containsExactly("ward");
        assertThat(only(tables.not()).fields()).containsExactly("name");
    }

    @Test
    void whatOnlyLacksSignaturesIsAlmostThereAndNamesEveryPartyAndTier() {
        Flow flow = only(flows(Town.asWritten()).under("SC-1"));
        assertThat(flow.almost()).isTrue();
        assertThat(flow.sentence())
                .contains("'practice' has not signed 'SC-1'; its signatory would have to.")
                .contains("'trust' has not signed 'PR-1'; its signatory would have to.");
    }

    @Test
    void aTeamIsListedWhereItsAnswerDiffersFromItsOrganisations() {
        assertThat(flows(SIGNED).from("council").not().list())
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.route().sender().team()).contains("tax"));
    }

    static Flows flows(Town town) {
        return Flows.of(town.read(), Town.UK, DAY);
    }

    private static Flow only(Flows flows) {
        assertThat(flows.list()).hasSize(1);
        return flows.list().getFirst();
    }
}
