package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Declared;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;
import org.junit.jupiter.api.Test;

/**
 * Which facts matter to a share. {@link Share#decision} holds what is declared against what the permission relied on, so each
 * of these also shows that no rule asks for more.
 */
final class FactsThatMatterTest {

    private static final Share COUNCIL_TO_POLICE = new Share().read("localism-2011-s1");

    private static final Set<FactName> ALWAYS = EnumSet.of(
            FactName.ROLE_HELD,
            FactName.TRAINING_CURRENT,
            FactName.PERSON_OBJECTS,
            FactName.PERSON_DECEASED,
            FactName.PRIVACY_NOTICE_GIVEN);

    @Test
    void aPlainShareAsksWhoAsksAndWhetherThePersonLivesObjectsAndCanKnow() {
        matter(COUNCIL_TO_POLICE, ALWAYS);
    }

    @Test
    void aTableAboutManyAsksOnlyWhoAsks() {
        matter(tables(COUNCIL_TO_POLICE), EnumSet.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT));
    }

    @Test
    void aTableOfSensitivePlacesStillAsksOnlyWhoAsks() {
        Share sensitive = COUNCIL_TO_POLICE.but(share -> {
            share.origin = Origin.PATIENT;
            share.confidentiality = ConfidenceRoute.CONSENT;
            share.condition = Optional.of(SpecialCondition.EXPLICIT_CONSENT);
            share.fields = Map.of("ward", Share.field("ward", FieldClass.LOCATOR, Detail.OTHER));
            share.basis = LawfulBasis.CONSENT;
        });
        matter(tables(sensitive), EnumSet.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT));
        for (ConfidenceRoute route : List.of(ConfidenceRoute.APPROVAL, ConfidenceRoute.OVERRIDING_INTEREST)) {
            matter(
                    tables(sensitive.but(share -> share.confidentiality = route)),
                    EnumSet.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT));
        }
    }

    @Test
    void somethingToldUnderPseudonymsDoesNotAskWhetherThePersonLives() {
        var alive = EnumSet.copyOf(ALWAYS);
        alive.remove(FactName.PERSON_DECEASED);
        matter(COUNCIL_TO_POLICE.but(share -> share.form = SharingForm.PSEUDONYMISED), alive);
    }

    @Test
    void whereThePersonIsNotToldNobodyAsksForANotice() {
        var silent = EnumSet.copyOf(ALWAYS);
        silent.remove(FactName.PRIVACY_NOTICE_GIVEN);
        matter(COUNCIL_TO_POLICE.but(share -> share.transparency = Transparency.DO_NOT_TELL), silent);
    }

    @Test
    void consentIsAskedForWhereItIsTheBasisWhereItLiftsConfidenceAndWhereItIsTheCondition() {
        Share basis = COUNCIL_TO_POLICE.but(share -> share.basis = LawfulBasis.CONSENT);
        var asked = EnumSet.copyOf(ALWAYS);
        asked.addAll(Set.of(FactName.CONSENT_GIVEN, FactName.PERSON_IS_CHILD));
        Share route = COUNCIL_TO_POLICE.but(share -> share.confidentiality = ConfidenceRoute.CONSENT);
        matter(route, asked);
        Share condition = health(COUNCIL_TO_POLICE)
                .but(share -> share.condition = Optional.of(SpecialCondition.EXPLICIT_CONSENT));
        matter(condition, asked);
        matter(COUNCIL_TO_POLICE.but(share -> share.condition = condition.condition), ALWAYS);
        asked.remove(FactName.PERSON_OBJECTS);
        matter(basis, asked);
    }

    @Test
    void whoMayConsentForAChildIsAskedOnlyOfOneKnownToBeAChild() {
        Share child = COUNCIL_TO_POLICE
                .but(share -> share.confidentiality = ConfidenceRoute.CONSENT)
                .but(FactName.PERSON_IS_CHILD, Answer.YES);
        var asked = EnumSet.copyOf(ALWAYS);
        asked.addAll(Set.of(FactName.CONSENT_GIVEN, FactName.PERSON_IS_CHILD));
        matter(child.but(share -> share.subjects = Subjects.MANY), asked);
        asked.add(FactName.CHILD_CONSENT_COMPETENT);
        matter(child, asked);
        matter(COUNCIL_TO_POLICE.but(FactName.PERSON_IS_CHILD, Answer.YES), ALWAYS);
    }

    @Test
    void theNationalOptOutIsAskedOfPatientsWithoutConsentAndNotForTheirOwnCare() {
        Share patients = health(COUNCIL_TO_POLICE).but(share -> {
            share.origin = Origin.PATIENT;
            share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
            share.confidentiality = ConfidenceRoute.OVERRIDING_INTEREST;
        });
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.OVERRIDING_INTEREST_RECORDED);
        matter(patients.but(share -> share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE)), asked);
        matter(patients.but(share -> share.origin = Origin.SOCIAL_CARE), asked);
        asked.add(FactName.OPTED_OUT_NATIONALLY);
        matter(patients, asked);
        asked.removeAll(Set.of(FactName.OPTED_OUT_NATIONALLY, FactName.OVERRIDING_INTEREST_RECORDED));
        asked.addAll(Set.of(FactName.CONSENT_GIVEN, FactName.PERSON_IS_CHILD));
        matter(patients.but(share -> share.confidentiality = ConfidenceRoute.CONSENT), asked);
    }

    @Test
    void aPlaceAsksWhetherTheAddressIsProtected() {
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.ADDRESS_PROTECTED);
        for (DatasetField place : List.of(
                Share.field("place", FieldClass.LOCATOR, Detail.OTHER),
                Share.field("place", FieldClass.ATTRIBUTE, Detail.ADDRESS))) {
            matter(COUNCIL_TO_POLICE.but(share -> share.fields = Map.of("place", place)), asked);
        }
    }

    @Test
    void sensitiveDataUnderTheRegimeForLawEnforcementMustBeStrictlyNecessary() {
        Share police = COUNCIL_TO_POLICE.but(share -> {
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.POLICE);
            share.basis = LawfulBasis.LAW_ENFORCEMENT;
            share.lawEnforcement = true;
        });
        var asked = EnumSet.copyOf(ALWAYS);
        asked.remove(FactName.PERSON_OBJECTS);
        matter(police, asked);
        asked.add(FactName.STRICTLY_NECESSARY);
        matter(health(police), asked);
        matter(health(police).but(share -> share.condition = Optional.of(SpecialCondition.EXPLICIT_CONSENT)), asked);
        matter(tables(health(police)), EnumSet.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT));
    }

    @Test
    void whereOneSideActsOnTheOthersInstructionsAContractMustBindIt() {
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.PROCESSOR_BOUND);
        matter(COUNCIL_TO_POLICE.but(share -> share.recipientRole = PartyRole.PROCESSOR), asked);
        matter(COUNCIL_TO_POLICE.but(share -> share.senderRole = PartyRole.PROCESSOR), asked);
        matter(
                tables(COUNCIL_TO_POLICE.but(share -> share.recipientRole = PartyRole.PROCESSOR)),
                EnumSet.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT));
    }

    @Test
    void theScheduleCanAskForASecondApproverAndAnImpactAssessment() {
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.SECOND_APPROVER);
        matter(COUNCIL_TO_POLICE.but(share -> share.secondApprover = true), asked);
        asked.add(FactName.IMPACT_ASSESSED);
        matter(
                COUNCIL_TO_POLICE.but(share -> {
                    share.secondApprover = true;
                    share.impactAssessment = true;
                }),
                asked);
    }

    @Test
    void aDecisionThatWeighsOnSomebodyIsAPersonsWhateverLeaves() {
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.DECIDED_BY_PERSON);
        matter(COUNCIL_TO_POLICE.but(share -> share.significantDecision = true), asked);
    }

    @Test
    void identifyingSomebodyAgainAsksTheControllerAndASecondApprover() {
        Share care = COUNCIL_TO_POLICE.but(share -> {
            share.purpose = EnumSet.of(PurposeKind.DIRECT_CARE);
            share.identifyingAgain = true;
        });
        var asked = EnumSet.copyOf(ALWAYS);
        asked.addAll(Set.of(FactName.SECOND_APPROVER, FactName.CONTROLLER_CONSENTS));
        matter(care, asked);
    }

    @Test
    void aSingleDisclosureIsSignedOffAndNecessaryAndFitsWhyTheDataWereCollected() {
        Share once = COUNCIL_TO_POLICE.but(share -> share.on = Share.On.SINGLE);
        var asked = EnumSet.copyOf(ALWAYS);
        asked.remove(FactName.PRIVACY_NOTICE_GIVEN);
        asked.addAll(Set.of(FactName.SENIOR_SIGN_OFF, FactName.NECESSARY_AND_PROPORTIONATE));
        matter(once, asked);
        Share exempt = once.read("dpa-2018-sch2-2").but(share -> {
            share.purpose = EnumSet.of(PurposeKind.CRIME_OR_TAX_ENQUIRY);
            share.exemption = Optional.of("dpa-2018-sch2-2");
            share.collectedForIt = false;
            share.law = Rows.changed(
                    share.law, "dpa-2018-sch2-2", row -> Rows.requiring(row, Set.of(FactName.CONDITIONS_MET)));
        });
        var tested = EnumSet.copyOf(asked);
        tested.addAll(Set.of(FactName.EXEMPTION_TESTED, FactName.CONDITIONS_MET));
        matter(exempt, tested);
        asked.add(FactName.COMPATIBLE_WITH_COLLECTION);
        matter(once.but(share -> share.collectedForIt = false), asked);
    }

    @Test
    void reuseIsCompatibleToldAndNecessary() {
        Share reuse = new Share().read("same-controller").but(share -> {
            share.on = Share.On.REUSE;
            share.toItself = true;
            share.rows = List.of("same-controller");
        });
        var asked = EnumSet.copyOf(ALWAYS);
        asked.addAll(Set.of(FactName.NECESSARY_AND_PROPORTIONATE, FactName.COMPATIBLE_WITH_COLLECTION));
        matter(reuse, asked);
    }

    @Test
    void seriousHarmAsksOnlyWhetherTheRoleIsHeld() {
        Share harm = health(new Share()).but(share -> {
            share.on = Share.On.HARM;
            share.origin = Origin.PATIENT;
            share.fields.put("home", Share.field("home", FieldClass.LOCATOR, Detail.ADDRESS));
        });
        matter(harm, EnumSet.of(FactName.ROLE_HELD));
        matter(harm.but(share -> share.on = Share.On.LIFE_AND_DEATH), EnumSet.of(FactName.ROLE_HELD));
    }

    @Test
    void whatARestrictionAsksForMattersUnlessPurposeFormOrDangerLiftIt() {
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.CODE_FOLLOWED);
        Share asking = restricted(EnumSet.noneOf(PurposeKind.class), EnumSet.noneOf(SharingForm.class), false);
        matter(asking, asked);
        matter(asking.but(share -> share.on = Share.On.HARM), EnumSet.of(FactName.ROLE_HELD, FactName.CODE_FOLLOWED));
        matter(asking.but(share -> share.origin = Origin.ORDINARY), ALWAYS);
        Share crime = restricted(EnumSet.of(PurposeKind.CRIME_AND_DISORDER), EnumSet.noneOf(SharingForm.class), true);
        matter(crime, ALWAYS);
        matter(crime.but(share -> share.on = Share.On.HARM), EnumSet.of(FactName.ROLE_HELD));
        matter(
                crime.but(share ->
                        share.purpose = EnumSet.of(PurposeKind.CRIME_AND_DISORDER, PurposeKind.CHILD_WELL_BEING)),
                asked);
        matter(restricted(EnumSet.noneOf(PurposeKind.class), EnumSet.of(SharingForm.IDENTIFIED), true), ALWAYS);
    }

    @Test
    void aRestrictionThatDangerLiftsOrThatHasEndedAsksForNothing() {
        Share asking = restricted(EnumSet.noneOf(PurposeKind.class), EnumSet.noneOf(SharingForm.class), true);
        matter(asking.but(share -> share.on = Share.On.HARM), EnumSet.of(FactName.ROLE_HELD));
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.CODE_FOLLOWED);
        matter(until(asking, Share.DAY), asked);
        matter(until(asking, Share.DAY.minusDays(1)), ALWAYS);
    }

    private static Share until(Share share, LocalDate day) {
        return share.but(it -> it.law = Rows.changed(it.law, "lgfa-1992-restriction", row -> Rows.until(row, day)));
    }

    @Test
    void whereARestrictionGivesWayToAPowerThatNamesTheDataWhatThatPowerAsksForMatters() {
        Share benefits = COUNCIL_TO_POLICE.read("wra-2012-s131").but(share -> {
            share.rows = List.of("localism-2011-s1", "wra-2012-s131");
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.SOCIAL_SECURITY_DEPARTMENT);
            share.recipient = EnumSet.of(OrganisationKind.COUNCIL);
            share.purpose = EnumSet.of(PurposeKind.BENEFIT_ADMINISTRATION);
            share.origin = Origin.SOCIAL_SECURITY;
        });
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.CONDITIONS_MET);
        matter(benefits, asked);
    }

    @Test
    void ofTwoPowersThatCarryAShareOnlyWhatBothAskForMatters() {
        Share two = COUNCIL_TO_POLICE.read("cda-1998-s17a").but(share -> {
            share.rows = List.of("localism-2011-s1", "cda-1998-s17a");
            share.senderListedIn = Set.of("cda-1998-s17a");
            share.recipientListedIn = Set.of("cda-1998-s17a");
        });
        matter(two, ALWAYS);
        var asked = EnumSet.copyOf(ALWAYS);
        asked.add(FactName.CONDITIONS_MET);
        matter(
                two.but(share -> share.law = Rows.changed(
                        share.law,
                        "localism-2011-s1",
                        row -> Rows.requiring(row, EnumSet.of(FactName.CONDITIONS_MET, FactName.CODE_FOLLOWED)))),
                asked);
    }

    /** Data of council tax, which a made-up restriction lets pass where a code is followed. */
    private static Share restricted(Set<PurposeKind> unlessPurposes, Set<SharingForm> unlessForms, boolean lifted) {
        return COUNCIL_TO_POLICE.but(share -> {
            share.origin = Origin.COUNCIL_TAX;
            share.law = Rows.changed(
                    share.law,
                    "lgfa-1992-restriction",
                    row -> Rows.restricting(
                            row,
                            new Restricts(
                                    Set.of(Origin.COUNCIL_TAX),
                                    Set.of(),
                                    false,
                                    unlessPurposes,
                                    unlessForms,
                                    false,
                                    Set.of(FactName.CODE_FOLLOWED),
                                    lifted)));
        });
    }

    private static Share health(Share share) {
        return share.but(it -> it.fields.put(
                "diagnosis", Share.field("diagnosis", FieldClass.SENSITIVE, Detail.OTHER, Sensitivity.HEALTH)));
    }

    private static Share tables(Share share) {
        return share.but(it -> {
            it.form = SharingForm.AGGREGATED;
            it.subjects = Subjects.MANY;
        });
    }

    private static void matter(Share share, Set<FactName> facts) {
        assertThat(share.decision()).isInstanceOf(Permitted.class);
        assertThat(Declared.mattering(share.request(), share.facts())).isEqualTo(facts);
    }
}
