package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lawful basis and which condition each party may rely on, and in which role it takes part. */
final class LawfulBasesTest {

    private static final Share COUNCIL_TO_POLICE = new Share().read("localism-2011-s1");

    /** Neither side is a public body, so that every basis is open to both. */
    private static final Share CHARITIES = new Share().but(share -> {
        share.rows = List.of("own-objects");
        share.sender = EnumSet.of(OrganisationKind.CHARITY);
        share.recipient = EnumSet.of(OrganisationKind.CHARITY);
    });

    private static final Share HEALTH = COUNCIL_TO_POLICE.but(share -> share.fields.put(
            "diagnosis", Share.field("diagnosis", FieldClass.SENSITIVE, Detail.OTHER, Sensitivity.HEALTH)));

    private static final Share OFFENCE = COUNCIL_TO_POLICE.but(share -> share.fields.put(
            "offence", Share.field("offence", FieldClass.SENSITIVE, Detail.OTHER, Sensitivity.CRIMINAL)));

    @Test
    void aPartyOnlySendsOrReceivesAsWasAgreed() {
        refuses(
                COUNCIL_TO_POLICE.but(share -> share.senderActsAs = EnumSet.of(Direction.RECEIVER)),
                Rule.PARTY_NOT_JOINED);
        refuses(
                COUNCIL_TO_POLICE.but(share -> share.recipientActsAs = EnumSet.of(Direction.SENDER)),
                Rule.PARTY_NOT_JOINED);
        permits(COUNCIL_TO_POLICE.but(share -> {
            share.senderActsAs = EnumSet.of(Direction.SENDER);
            share.recipientActsAs = EnumSet.of(Direction.RECEIVER);
        }));
    }

    @Test
    void whereBothSidesActOnInstructionsNobodyAnswersForTheShare() {
        refuses(
                COUNCIL_TO_POLICE.but(share -> {
                    share.senderRole = PartyRole.PROCESSOR;
                    share.recipientRole = PartyRole.PROCESSOR;
                }),
                Rule.NO_LAWFUL_BASIS);
    }

    @Test
    void aRecipientWhoseBasisNobodyNamedReceivesNothingThatIsPersonal() {
        Share unnamed = COUNCIL_TO_POLICE.but(share -> share.recipientNamesBasis = false);
        refuses(unnamed, Rule.NO_LAWFUL_BASIS);
        permits(unnamed.but(share -> {
            share.form = SharingForm.AGGREGATED;
            share.subjects = Subjects.MANY;
        }));
        permits(unnamed.but(share -> share.recipientRole = PartyRole.PROCESSOR));
        refuses(
                HEALTH.but(share -> {
                    share.recipientNamesBasis = false;
                    share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
                }),
                Rule.NO_LAWFUL_BASIS,
                Rule.SPECIAL_CATEGORY);
    }

    @ParameterizedTest
    @EnumSource(
            value = LawfulBasis.class,
            names = {"RECOGNISED_LEGITIMATE_INTEREST", "LEGITIMATE_INTERESTS"})
    void aLegitimateInterestIsOpenToCharitiesAndToNoPublicBody(LawfulBasis basis) {
        permits(CHARITIES.but(share -> share.basis = basis));
        refuses(COUNCIL_TO_POLICE.but(share -> share.basis = basis), Rule.NO_LAWFUL_BASIS);
    }

    @Test
    void aBasisCountsFromItsFirstDay() {
        Share recognised = CHARITIES.but(share -> share.basis = LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST);
        refuses(recognised.but(share -> share.day = LocalDate.of(2026, 2, 4)), Rule.NO_LAWFUL_BASIS);
        permits(recognised.but(share -> share.day = LocalDate.of(2026, 2, 5)));
    }

    @Test
    void aBasisOrConditionThatTheLawPackDoesNotKnowIsNone() {
        refuses(
                COUNCIL_TO_POLICE.but(share -> share.law = without(share.law, LawfulBasis.PUBLIC_TASK)),
                Rule.NO_LAWFUL_BASIS);
        Share made = HEALTH.but(share -> share.condition = Optional.of(SpecialCondition.MADE_PUBLIC));
        permits(made);
        refuses(made.but(share -> share.law = without(share.law, SpecialCondition.MADE_PUBLIC)), Rule.SPECIAL_CATEGORY);
    }

    @Test
    void vitalInterestsAreForLifeAndDeath() {
        Share vital = COUNCIL_TO_POLICE.but(share -> share.basis = LawfulBasis.VITAL_INTERESTS);
        refuses(vital, Rule.NO_LAWFUL_BASIS);
        permits(vital.but(share -> share.on = Share.On.LIFE_AND_DEATH));
    }

    @Test
    void theRegimeForLawEnforcementIsForItsBodiesAndOnlyWhereTheScheduleSaysSo() {
        Share police = COUNCIL_TO_POLICE.but(share -> {
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.POLICE);
            share.basis = LawfulBasis.LAW_ENFORCEMENT;
            share.lawEnforcement = true;
        });
        permits(police);
        refuses(police.but(share -> share.lawEnforcement = false), Rule.NO_LAWFUL_BASIS);
        refuses(
                police.but(share -> share.recipient = EnumSet.of(OrganisationKind.FIRE_AUTHORITY)),
                Rule.NO_LAWFUL_BASIS);
        permits(police.but(share -> share.on = Share.On.SINGLE));
    }

    @Test
    void withinOneForceThatRegimeIsForTeamsThatAreOfItThemselves() {
        Share reuse = new Share().read("same-controller").but(share -> {
            share.on = Share.On.REUSE;
            share.toItself = true;
            share.rows = List.of("same-controller");
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.POLICE);
            share.basis = LawfulBasis.LAW_ENFORCEMENT;
        });
        permits(reuse.but(share -> share.team = EnumSet.of(OrganisationKind.POLICE)));
        refuses(reuse.but(share -> share.team = EnumSet.of(OrganisationKind.COUNCIL)), Rule.NO_LAWFUL_BASIS);
    }

    @Test
    void sensitiveDataUnderThatRegimeLeaveOnlyWhereStrictlyNecessary() {
        Share strict = HEALTH.but(share -> {
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.POLICE);
            share.basis = LawfulBasis.LAW_ENFORCEMENT;
            share.lawEnforcement = true;
        });
        permits(strict);
        refuses(strict.but(FactName.STRICTLY_NECESSARY, Answer.NO), Rule.NO_LAWFUL_BASIS);
        lacks(strict.but(FactName.STRICTLY_NECESSARY, Answer.UNKNOWN), Rule.NO_LAWFUL_BASIS);
    }

    @Test
    void specialCategoriesNeedAConditionThatItsOwnParagraphCompletesAndAPolicyDocument() {
        refuses(HEALTH, Rule.SPECIAL_CATEGORY);
        Share substantial =
                HEALTH.but(share -> share.condition = Optional.of(SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST));
        refuses(substantial, Rule.SPECIAL_CATEGORY);
        refuses(substantial.but(share -> share.paragraph = Optional.of("no-such")), Rule.SPECIAL_CATEGORY);
        refuses(substantial.but(share -> share.paragraph = Optional.of("sch1-2")), Rule.SPECIAL_CATEGORY);
        Share completed = substantial.but(share -> share.paragraph = Optional.of("sch1-18"));
        permits(completed);
        refuses(completed.but(share -> share.policyDocument = false), Rule.SPECIAL_CATEGORY);
    }

    @Test
    void aConditionThatNoParagraphCompletesNeedsNoPolicyDocument() {
        permits(HEALTH.but(share -> {
            share.condition = Optional.of(SpecialCondition.MADE_PUBLIC);
            share.policyDocument = false;
        }));
    }

    @Test
    void explicitConsentAsTheConditionMustHaveBeenGiven() {
        Share consent = HEALTH.but(share -> share.condition = Optional.of(SpecialCondition.EXPLICIT_CONSENT));
        permits(consent);
        refuses(consent.but(FactName.CONSENT_GIVEN, Answer.NO), Rule.SPECIAL_CATEGORY);
        lacks(consent.but(FactName.CONSENT_GIVEN, Answer.UNKNOWN), Rule.SPECIAL_CATEGORY);
    }

    @ParameterizedTest
    @CsvSource({"sch1-29, true, true", "sch1-29, false, false", "sch1-18, true, false", "no-such, true, false"})
    void criminalDataNeedAParagraphThatAllowsThemAndAPolicyDocument(String paragraph, boolean document, boolean may) {
        Share named = OFFENCE.but(share -> {
            share.criminalParagraph = Optional.of(paragraph);
            share.policyDocument = document;
        });
        if (may) {
            permits(named);
        } else {
            refuses(named, Rule.CRIMINAL_DATA);
        }
    }

    @Test
    void criminalDataNameNoParagraphUnderTheRegimeForLawEnforcement() {
        refuses(OFFENCE, Rule.CRIMINAL_DATA);
        permits(OFFENCE.but(share -> {
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.POLICE);
            share.basis = LawfulBasis.LAW_ENFORCEMENT;
            share.lawEnforcement = true;
        }));
    }

    @Test
    void whatIsToldOnceOfSomebodyWhoDiedIsNoLongerTheirsToObjectToButUnderAnAgreementTheyMustLive() {
        Share once = COUNCIL_TO_POLICE.but(share -> share.on = Share.On.SINGLE);
        permits(once.but(FactName.PERSON_DECEASED, Answer.YES));
        lacks(once.but(FactName.PERSON_DECEASED, Answer.UNKNOWN), Rule.PERSON_DECEASED);
        refuses(COUNCIL_TO_POLICE.but(FactName.PERSON_DECEASED, Answer.YES), Rule.PERSON_DECEASED);
    }

    private static LawPack without(LawPack pack, LawfulBasis basis) {
        Map<LawfulBasis, LawCondition.Basis> fewer = new EnumMap<>(pack.bases());
        fewer.remove(basis);
        return new LawPack(
                pack.id(),
                pack.version(),
                pack.fingerprint(),
                pack.rows(),
                fewer,
                pack.conditions(),
                pack.paragraphs(),
                pack.lawEnforcementBodies(),
                pack.seriousHarm());
    }

    private static LawPack without(LawPack pack, SpecialCondition condition) {
        Map<SpecialCondition, LawCondition.Special> fewer = new EnumMap<>(pack.conditions());
        fewer.remove(condition);
        return new LawPack(
                pack.id(),
                pack.version(),
                pack.fingerprint(),
                pack.rows(),
                pack.bases(),
                fewer,
                pack.paragraphs(),
                pack.lawEnforcementBodies(),
                pack.seriousHarm());
    }

    private static void permits(Share share) {
        assertThat(share.decision()).isInstanceOf(Permitted.class);
    }

    private static void refuses(Share share, Rule... rules) {
        assertThat(share.decision())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).isEqualTo(List.of(rules)));
    }

    private static void lacks(Share share, Rule rule) {
        assertThat(share.decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(Set.copyOf(needs.needs().stream()
                                        .map(Decision.Need::rule)
                                        .toList()))
                                .isEqualTo(Set.of(rule)));
    }
}
