package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.words.FactName;
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

    @Test
    void aRowThatNobodyVerifiedIsWhatIsMissing() {
        Flow flow = only(flows(SIGNED.without("v-hsca-2012-s251b")).under("SC-1"));
        assertThat(((FlowAnswer.Almost) flow.answer()).missing())
                .singleElement()
                .satisfies(missing -> {
                    assertThat(((Missing.OfficersVerification) missing).row()).isEqualTo("hsca-2012-s251b");
                    assertThat(missing.sentence())
                            .startsWith(
                                    "Has an officer read Health and Social Care Act 2012 s.251B and found it in force")
                            .endsWith("? The partnership's information governance officer can say, and record it.");
                });
        assertThat(flow.sentence()).contains(" After that, at each share is asked: Is the asker's training");
    }

    @Test
    void aSignatureThatDoesNotCountSaysWhy() {
        Flow unchecked =
                only(Flows.of(SIGNED.read(TrustedKeys.none()), Town.UK, DAY).under("SC-1"));
        assertThat(unchecked.sentence()).contains("'trust' signed 'SC-1' with a key that nobody has checked; whoever");
        String signature = SIGNED.file("sig-SC-1-trust");
        Flow typed = only(flows(SIGNED.plus("sig-SC-1-trust", signature.substring(0, signature.indexOf("value:"))))
                .under("SC-1"));
        assertThat(typed.sentence()).contains("Missing: 'trust' has only typed a name under 'SC-1';");
        Flow changed = only(flows(SIGNED.with("schedule-sc-1", "Discharge list", "Discharges"))
                .under("SC-1"));
        assertThat(changed.sentence()).contains("'trust' signed 'SC-1' before its text changed;");
        Flow invalid = only(flows(SIGNED.plus("sig-SC-1-trust", signature.replace("on: 2026-01-01", "on: 2026-01-02")))
                .under("SC-1"));
        assertThat(invalid.sentence()).contains("'trust' has a signature of 'SC-1' that does not verify;");
    }

    @Test
    void whatBeginsOrIsJoinedLaterIsAlmostThereAndNamesTheDay() {
        Town later = SIGNED.with("schedule-sc-1", "from: 2026-01-01", "from: 2026-09-01")
                .signed();
        Flow begins = only(flows(later).under("SC-1"));
        assertThat(((FlowAnswer.Almost) begins.answer()).missing())
                .containsExactly(new Missing.Beginning("SC-1", LocalDate.of(2026, 9, 1)));
        assertThat(begins.sentence()).contains("'SC-1' begins on 2026-09-01.");
        String text = SIGNED.file("schedule-sc-1");
        int practice = text.indexOf("- organisation: practice");
        Town joining = SIGNED.plus(
                        "schedule-sc-1",
                        text.substring(0, practice)
                                + text.substring(practice).replaceFirst("joined: 2026-01-01", "joined: 2026-08-01"))
                .signed();
        Flow joins = only(flows(joining).under("SC-1"));
        assertThat(((FlowAnswer.Almost) joins.answer()).missing())
                .containsExactly(new Missing.Joining("SC-1", "practice", LocalDate.of(2026, 8, 1)));
        assertThat(joins.sentence()).contains("'practice' joins 'SC-1' on 2026-08-01.");
    }

    @Test
    void whatEndedMayNotGoAndSaysWhatWouldChangeThat() {
        Flow flow =
                only(Flows.of(SIGNED.read(), Town.UK, LocalDate.of(2028, 1, 1)).under("SC-1"));
        assertThat(((FlowAnswer.Not) flow.answer()).rules()).containsExactly(Rule.AGREEMENT_ENDED);
        assertThat(flow.sentence())
                .contains("'trust' may not send")
                .contains("'SC-1' ended on 2027-12-31. What would change it: Ask its steward to renew it");
    }

    @Test
    void aReviewThatIsOverdueIsACautionAndNoObstacle() {
        Flows flows =
                Flows.of(SIGNED.read(), Town.UK, LocalDate.of(2026, 12, 2)).under("SC-1");
        assertThat(only(flows.may()).cautions())
                .containsExactly(
                        "The review of 'SC-1' has been due since 2026-12-01.",
                        "The review of 'AG-1' has been due since 2026-12-01.",
                        "The review of 'PR-1' has been due since 2026-12-01.");
        assertThat(only(flows(SIGNED).under("SC-1")).cautions()).isEmpty();
        assertThat(only(Flows.of(SIGNED.read(), Town.UK, LocalDate.of(2026, 12, 1))
                                .under("SC-1"))
                        .cautions())
                .isEmpty();
    }

    @Test
    void flowsAreFoundBySenderRecipientDatasetPurposeAndSchedule() {
        Flows flows = flows(SIGNED);
        assertThat(flows.from("charity").list())
                .hasSize(3)
                .isEqualTo(flows.under("SC-3").list());
        assertThat(flows.to("council").list()).isEqualTo(flows.from("charity").list());
        assertThat(flows.ofDataset("visits").list())
                .isEqualTo(flows.from("charity").list());
        assertThat(flows.forPurpose("advice").list())
                .isEqualTo(flows.from("charity").list());
        assertThat(flows.from("nobody").list()).isEmpty();
        assertThat(flows.list()).isSortedAccordingTo(Comparator.comparing(Flow::route));
        assertThat(flows.may().list().size()
                        + flows.almost().list().size()
                        + flows.not().list().size())
                .isEqualTo(flows.list().size());
    }

    @Test
    void furtherPurposesAreRoutesToo() {
        Town further = Town.asWritten()
                .with("schedule-sc-2", "  human-rights:", "  further-processing: [advice]\n  human-rights:")
                .signed();
        assertThat(flows(further).under("SC-2").forPurpose("advice").list()).isNotEmpty();
    }

    @Test
    void aTeamThatTheScheduleNamesIsTheRecipient() {
        Town named = Town.asWritten()
                .with(
                        "schedule-sc-3",
                        "- {organisation: council, roles: [case-worker]}",
                        "- {organisation: council, team: housing, roles: [case-worker]}")
                .signed();
        assertThat(flows(named).under("SC-3").may().list())
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.route().recipient().team()).contains("housing"))
                .anySatisfy(flow -> assertThat(flow.sentence()).contains(" to 'council' (team 'housing') (role "));
    }

    @Test
    void whatMayGoAboutOneAndNotAboutManyIsTwoFlows() {
        Town weighed = Town.asWritten()
                .with("schedule-sc-1", "confidentiality: statute", "confidentiality: overriding-interest")
                .signed();
        Flows flows = flows(weighed).under("SC-1");
        assertThat(only(flows.may()).subjects()).containsExactly(Subjects.ONE);
        assertThat(only(flows.may()).sentence()).contains(" about one named person to ");
        assertThat(only(flows.not()).subjects()).containsExactly(Subjects.MANY);
        assertThat(only(flows.not()).sentence()).contains(" about many people to ");
    }

    @Test
    void aFlowWithoutFieldsAnAnswerWithoutReasonsAndAMissingThingThatIsThereAreRefused() {
        Route route = flows(SIGNED).list().getFirst().route();
        var nothing = new FlowAnswer.Asked(Set.of(), Set.of());
        assertThatThrownBy(
                        () -> new Flow(route, Set.of(), Set.of(Subjects.ONE), new FlowAnswer.May(nothing), List.of()))
                .hasMessage("fields is empty; allowed is at least one");
        assertThatThrownBy(() -> new FlowAnswer.Almost(List.of(), nothing))
                .hasMessage("missing is empty; allowed is at least one");
        assertThatThrownBy(() -> new FlowAnswer.Not(List.of(), List.of(), List.of()))
                .hasMessage("rules is empty; allowed is at least one");
        assertThatThrownBy(() -> new FlowAnswer.Asked(Set.of(), Set.of(FactName.ROLE_HELD)))
                .hasMessageContaining("aboutEachPerson holds what all does not");
        assertThatThrownBy(() -> new Missing.PartySignature("SC-1", "trust", Signature.State.SIGNED))
                .hasMessage("state is SIGNED; allowed is any other");
    }

    static Flows flows(Town town) {
        return Flows.of(town.read(), Town.UK, DAY);
    }

    private static Flow only(Flows flows) {
        assertThat(flows.list()).hasSize(1);
        return flows.list().getFirst();
    }
}
