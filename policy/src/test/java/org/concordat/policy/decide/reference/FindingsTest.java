package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the reference showed the decider to be wrong by the documents, each in the smallest share that shows it. */
final class FindingsTest {

    private static final Share COUNCIL_TO_POLICE = new Share().read("localism-2011-s1");

    @Test
    void startsFromAShareThatIsPermitted() {
        assertThat(COUNCIL_TO_POLICE.decision()).isInstanceOf(Permitted.class);
    }

    @Test
    void aScheduleWithinOneOrganisationIsSignedOnceForBothSides() {
        Share emptyHomes = new Share().read("lgfa-1992-sch2-18a").but(share -> {
            share.rows = List.of("lgfa-1992-sch2-18a");
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.BILLING_AUTHORITY);
            share.toItself = true;
            share.purpose = EnumSet.of(PurposeKind.VACANT_DWELLINGS);
            share.origin = Origin.COUNCIL_TAX;
            share.fields = Map.of("name", Share.field("name", FieldClass.IDENTIFIER, Detail.NAME));
        });
        assertThat(emptyHomes.decision()).isInstanceOf(Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "agreement"})
    void aScheduleWhoseAgreementOrProtocolIsNotThereSharesNothing(String tier) {
        Facts facts = COUNCIL_TO_POLICE.facts();
        var fewer = new TreeMap<>(facts.folder().agreements());
        fewer.remove(tier);
        Facts without = new Facts(Folders.with(facts.folder(), fewer), facts.law(), facts.answers());
        refuses(new Decider().decide(COUNCIL_TO_POLICE.request(), without), Rule.AGREEMENT_ENDED);
    }

    @Test
    void aPowerMustApplyInTheNationWhoseLawTheScheduleNames() {
        refuses(COUNCIL_TO_POLICE.but(share -> share.nationOfSchedule = Nation.WALES), Rule.NO_GATEWAY);
        refuses(COUNCIL_TO_POLICE.but(share -> share.nation = Nation.WALES), Rule.NO_GATEWAY);
    }

    @Test
    void anExemptionServesOnlyTheBodiesThatItNames() {
        Share police = onceWithExemption(row -> row);
        assertThat(police.decision()).isInstanceOf(Permitted.class);
        refuses(onceWithExemption(row -> Rows.to(row, OrganisationKind.PROBATION)), Rule.PURPOSE_CHANGED);
    }

    @Test
    void anExemptionIsTestedEvenWhereItsRowForgetsToAsk() {
        Share forgetful = onceWithExemption(row -> Rows.requiring(row, Set.of()));
        assertThat(forgetful.decision()).isInstanceOf(Permitted.class);
        refuses(forgetful.but(FactName.EXEMPTION_TESTED, Answer.NO), Rule.PURPOSE_CHANGED);
        lacks(forgetful.but(FactName.EXEMPTION_TESTED, Answer.UNKNOWN), Rule.PURPOSE_CHANGED);
    }

    private static Share onceWithExemption(UnaryOperator<LawRow> change) {
        return new Share()
                .but(share -> {
                    share.on = Share.On.SINGLE;
                    share.purpose = EnumSet.of(PurposeKind.CRIME_OR_TAX_ENQUIRY);
                    share.collectedForIt = false;
                    share.exemption = Optional.of("dpa-2018-sch2-2");
                    share.law = Rows.changed(share.law, "dpa-2018-sch2-2", change);
                })
                .read("localism-2011-s1", "dpa-2018-sch2-2");
    }

    @Test
    void anApprovalServesOnlyTheBodiesThatItsRowNames() {
        assertThat(approved(row -> row).decision()).isInstanceOf(Permitted.class);
        refuses(approved(row -> Rows.to(row, OrganisationKind.UNIVERSITY)), Rule.CONFIDENTIAL);
    }

    @Test
    void anApprovalThatWasRepealedLiftsNothingThoughAnOfficerOnceReadIt() {
        refuses(approved(row -> Rows.marked(row, Mark.V, Force.NO)), Rule.CONFIDENTIAL);
    }

    @Test
    void anApprovalMustBeHeldEvenWhereItsRowForgetsToAsk() {
        Share forgetful = approved(row -> Rows.requiring(row, Set.of()));
        assertThat(forgetful.decision()).isInstanceOf(Permitted.class);
        refuses(forgetful.but(FactName.APPROVAL_HELD, Answer.NO), Rule.CONFIDENTIAL);
        lacks(forgetful.but(FactName.APPROVAL_HELD, Answer.UNKNOWN), Rule.CONFIDENTIAL);
    }

    @Test
    void anApprovalThatNobodyReadDoesNotHideAnotherThatCounts() {
        Share two = approved(row -> row);
        LawRow read = two.law.row("nhsa-2006-s251").orElseThrow();
        Share unreadFirst = two.but(share ->
                share.law = Rows.plus(share.law, Rows.called(Rows.requiring(read, Set.of()), "another")));
        assertThat(unreadFirst.decision()).isInstanceOf(Permitted.class);
    }

    private static Share approved(UnaryOperator<LawRow> change) {
        return new Share()
                .but(share -> {
                    share.purpose = EnumSet.of(PurposeKind.MEDICAL_PURPOSES);
                    share.origin = Origin.PATIENT;
                    share.confidentiality = ConfidenceRoute.APPROVAL;
                    share.condition = Optional.of(SpecialCondition.HEALTH_OR_SOCIAL_CARE);
                    share.paragraph = Optional.of("sch1-2");
                    share.law = Rows.changed(share.law, "nhsa-2006-s251", change);
                })
                .read("localism-2011-s1", "nhsa-2006-s251");
    }

    @Test
    void theNationalOptOutIsKeptWherePatientsDataServeAnythingBesidesTheirOwnCare() {
        Share care = approved(row -> row).but(share -> {
            share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE, PurposeKind.MEDICAL_PURPOSES);
            share.confidentiality = ConfidenceRoute.OVERRIDING_INTEREST;
        });
        assertThat(care.decision()).isInstanceOf(Permitted.class);
        refuses(care.but(FactName.OPTED_OUT_NATIONALLY, Answer.YES), Rule.NATIONAL_OPT_OUT);
    }

    @Test
    void aTeamMayNotSendWhatItsOrganisationIsExcludedFromSending() {
        Share violence = new Share()
                .but(share -> {
                    share.rows = List.of("pcsca-2022-s16");
                    share.purpose = EnumSet.of(PurposeKind.SERIOUS_VIOLENCE);
                    share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.SCHOOL);
                    share.recipient = EnumSet.of(OrganisationKind.PRISON);
                    share.team = EnumSet.of(OrganisationKind.SCHOOL);
                })
                .read("pcsca-2022-s16");
        assertThat(violence.decision()).isInstanceOf(Permitted.class);
        refuses(
                violence.but(
                        share -> share.sender = EnumSet.of(OrganisationKind.SOCIAL_SERVICES, OrganisationKind.SCHOOL)),
                Rule.NO_GATEWAY);
    }

    @Test
    void anExclusionExcludesWhatIsAllThatItNames() {
        Share children = new Share()
                .but(share -> share.law = Rows.changed(
                        share.law,
                        "localism-2011-s1",
                        row -> Rows.reaching(
                                row,
                                new LawRow.Reach(
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        List.of(new LawRow.Exclusion(
                                                Set.of(), Set.of(Origin.EDUCATION), Set.of(), Set.of(), true))))))
                .read("localism-2011-s1");
        assertThat(children.decision()).as("personal, not of schools").isInstanceOf(Permitted.class);
        refuses(children.but(share -> share.origin = Origin.EDUCATION), Rule.NO_GATEWAY);
        Share tables = children.but(share -> {
            share.origin = Origin.EDUCATION;
            share.form = SharingForm.AGGREGATED;
            share.subjects = Subjects.MANY;
        });
        assertThat(tables.decision()).as("of schools, not personal").isInstanceOf(Permitted.class);
    }

    @Test
    void reuseUnderAStatuteIsAskedWhetherItIsCompatibleAndToldLikeAnyOther() {
        Share emptyHomes = new Share()
                .but(share -> {
                    share.on = Share.On.REUSE;
                    share.toItself = true;
                    share.rows = List.of("lgfa-1992-sch2-18a");
                    share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.BILLING_AUTHORITY);
                    share.purpose = EnumSet.of(PurposeKind.VACANT_DWELLINGS);
                    share.origin = Origin.COUNCIL_TAX;
                    share.fields = Map.of("name", Share.field("name", FieldClass.IDENTIFIER, Detail.NAME));
                })
                .read("lgfa-1992-sch2-18a");
        assertThat(emptyHomes.decision()).isInstanceOf(Permitted.class);
        refuses(emptyHomes.but(FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO), Rule.PURPOSE_CHANGED);
        lacks(emptyHomes.but(FactName.PRIVACY_NOTICE_GIVEN, Answer.UNKNOWN), Rule.PEOPLE_NOT_TOLD);
    }

    @Test
    void vitalInterestsAreNoConditionWhereNoLifeIsAtStake() {
        Share health = COUNCIL_TO_POLICE.but(share -> {
            share.fields = Map.of(
                    "diagnosis", Share.field("diagnosis", FieldClass.SENSITIVE, Detail.OTHER, Sensitivity.HEALTH));
            share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
        });
        assertThat(health.decision()).isInstanceOf(Permitted.class);
        Share vital = health.but(share -> share.condition = Optional.of(SpecialCondition.VITAL_INTERESTS));
        refuses(vital, Rule.SPECIAL_CATEGORY);
        assertThat(vital.but(share -> share.on = Share.On.LIFE_AND_DEATH).decision())
                .isInstanceOf(Permitted.class);
    }

    @Test
    void consentThatWasRefusedRefusesThoughNobodySaidWhetherThePersonIsAChild() {
        Share consent = COUNCIL_TO_POLICE
                .but(share -> share.basis = LawfulBasis.CONSENT)
                .but(FactName.PERSON_IS_CHILD, Answer.UNKNOWN);
        lacks(consent, Rule.CONSENT_MISSING);
        refuses(consent.but(FactName.CONSENT_GIVEN, Answer.NO), Rule.CONSENT_MISSING);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void whereSeriousHarmIsToBePreventedTheAddressIsGuardedWhateverIsKnownOfIt(Answer answer) {
        Share harm = new Share().but(share -> {
            share.on = Share.On.HARM;
            share.fields = Map.of("address", Share.field("address", FieldClass.LOCATOR, Detail.ADDRESS));
        });
        assertThat(harm.but(FactName.ADDRESS_PROTECTED, answer).decision())
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.duties()).contains(new Duty.GuardAddress()));
    }

    @Test
    void anAddressIsAPlaceInAFieldOfWhateverClass() {
        Share refuge = COUNCIL_TO_POLICE.but(share -> {
            share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
            share.fields =
                    Map.of("refuge", Share.field("refuge", FieldClass.SENSITIVE, Detail.ADDRESS, Sensitivity.HEALTH));
        });
        assertThat(refuge.decision()).isInstanceOf(Permitted.class);
        refuses(refuge.but(FactName.ADDRESS_PROTECTED, Answer.YES), Rule.ADDRESS_PROTECTED);
        lacks(refuge.but(FactName.ADDRESS_PROTECTED, Answer.UNKNOWN), Rule.ADDRESS_PROTECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localism-2011-s1", "cda-1998-s115"})
    void aPowerThatKeepsConfidenceIsNoStatuteThatLiftsIt(String row) {
        Share homeless = COUNCIL_TO_POLICE.but(share -> {
            share.rows = List.of(row);
            share.origin = Origin.HOMELESSNESS;
            share.confidentiality = ConfidenceRoute.STATUTE;
        });
        refuses(homeless.read(row), Rule.CONFIDENTIAL);
    }
    // NEXT

    private static void refuses(Share share, Rule rule) {
        refuses(share.decision(), rule);
    }

    private static void lacks(Share share, Rule rule) {
        assertThat(share.decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(Decision.Need::rule)
                                .containsOnly(rule));
    }

    private static void refuses(Decision decision, Rule rule) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(rule));
    }
}
