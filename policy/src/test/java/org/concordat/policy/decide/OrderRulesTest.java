package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;
import static org.concordat.policy.decide.Requests.SIGNED;
import static org.concordat.policy.decide.Requests.discharge;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.form;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.purpose;
import static org.concordat.policy.decide.Requests.single;
import static org.concordat.policy.decide.Requests.visit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the four steps: dates, parties, signatures, and what the schedule covers. */
final class OrderRulesTest {

    private static final Ground SC_2 = new Ground.UnderAgreement(Optional.of("SC-2"));

    @Test
    void beforeItsFirstDayAndAfterItsLastNothingIsSharedAndEachSaysWhatHelps() {
        assertThat(refused(on(family(), LocalDate.of(2025, 12, 31)), facts(), Rule.AGREEMENT_ENDED))
                .startsWith("'SC-2' begins on 2026-01-01.")
                .endsWith("Wait until it begins.");
        assertThat(decide(on(family(), LocalDate.of(2027, 12, 31)), facts())).isInstanceOf(Permitted.class);
        assertThat(refused(on(family(), LocalDate.of(2028, 1, 1)), facts(), Rule.AGREEMENT_ENDED))
                .startsWith("'SC-2' ended on 2027-12-31.")
                .endsWith("Ask its steward to renew it, or share under another schedule.");
    }

    @Test
    void aPartyThatJoinsTomorrowGetsNothingToday() {
        Town tomorrow = Town.asWritten().with("schedule-sc-2", "joined: 2026-01-01", "joined: " + DAY.plusDays(1));
        assertThat(refused(family(), in(tomorrow.signed()), Rule.PARTY_NOT_JOINED))
                .endsWith("It would have to join 'SC-2'.");
    }

    @Test
    void whoeverChangesATextAfterItWasSignedHasUnsignedIt() {
        Town changed = SIGNED.with("schedule-sc-2", "title: Families who need a hand", "title: Families");
        assertThat(refused(family(), in(changed), Rule.SIGNATURE_MISSING))
                .startsWith("'council' signed a text that has changed since: 'SC-2'.");
    }

    @Test
    void anotherDocumentsSignatureDoesNotVerify() {
        String own = SIGNED.file("sig-SC-2-council");
        String other = value(SIGNED.file("sig-AG-2-council"));
        Town forged = SIGNED.plus("sig-SC-2-council", own.replace(value(own), other));
        assertThat(refused(family(), in(forged), Rule.SIGNATURE_MISSING))
                .startsWith("'council' has a signature that does not verify: 'SC-2'.");
    }

    @Test
    void aSignatureThatIsNotThereIsNamedWithItsDocument() {
        assertThat(refused(family(), in(SIGNED.without("sig-PR-1-police")), Rule.SIGNATURE_MISSING))
                .startsWith("'police' had not signed by that day: 'PR-1'.")
                .endsWith("The signatory of 'police' would have to sign 'PR-1' as it stands.");
    }

    @Test
    void aKeyThatNobodyCheckedIsAskedAboutAndNotRefused() {
        Facts unchecked = new Facts(SIGNED.read(TrustedKeys.none()), Town.UK, Requests.allAsWanted());
        assertThat(decide(family(), unchecked))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(Decision.Need::question)
                                .contains("Does the key that signed 'SC-2' for 'police' belong to its signatory?"));
    }

    @Test
    void aFieldThatTheScheduleDoesNotCoverIsNamedBesideThoseItCovers() {
        assertThat(refused(Requests.as(family(), Set.of("name", "offence")), facts(), Rule.NOT_AGREED))
                .startsWith("'SC-2' does not cover: offence.")
                .endsWith("Leave them out; it covers: name, year.");
    }

    @Test
    void aScheduleNamedForADatasetThatItDoesNotCoverSharesNothing() {
        assertThat(refused(on(discharge(), SC_2), facts(), Rule.NOT_AGREED))
                .startsWith("'SC-2' does not cover: address, diagnosis, name.")
                .endsWith("Have the schedule cover the dataset.");
    }

    @Test
    void aPurposeMustBeAmongTheSchedulesOwnOrItsFurtherOnes() {
        Request advice = purpose(on(family(), SC_2), "advice");
        assertThat(refused(advice, facts(), Rule.NOT_AGREED))
                .startsWith("'SC-2' is not for 'advice'.")
                .endsWith("It is for: families.");
        Town further = Town.asWritten()
                .with("schedule-sc-2", "  law-enforcement: no", "  law-enforcement: no\n  further-processing: [advice]")
                .with("schedule-sc-2", "row: ca-2004-s10", "row: localism-2011-s1")
                .signed();
        assertThat(decide(advice, in(further))).isInstanceOf(Permitted.class);
        assertThat(decide(purpose(family(), "advice"), in(further)))
                .as("found without its name")
                .isInstanceOf(Permitted.class);
        assertThat(decide(family(), in(further)))
                .as("for its own purpose still")
                .isInstanceOf(Permitted.class);
    }

    @Test
    void aFormThatTheScheduleDoesNotAllowIsNamed() {
        assertThat(refused(form(family(), SharingForm.PSEUDONYMISED), facts(), Rule.NOT_AGREED))
                .startsWith("'SC-2' does not allow the form 'pseudonymised'.");
    }

    @Test
    void whereTheScheduleNamesATeamAnotherTeamReceivesNothing() {
        Facts housing = in(Town.asWritten()
                .with(
                        "schedule-sc-3",
                        "{organisation: council, roles: [case-worker]}",
                        "{organisation: council, team: housing, roles: [case-worker]}")
                .signed());
        assertThat(decide(to("housing"), housing)).isInstanceOf(Permitted.class);
        refused(to("tax"), housing, Rule.RECIPIENT_NOT_NAMED);
        refused(visit(), housing, Rule.RECIPIENT_NOT_NAMED);
        assertThat(decide(to("tax"), facts())).as("no team named").isInstanceOf(Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-team", "ward"})
    void aTeamThatIsNotTheRecipientsIsUnknown(String team) {
        Town wards = SIGNED.plus("team-ward", """
                team: ward
                name: Ward
                organisation: trust
                kinds: [nhs-trust]
                """);
        assertThat(refused(to(team), in(wards), Rule.NOT_AGREED))
                .startsWith("The folder describes no recipient 'council/" + team + "'.");
    }

    @Test
    void aSingleDisclosureNamesThePerson() {
        refused(form(single(), SharingForm.PSEUDONYMISED), facts(), Rule.SINGLE_DISCLOSURE);
        assertThat(decide(form(single(), SharingForm.DISCUSSED), facts())).isInstanceOf(Permitted.class);
    }

    @Test
    void onlyTheHolderOfADatasetSendsIt() {
        Request notHeld = new Request(
                Request.Side.of("police"),
                family().recipient(),
                family().role(),
                "school-roll",
                family().fields(),
                family().purpose(),
                family().form(),
                family().subjects(),
                family().ground(),
                false,
                false,
                DAY);
        assertThat(refused(notHeld, facts(), Rule.NOT_AGREED))
                .isEqualTo("The sender does not hold the dataset. Ask its holder, 'council'.");
    }

    @Test
    void whatEndedIsSaidToHaveEndedThoughAnotherScheduleIsStillToBegin() {
        String next = Town.asWritten()
                .file("schedule-sc-2")
                .replace("schedule: SC-2", "schedule: SC-4")
                .replace("from: 2026-01-01", "from: 2027-01-01")
                .replace("review-by: 2026-12-01", "review-by: 2027-06-01");
        Town two = Town.asWritten()
                .plus("schedule-sc-4", next)
                .with("schedule-sc-2", "to: 2027-12-31", "to: 2026-12-31")
                .signed();
        assertThat(decide(family(), in(two))).as("the current one").isInstanceOf(Permitted.class);
        assertThat(decide(on(family(), LocalDate.of(2027, 1, 1)), in(two)))
                .as("the next one")
                .isInstanceOf(Permitted.class);
        refused(on(family(), LocalDate.of(2028, 1, 1)), in(two), Rule.AGREEMENT_ENDED);
    }

    private static Request to(String team) {
        Request visit = visit();
        return new Request(
                visit.sender(),
                new Request.Side("council", Optional.of(team)),
                visit.role(),
                visit.dataset(),
                visit.fields(),
                visit.purpose(),
                visit.form(),
                visit.subjects(),
                visit.ground(),
                false,
                false,
                DAY);
    }

    private static String value(String signature) {
        return signature
                .lines()
                .filter(line -> line.startsWith("value:"))
                .findFirst()
                .orElseThrow();
    }

    /** What the rule says against the request, and what would change that. */
    private static String refused(Request request, Facts facts, Rule rule) {
        Decision decision = decide(request, facts);
        assertThat(decision).isInstanceOf(Refused.class);
        Refused refused = (Refused) decision;
        assertThat(refused.rules()).contains(rule);
        String text = refused.reasons().stream()
                .filter(reason -> reason.rule() == rule && reason.outcome() == Decision.Outcome.REFUSES)
                .map(Reason::text)
                .findFirst()
                .orElseThrow();
        return text + " " + refused.changes().get(refused.rules().indexOf(rule));
    }

    private static Decision decide(Request request, Facts facts) {
        return new Decider().decide(request, facts);
    }
}
