package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;
import static org.concordat.policy.decide.Requests.as;
import static org.concordat.policy.decide.Requests.deciding;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.form;
import static org.concordat.policy.decide.Requests.harm;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.many;
import static org.concordat.policy.decide.Requests.reuse;
import static org.concordat.policy.decide.Requests.single;
import static org.concordat.policy.decide.Requests.wards;

import java.util.List;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;

/** What each kind of permitted share obliges, and that it obliges nothing besides. */
final class DutiesTest {

    @Test
    void aPlainShareUnderAScheduleObligesWhatTheScheduleSaysAndNoMore() {
        assertThat(duties(family(), facts()))
                .containsExactly(
                        new Duty.OnlyTheseFields(Set.of("name", "year")),
                        new Duty.OnlyThisForm(SharingForm.IDENTIFIED),
                        new Duty.Log(),
                        new Duty.UseOnlyFor(Set.of("families")),
                        new Duty.NoOnwardSharing(Set.of()),
                        new Duty.DestroyBy(DAY.plusDays(90), true),
                        new Duty.DestroyDerivedBy(DAY.plusDays(30)),
                        new Duty.ExpireOn(DAY.plusDays(30)),
                        new Duty.TellThePerson());
    }

    @Test
    void aTableUnderAScheduleHidesSmallNumbersAndTellsNobody() {
        assertThat(duties(wards(), facts()))
                .containsExactly(
                        new Duty.OnlyTheseFields(Set.of("ward")),
                        new Duty.OnlyThisForm(SharingForm.AGGREGATED),
                        new Duty.Log(),
                        new Duty.UseOnlyFor(Set.of("advice")),
                        new Duty.NoOnwardSharing(Set.of()),
                        new Duty.DestroyBy(DAY.plusDays(90), true),
                        new Duty.DestroyDerivedBy(DAY.plusDays(30)),
                        new Duty.ExpireOn(DAY.plusDays(30)),
                        new Duty.SuppressBelow(10));
    }

    @Test
    void theScheduleCanLeaveOutTheExpiryAndTheCertificateAndAllowPassingOn() {
        Town lenient = Town.asWritten()
                .with("schedule-sc-2", "  expires-after-days: 30\n", "")
                .with("schedule-sc-2", "certificate: yes", "certificate: no")
                .with("schedule-sc-2", "onward-to: []", "onward-to: [job-centre]")
                .signed();
        assertThat(duties(family(), in(lenient)))
                .contains(new Duty.NoOnwardSharing(Set.of("job-centre")), new Duty.DestroyBy(DAY.plusDays(90), false))
                .doesNotHaveAnyElementsOfTypes(Duty.ExpireOn.class);
    }

    @Test
    void aSingleDisclosureIsForItsPurposeAloneGoesNoFurtherAndIsTold() {
        assertThat(duties(single(), facts()))
                .containsExactly(
                        new Duty.OnlyTheseFields(Set.of("name", "year")),
                        new Duty.OnlyThisForm(SharingForm.IDENTIFIED),
                        new Duty.Log(),
                        new Duty.UseOnlyFor(Set.of("families")),
                        new Duty.NoOnwardSharing(Set.of()),
                        new Duty.TellThePerson());
    }

    @Test
    void reuseInTablesHidesSmallNumbersByTheRuleOfThumb() {
        assertThat(duties(many(form(as(reuse(), Set.of("year")), SharingForm.AGGREGATED)), facts()))
                .containsExactly(
                        new Duty.OnlyTheseFields(Set.of("year")),
                        new Duty.OnlyThisForm(SharingForm.AGGREGATED),
                        new Duty.Log(),
                        new Duty.UseOnlyFor(Set.of("advice")),
                        new Duty.NoOnwardSharing(Set.of()),
                        new Duty.SuppressBelow(6));
    }

    @Test
    void whatPreventsSeriousHarmIsReviewedAndItsAddressGuardedWhereOneLeaves() {
        List<Duty> always = List.of(
                new Duty.OnlyThisForm(SharingForm.IDENTIFIED),
                new Duty.Log(),
                new Duty.UseOnlyFor(Set.of("families")),
                new Duty.NoOnwardSharing(Set.of()),
                new Duty.ReviewWithin(1));
        assertThat(duties(harm(false), facts()))
                .containsAll(always)
                .contains(new Duty.OnlyTheseFields(Set.of("name", "address")), new Duty.GuardAddress())
                .hasSize(always.size() + 2);
        assertThat(duties(as(harm(false), Set.of("name")), facts()))
                .containsAll(always)
                .contains(new Duty.OnlyTheseFields(Set.of("name")))
                .hasSize(always.size() + 1);
    }

    @Test
    void aDecisionThatWeighsOnSomebodyIsAPersons() {
        Facts agreed = in(Town.asWritten()
                .with("schedule-sc-2", "significant-decisions: no", "significant-decisions: yes")
                .signed());
        assertThat(duties(deciding(family()), agreed)).contains(new Duty.HumanDecision());
        assertThat(duties(family(), agreed)).doesNotContain(new Duty.HumanDecision());
    }

    @Test
    void aSecondApproverIsRecordedWhereOneIsAskedFor() {
        Facts two = in(Town.asWritten()
                .with("schedule-sc-2", "second-approver: no", "second-approver: yes")
                .signed());
        assertThat(duties(family(), two)).contains(new Duty.RecordSecondApprover());
    }

    @Test
    void anOpinionTravelsMarkedAndAFactDoesNot() {
        assertThat(duties(Requests.discharge(), facts())).contains(new Duty.MarkAsOpinion(Set.of("diagnosis")));
        assertThat(duties(as(Requests.discharge(), Set.of("name")), facts()))
                .doesNotHaveAnyElementsOfTypes(Duty.MarkAsOpinion.class);
    }

    @Test
    void theLimitOfTheGatewayUnderWhichTheDataCameTravelsOn() {
        Town came = Town.asWritten()
                .with("dataset-school-roll", "origin: ordinary", "origin: ordinary\nreceived-under: care-2014-s45")
                .with("purpose-families", "[child-well-being]", "[adult-safeguarding]")
                .with("schedule-sc-2", "row: ca-2004-s10", "row: localism-2011-s1")
                .signed();
        String limits = Town.UK.row("care-2014-s45").orElseThrow().limits();
        assertThat(duties(family(), in(came))).contains(new Duty.UseLimitTravels("care-2014-s45", limits));
        Town unlimited = Town.asWritten()
                .with("dataset-school-roll", "origin: ordinary", "origin: ordinary\nreceived-under: localism-2011-s1")
                .signed();
        assertThat(duties(family(), in(unlimited))).doesNotHaveAnyElementsOfTypes(Duty.UseLimitTravels.class);
    }

    private static List<Duty> duties(Request request, Facts facts) {
        Decision decision = new Decider().decide(request, facts);
        assertThat(decision).isInstanceOf(Permitted.class);
        return ((Permitted) decision).duties();
    }
}
