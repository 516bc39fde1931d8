package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;
import org.junit.jupiter.api.Test;

/** What files say is what records say, and what records answer about themselves. */
final class AgreementTest {

    private static final Town TOWN = Town.asWritten();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @Test
    void aPartyBelongsFromTheDayItJoinedToTheDayItLeft() {
        var party = new Party("trust", PartyRole.SOLE_CONTROLLER, Set.of(Direction.SENDER), FIRST, Optional.of(LAST));
        assertThat(party.belongsOn(FIRST.minusDays(1))).isFalse();
        assertThat(party.belongsOn(FIRST)).isTrue();
        assertThat(party.belongsOn(LAST)).isTrue();
        assertThat(party.belongsOn(LAST.plusDays(1))).isFalse();
        var staying = new Party("trust", PartyRole.SOLE_CONTROLLER, Set.of(Direction.SENDER), FIRST, Optional.empty());
        assertThat(staying.belongsOn(LAST.plusYears(9))).isTrue();
    }

    @Test
    void aSignatoryMightSignFromFirstToLastDay() {
        var signatory = new Organisation.Signatory("chief", "Chief", new byte[32], FIRST, Optional.of(LAST));
        assertThat(signatory.mightSignOn(FIRST.minusDays(1))).isFalse();
        assertThat(signatory.mightSignOn(FIRST)).isTrue();
        assertThat(signatory.mightSignOn(LAST)).isTrue();
        assertThat(signatory.mightSignOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void anEndThatIsNotEarlyLengthensNothing() {
        Town town = TOWN.with("schedule-sc-1", "to: 2027-12-31", "to: 2027-12-31\nended-on: 2028-06-30");
        assertThat(agreement(town, "SC-1").lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
        Town early = TOWN.with("schedule-sc-1", "to: 2027-12-31", "to: 2027-12-31\nended-on: 2026-06-30");
        assertThat(agreement(early, "SC-1").lastDay()).isEqualTo(LAST);
        assertThat(agreement(TOWN, "SC-1").lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void aPurposeIsAboutNobodyOnlyWhenAllOfItIs() {
        assertThat(new Purpose("p", "P", Set.of(PurposeKind.RESEARCH, PurposeKind.STATISTICS)).isAboutNobody())
                .isTrue();
        assertThat(new Purpose("p", "P", Set.of(PurposeKind.RESEARCH, PurposeKind.DIRECT_CARE)).isAboutNobody())
                .isFalse();
    }

    @Test
    void aScheduleIsReadAsItsFileHasIt() {
        Agreement schedule = agreement(TOWN, "SC-1");
        assertThat(schedule.title()).isEqualTo("Discharge list");
        assertThat(schedule.version()).isEqualTo(1);
        assertThat(schedule.parent()).contains("AG-1");
        assertThat(schedule.nation()).isEqualTo(Nation.ENGLAND);
        assertThat(schedule.onPublicRegister()).isTrue();
        assertThat(schedule.purposes()).containsExactly("care");
        assertThat(schedule.forms()).containsExactly(SharingForm.IDENTIFIED);
        assertThat(schedule.parties())
                .containsExactly(
                        new Party(
                                "trust", PartyRole.SOLE_CONTROLLER, Set.of(Direction.SENDER), FIRST, Optional.empty()),
                        new Party(
                                "practice",
                                PartyRole.SOLE_CONTROLLER,
                                Set.of(Direction.RECEIVER),
                                FIRST,
                                Optional.empty()));
        Terms terms = schedule.terms().orElseThrow();
        assertThat(terms.lawEnforcement()).isFalse();
        assertThat(terms.confidentiality()).isEqualTo(ConfidenceRoute.STATUTE);
        assertThat(terms.saysHowConsentIsAsked()).isFalse();
        assertThat(agreement(TOWN, "SC-3").terms().orElseThrow().saysHowConsentIsAsked())
                .isTrue();
        assertThat(terms.onwardTo()).isEmpty();
        assertThat(terms.recipients())
                .containsExactly(new Terms.Recipient("practice", Optional.empty(), Set.of("clinician")));
        assertThat(terms.retention()).isEqualTo(new Terms.Retention(90, 30, true));
        assertThat(terms.safeguards())
                .isEqualTo(new Terms.Safeguards(0, false, false, Transparency.TELL, true, OptionalInt.of(30)));
        Town forGood = TOWN.with("schedule-sc-1", "  expires-after-days: 30\n", "");
        assertThat(agreement(forGood, "SC-1").terms().orElseThrow().safeguards().expiresAfterDays())
                .isEmpty();
    }

    @Test
    void aScheduleKnowsThePowersAndTheBasisOfEachPartyAndNobodyElses() {
        Terms terms = agreement(TOWN, "SC-1").terms().orElseThrow();
        assertThat(terms.basisOf("practice"))
                .contains(new Terms.BasisOf(
                        "practice",
                        LawfulBasis.PUBLIC_TASK,
                        Optional.of(SpecialCondition.HEALTH_OR_SOCIAL_CARE),
                        Optional.of("sch1-2"),
                        Optional.empty(),
                        true));
        assertThat(terms.basisOf("trust"))
                .hasValueSatisfying(basis -> assertThat(basis.organisation()).isEqualTo("trust"));
        assertThat(terms.basisOf("police")).isEmpty();
        assertThat(terms.powersOf("trust")).containsExactly("hsca-2012-s251b");
        assertThat(terms.powersOf("police")).isEmpty();
        assertThat(agreement(TOWN, "SC-1").party("practice"))
                .hasValueSatisfying(party -> assertThat(party.organisation()).isEqualTo("practice"));
        assertThat(agreement(TOWN, "SC-1").party("police")).isEmpty();
    }

    @Test
    void organisationsTeamsRolesPurposesAndDatasetsAreReadAsTheirFilesHaveThem() {
        AgreementFolder folder = TOWN.read();
        assertThat(folder.purposes())
                .containsEntry("care", new Purpose("care", "Care", Set.of(PurposeKind.DIRECT_CARE)));
        assertThat(folder.roles()).containsEntry("analyst", "Analyst");
        assertThat(folder.teams())
                .containsEntry(
                        "tax", new Team("tax", "Council tax", "council", Set.of(OrganisationKind.BILLING_AUTHORITY)));
        Organisation council = Objects.requireNonNull(folder.organisations().get("council"));
        assertThat(council.name()).isEqualTo("Tideford Council");
        assertThat(council.nation()).isEqualTo(Nation.ENGLAND);
        assertThat(council.listedIn()).containsExactly("ca-2004-s10", "dea-2017-s35");
        assertThat(council.signatory("council-chief"))
                .hasValueSatisfying(chief -> assertThat(chief.level()).isEqualTo("Chief executive"));
        assertThat(council.signatory("council-deputy")).isEmpty();
        Dataset discharges = Objects.requireNonNull(folder.datasets().get("discharges"));
        assertThat(discharges.holder()).isEqualTo("trust");
        assertThat(discharges.origin()).isEqualTo(Origin.PATIENT);
        assertThat(discharges.receivedUnder()).isEmpty();
        assertThat(discharges.collectedFor()).containsExactly("care");
        assertThat(discharges.fields())
                .hasSize(5)
                .contains(
                        Map.entry(
                                "sex",
                                field("sex", FieldClass.ATTRIBUTE, Authorship.FACT, Set.of(), Optional.of("sex"))),
                        Map.entry(
                                "diagnosis",
                                field(
                                        "diagnosis",
                                        FieldClass.SENSITIVE,
                                        Authorship.OPINION,
                                        Set.of(Sensitivity.HEALTH),
                                        Optional.empty())));
    }

    @Test
    void looksUpPartiesAndSchedulesByWhatTheyCoverAndFindsNoneOfWhatIsNotThere() {
        AgreementFolder folder = TOWN.read();
        assertThat(folder.party("SC-1", "trust"))
                .hasValueSatisfying(party -> assertThat(party.organisation()).isEqualTo("trust"));
        assertThat(folder.party("SC-1", "police")).isEmpty();
        assertThat(folder.party("SC-9", "trust")).isEmpty();
        assertThat(folder.schedulesCovering("discharges"))
                .extracting(Agreement::id)
                .containsExactly("SC-1");
        assertThat(folder.schedulesCovering("tax")).isEmpty();
        assertThat(folder.schedulesCovering("discharges", "practice"))
                .extracting(Agreement::id)
                .containsExactly("SC-1");
        assertThat(folder.schedulesCovering("discharges", "police")).isEmpty();
        assertThat(folder.schedulesCovering("tax", "practice")).isEmpty();
        Town more = TOWN.plus("sc-0", TOWN.file("schedule-sc-1").replace("schedule: SC-1", "schedule: SC-0"));
        assertThat(more.read().schedulesCovering("discharges"))
                .extracting(Agreement::id)
                .containsExactly("SC-0", "SC-1");
    }

    @Test
    void whereAFolderMadeInMemoryGoesInACircleThreeTiersAreLookedAtAndNoMore() {
        Agreement schedule = agreement(TOWN, "SC-1");
        var circular = new Agreement(
                schedule.id(),
                schedule.tier(),
                schedule.title(),
                schedule.version(),
                Optional.of(schedule.id()),
                schedule.nation(),
                schedule.from(),
                schedule.to(),
                schedule.reviewBy(),
                schedule.endedOn(),
                schedule.onPublicRegister(),
                schedule.parties(),
                schedule.purposes(),
                schedule.forms(),
                schedule.terms(),
                schedule.text());
        var folder = new AgreementFolder(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("SC-1", circular),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "",
                List.of());
        assertThat(folder.upwards(circular)).containsExactly(circular, circular, circular);
    }

    @Test
    void anOfficersVerificationOfARowIsFoundFromItsDay() {
        AgreementFolder folder = TOWN.read();
        var row = Town.UK.row("care-2014-s45").orElseThrow();
        assertThat(folder.verificationOf(row, Town.SIGNED_ON))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo("v-care-2014-s45"));
        assertThat(folder.verificationOf(row, Town.SIGNED_ON.minusDays(1))).isEmpty();
        assertThat(folder.verificationOf(Town.UK.row("frs").orElseThrow(), Town.SIGNED_ON))
                .isEmpty();
    }

    private static DatasetField field(
            String id,
            FieldClass fieldClass,
            Authorship authorship,
            Set<Sensitivity> sensitive,
            Optional<String> codes) {
        return new DatasetField(id, fieldClass, authorship, sensitive, Detail.OTHER, codes);
    }

    private static Agreement agreement(Town town, String id) {
        return Objects.requireNonNull(town.read().agreements().get(id));
    }
}
