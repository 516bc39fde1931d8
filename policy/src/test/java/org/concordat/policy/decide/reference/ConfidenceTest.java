package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was told in confidence, what lifts that, and in which form something may leave that says who. */
final class ConfidenceTest {

    private static final Share COUNCIL_TO_POLICE = new Share().read("localism-2011-s1");

    /** Told to a housing officer, in confidence. */
    private static final Share CONFIDED = COUNCIL_TO_POLICE.but(share -> share.origin = Origin.HOMELESSNESS);

    @Test
    void whatWasToldInConfidenceStaysThereUnlessSomethingLiftsIt() {
        refuses(CONFIDED, Rule.CONFIDENTIAL);
        permits(COUNCIL_TO_POLICE);
        permits(table(CONFIDED));
        permits(CONFIDED.but(share -> share.on = Share.On.HARM));
    }

    @Test
    void whatIsCalledAnonymousAndIsAboutRecognisablePeopleIsNot() {
        Share anonymous = COUNCIL_TO_POLICE.but(share -> share.confidentiality = ConfidenceRoute.ANONYMOUS);
        refuses(anonymous, Rule.CONFIDENTIAL);
        permits(table(anonymous));
    }

    @Test
    void anOverridingInterestIsRecordedForOnePersonAndNeverForMany() {
        Share overriding = CONFIDED.but(share -> share.confidentiality = ConfidenceRoute.OVERRIDING_INTEREST);
        permits(overriding);
        refuses(overriding.but(FactName.OVERRIDING_INTEREST_RECORDED, Answer.NO), Rule.CONFIDENTIAL);
        lacks(overriding.but(FactName.OVERRIDING_INTEREST_RECORDED, Answer.UNKNOWN), Rule.CONFIDENTIAL);
        refuses(overriding.but(share -> share.subjects = Subjects.MANY), Rule.CONFIDENTIAL);
    }

    @Test
    void consentLiftsConfidenceOnlyWhenGivenAndForAChildByWhoeverMay() {
        Share consent = CONFIDED.but(share -> share.confidentiality = ConfidenceRoute.CONSENT);
        permits(consent);
        refuses(consent.but(FactName.CONSENT_GIVEN, Answer.NO), Rule.CONFIDENTIAL);
        Share child = consent.but(FactName.PERSON_IS_CHILD, Answer.YES);
        permits(child);
        refuses(child.but(FactName.CHILD_CONSENT_COMPETENT, Answer.NO), Rule.CONFIDENTIAL);
        permits(consent.but(FactName.CHILD_CONSENT_COMPETENT, Answer.NO));
        Share unsaid =
                consent.but(FactName.PERSON_IS_CHILD, Answer.UNKNOWN).but(FactName.CONSENT_GIVEN, Answer.UNKNOWN);
        assertThat(unsaid.decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(need -> need.fact().orElseThrow())
                                .containsExactly(FactName.PERSON_IS_CHILD, FactName.CONSENT_GIVEN));
    }

    @Test
    void anApprovalThatTheLawPackDoesNotKnowForSuchDataLiftsNothing() {
        refuses(CONFIDED.but(share -> share.confidentiality = ConfidenceRoute.APPROVAL), Rule.CONFIDENTIAL);
    }

    @Test
    void whoOptedOutNationallyIsLeftOutOfPlanningButNotOfTheirOwnCare() {
        Share patients = COUNCIL_TO_POLICE.but(share -> {
            share.origin = Origin.PATIENT;
            share.confidentiality = ConfidenceRoute.OVERRIDING_INTEREST;
            share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
            share.answers.put(FactName.OPTED_OUT_NATIONALLY, Answer.YES);
        });
        refuses(patients, Rule.NATIONAL_OPT_OUT);
        permits(patients.but(share -> share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE)));
        permits(patients.but(share -> share.confidentiality = ConfidenceRoute.CONSENT));
        permits(patients.but(share -> share.origin = Origin.SOCIAL_CARE));
        permits(table(patients));
        permits(patients.but(share -> share.on = Share.On.HARM));
    }

    @ParameterizedTest
    @EnumSource(
            value = Share.On.class,
            names = {"SINGLE", "REUSE"})
    void whatRestsOnNoScheduleIsWrittenDownAsNecessary(Share.On on) {
        Share once = on == Share.On.SINGLE
                ? COUNCIL_TO_POLICE.but(share -> share.on = on)
                : new Share().read("same-controller").but(share -> {
                    share.on = on;
                    share.toItself = true;
                    share.rows = List.of("same-controller");
                });
        permits(once);
        refuses(once.but(FactName.NECESSARY_AND_PROPORTIONATE, Answer.NO), Rule.NOT_PROPORTIONATE);
        lacks(once.but(FactName.NECESSARY_AND_PROPORTIONATE, Answer.UNKNOWN), Rule.NOT_PROPORTIONATE);
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTIFIER, OTHER,          false, false",
        "ATTRIBUTE,  NAME,           false, false",
        "ATTRIBUTE,  NUMBER,         false, false",
        "ATTRIBUTE,  ADDRESS,        false, false",
        "ATTRIBUTE,  CONTACT_NUMBER, false, false",
        "ATTRIBUTE,  BIRTH_DATE,     false, false",
        "LOCATOR,    OTHER,          true,  false",
        "ATTRIBUTE,  OTHER,          true,  true",
    })
    void whatSaysWhoLeavesInNoTableAndAPlaceBesideNoPseudonym(
            FieldClass is, Detail detail, boolean inTables, boolean underPseudonyms) {
        Share field = COUNCIL_TO_POLICE.but(share -> share.fields = Map.of("it", Share.field("it", is, detail)));
        permits(field);
        permits(field.but(share -> share.form = SharingForm.DISCUSSED));
        assertThat(table(field).decision()).isInstanceOf(inTables ? Permitted.class : Refused.class);
        assertThat(field.but(share -> share.form = SharingForm.PSEUDONYMISED).decision())
                .isInstanceOf(underPseudonyms ? Permitted.class : Refused.class);
    }

    @Test
    void aDecisionThatWeighsOnSomebodyIsAPersonsAndMustBeAgreed() {
        Share weighing = COUNCIL_TO_POLICE.but(share -> share.significantDecision = true);
        permits(weighing);
        refuses(weighing.but(FactName.DECIDED_BY_PERSON, Answer.NO), Rule.DECIDED_BY_MACHINE);
        refuses(weighing.but(share -> share.significantDecisionsAgreed = false), Rule.DECIDED_BY_MACHINE);
        permits(COUNCIL_TO_POLICE.but(share -> share.significantDecisionsAgreed = false));
        permits(weighing.but(share -> share.on = Share.On.SINGLE));
    }

    @Test
    void dataOfResearchersAndForResearchSupportNoMeasureAboutAPerson() {
        Share research = COUNCIL_TO_POLICE.but(share -> {
            share.purpose = EnumSet.of(PurposeKind.RESEARCH);
            share.form = SharingForm.PSEUDONYMISED;
        });
        permits(research);
        refuses(research.but(share -> share.form = SharingForm.IDENTIFIED), Rule.RESEARCH_ONLY);
        permits(research.but(share -> share.origin = Origin.RESEARCH));
        refuses(COUNCIL_TO_POLICE.but(share -> share.origin = Origin.RESEARCH), Rule.RESEARCH_ONLY);
    }

    @Test
    void somebodyIsIdentifiedAgainOnlyForTheirOwnCareAndNeverFromAResearchExtract() {
        Share again = COUNCIL_TO_POLICE.but(share -> {
            share.identifyingAgain = true;
            share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE);
        });
        permits(again);
        refuses(
                again.but(share -> share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE, PurposeKind.CRIME_AND_DISORDER)),
                Rule.IDENTIFYING_AGAIN);
        assertThat(again.but(share -> share.origin = Origin.RESEARCH).decision())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).contains(Rule.IDENTIFYING_AGAIN));
        refuses(again.but(FactName.SECOND_APPROVER, Answer.NO), Rule.IDENTIFYING_AGAIN);
    }

    private static Share table(Share share) {
        return share.but(it -> {
            it.form = SharingForm.AGGREGATED;
            it.subjects = Subjects.MANY;
        });
    }

    private static void permits(Share share) {
        assertThat(share.decision()).isInstanceOf(Permitted.class);
    }

    private static void refuses(Share share, Rule rule) {
        assertThat(share.decision())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(rule));
    }

    private static void lacks(Share share, Rule rule) {
        assertThat(share.decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(Decision.Need::rule)
                                .containsOnly(rule));
    }
}
