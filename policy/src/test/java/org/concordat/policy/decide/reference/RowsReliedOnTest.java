package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.Test;

/** On which rows of the law pack a decision rests, where a schedule names several or the law several apply. */
final class RowsReliedOnTest {

    private static final String GENERAL = "localism-2011-s1";
    private static final String DUTY = "cda-1998-s17a";
    private static final String LIMITED = "care-2014-s45";
    private static final String APPROVAL = "nhsa-2006-s251";

    private static final Share COUNCIL_TO_POLICE = new Share().read(GENERAL);

    private static final Share TWO_POWERS = new Share().but(share -> {
        share.rows = List.of(GENERAL, DUTY);
        share.senderListedIn = Set.of(DUTY);
        share.recipientListedIn = Set.of(DUTY);
    });

    @Test
    void ofTwoPowersThatCarryTheFirstNamedIsTheOneRestedOn() {
        Permitted general = permitted(TWO_POWERS.read(GENERAL, DUTY));
        assertThat(general.basis().verifications()).containsExactly("v-" + GENERAL);
        assertThat(reason(general, Rule.NO_GATEWAY))
                .contains(provision(GENERAL))
                .doesNotContain(provision(DUTY));
        Permitted duty = permitted(
                TWO_POWERS.but(share -> share.rows = List.of(DUTY, GENERAL)).read(GENERAL, DUTY));
        assertThat(duty.basis().verifications()).containsExactly("v-" + DUTY);
        assertThat(reason(duty, Rule.NO_GATEWAY)).contains(provision(DUTY)).doesNotContain(provision(GENERAL));
    }

    @Test
    void aPowerThatNobodyReadOrThatDoesNotCoverItHindersNoOtherThatCarries() {
        assertThat(permitted(TWO_POWERS.read(GENERAL)).basis().verifications()).containsExactly("v-" + GENERAL);
        assertThat(permitted(TWO_POWERS.read(DUTY)).basis().verifications()).containsExactly("v-" + DUTY);
        permitted(COUNCIL_TO_POLICE.but(share -> share.rows = List.of("no-such-row", LIMITED, GENERAL)));
    }

    @Test
    void wherePowersWaitForAnOfficerEachIsAskedAboutOnce() {
        assertThat(TWO_POWERS
                        .but(share -> share.rows = List.of(GENERAL, DUTY, GENERAL))
                        .decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(need -> need.row().orElse("no row"))
                                .containsExactly(GENERAL, DUTY));
    }

    @Test
    void whyNoPowerCarriesItIsSaidOfEach() {
        Decision decision = COUNCIL_TO_POLICE
                .but(share -> share.rows = List.of("no-such-row", LIMITED))
                .decision();
        refuses(decision, Rule.NO_GATEWAY);
        assertThat(reason(decision, Rule.NO_GATEWAY))
                .isEqualTo("The law pack has no row 'no-such-row'. " + provision(LIMITED)
                        + ": it does not let this sender disclose to this recipient.");
    }

    @Test
    void theLimitOfARowThatDoesNotCarryTheShareDoesNotTravel() {
        Share both = COUNCIL_TO_POLICE.read(LIMITED).but(share -> share.rows = List.of(LIMITED, GENERAL));
        assertThat(permitted(both).duties()).doesNotHaveAnyElementsOfTypes(Duty.UseLimitTravels.class);
    }

    @Test
    void theStatuteThatLiftsConfidenceIsRestedOnThoughAnotherPowerComesFirst() {
        Share statute = TWO_POWERS.read(GENERAL, DUTY).but(share -> {
            share.origin = Origin.HOMELESSNESS;
            share.confidentiality = ConfidenceRoute.STATUTE;
        });
        Permitted permitted = permitted(statute);
        assertThat(permitted.basis().verifications()).containsExactly("v-" + DUTY, "v-" + GENERAL);
        assertThat(permitted.relied()).contains(FactName.CONDITIONS_MET);
        refuses(statute.but(FactName.CONDITIONS_MET, Answer.NO).decision(), Rule.CONFIDENTIAL);
    }

    @Test
    void anApprovalIsRestedOnWithAllThatItsRowAsksFor() {
        Share approved = COUNCIL_TO_POLICE.read(APPROVAL).but(share -> {
            share.purpose = EnumSet.of(PurposeKind.MEDICAL_PURPOSES);
            share.origin = Origin.PATIENT;
            share.confidentiality = ConfidenceRoute.APPROVAL;
            share.condition = Optional.of(SpecialCondition.HEALTH_OR_SOCIAL_CARE);
            share.paragraph = Optional.of("sch1-2");
            share.law =
                    Rows.changed(share.law, APPROVAL, row -> Rows.requiring(row, EnumSet.of(FactName.CODE_FOLLOWED)));
        });
        Permitted permitted = permitted(approved);
        assertThat(permitted.basis().verifications()).contains("v-" + APPROVAL);
        assertThat(permitted.relied()).contains(FactName.APPROVAL_HELD, FactName.CODE_FOLLOWED);
        Share another = approved.but(share -> share.law =
                Rows.plus(share.law, Rows.called(Rows.requiring(row(APPROVAL), Set.of()), "unread-approval")));
        assertThat(permitted(another).relied()).as("an unread one besides").contains(FactName.CODE_FOLLOWED);
    }

    @Test
    void aLawPackWithoutARouteForSeriousHarmSharesNothingForIt() {
        Share harm = new Share().but(share -> {
            share.on = Share.On.HARM;
            share.law = new LawPack(
                    share.law.id(),
                    share.law.version(),
                    share.law.fingerprint(),
                    share.law.rows(),
                    share.law.bases(),
                    share.law.conditions(),
                    share.law.paragraphs(),
                    share.law.lawEnforcementBodies(),
                    Optional.empty());
        });
        refuses(harm.decision(), Rule.NO_GATEWAY, Rule.NO_LAWFUL_BASIS);
    }

    @Test
    void dataThatCameUnderALimitAreUsedForItsPurposesOnly() {
        Share came = COUNCIL_TO_POLICE.but(share -> share.receivedUnder = Optional.of(LIMITED));
        refuses(came.decision(), Rule.USE_LIMITED);
        Share adults = came.but(share -> share.purpose = EnumSet.of(PurposeKind.ADULT_SAFEGUARDING));
        assertThat(permitted(adults).duties())
                .contains(new Duty.UseLimitTravels(LIMITED, row(LIMITED).limits()));
        refuses(
                came.but(share -> share.purpose =
                                EnumSet.of(PurposeKind.ADULT_SAFEGUARDING, PurposeKind.CRIME_AND_DISORDER))
                        .decision(),
                Rule.USE_LIMITED);
    }

    @Test
    void dataThatCameUnderARowWithoutLimitsGoOnFreelyAndUnderAnUnknownRowNowhere() {
        assertThat(permitted(COUNCIL_TO_POLICE.but(share -> share.receivedUnder = Optional.of(DUTY)))
                        .duties())
                .doesNotHaveAnyElementsOfTypes(Duty.UseLimitTravels.class);
        refuses(
                COUNCIL_TO_POLICE
                        .but(share -> share.receivedUnder = Optional.of("no-such-row"))
                        .decision(),
                Rule.USE_LIMITED);
    }

    @Test
    void theReasonNamesTheRestrictionsThatLetItPassOrSaysThatNoneTouchesIt() {
        assertThat(reason(COUNCIL_TO_POLICE.decision(), Rule.RESTRICTED))
                .isEqualTo("No restriction touches these data.");
        Share tax = COUNCIL_TO_POLICE.but(share -> {
            share.origin = Origin.COUNCIL_TAX;
            share.purpose = EnumSet.of(PurposeKind.COUNCIL_TAX_ADMINISTRATION);
        });
        assertThat(reason(tax.decision(), Rule.RESTRICTED))
                .isEqualTo(provision("lgfa-1992-restriction") + " lets this purpose or form pass.");
    }

    @Test
    void aRestrictionThatForbidsWinsOverOneThatOnlyWaitsForAFact() {
        Share asking = COUNCIL_TO_POLICE.but(share -> {
            share.origin = Origin.COUNCIL_TAX;
            share.law = Rows.changed(
                    share.law,
                    "dea-2017-s41",
                    row -> Rows.restricting(row, onTax(EnumSet.of(FactName.CODE_FOLLOWED), false)));
            share.answers.put(FactName.CODE_FOLLOWED, Answer.UNKNOWN);
        });
        refuses(asking.decision(), Rule.RESTRICTED);
        Share alone = asking.but(share -> share.law =
                Rows.changed(share.law, "lgfa-1992-restriction", row -> Rows.restricting(row, onNothing())));
        assertThat(alone.decision())
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .singleElement()
                                .satisfies(need -> assertThat(need.fact()).contains(FactName.CODE_FOLLOWED)));
    }

    @Test
    void dangerLiftsOnlyARestrictionThatSaysSo() {
        Share harm = new Share().but(share -> {
            share.on = Share.On.HARM;
            share.origin = Origin.COUNCIL_TAX;
        });
        refuses(harm.decision(), Rule.RESTRICTED);
        Share lifted = harm.but(share -> share.law =
                Rows.changed(share.law, "lgfa-1992-restriction", row -> Rows.restricting(row, onTax(Set.of(), true))));
        assertThat(reason(permitted(lifted), Rule.RESTRICTED)).endsWith(" is lifted by a risk of serious harm.");
        refuses(lifted.but(share -> share.on = Share.On.AGREEMENT).read(GENERAL).decision(), Rule.RESTRICTED);
    }

    @Test
    void aRestrictionGivesWayToAPowerThatNamesSuchDataAndCarriesThem() {
        String vacant = "lgfa-1992-sch2-18a";
        Share homes = new Share().but(share -> {
            share.rows = List.of(GENERAL, vacant);
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.BILLING_AUTHORITY);
            share.toItself = true;
            share.purpose = EnumSet.of(PurposeKind.VACANT_DWELLINGS);
            share.origin = Origin.COUNCIL_TAX;
            share.fields = new LinkedHashMap<>(Map.of("name", Share.field("name", FieldClass.IDENTIFIER, Detail.NAME)));
        });
        assertThat(permitted(homes.read(vacant)).basis().verifications()).containsExactly("v-" + vacant);
        assertThat(homes.decision()).isInstanceOf(NeedsFacts.class);
        refuses(
                homes.read(vacant)
                        .but(share -> share.fields.put("band", Share.field("band")))
                        .decision(),
                Rule.NO_GATEWAY,
                Rule.RESTRICTED);
    }

    private static Restricts onTax(Set<FactName> unlessFacts, boolean liftedBySeriousHarm) {
        return new Restricts(
                EnumSet.of(Origin.COUNCIL_TAX),
                Set.of(),
                false,
                EnumSet.noneOf(PurposeKind.class),
                EnumSet.noneOf(SharingForm.class),
                false,
                unlessFacts,
                liftedBySeriousHarm);
    }

    private static Restricts onNothing() {
        return new Restricts(EnumSet.noneOf(Origin.class), Set.of(), true, Set.of(), Set.of(), false, Set.of(), false);
    }

    private static LawRow row(String id) {
        return COUNCIL_TO_POLICE.law.row(id).orElseThrow();
    }

    private static String provision(String id) {
        return row(id).provision();
    }

    private static Permitted permitted(Share share) {
        Decision decision = share.decision();
        assertThat(decision).isInstanceOf(Permitted.class);
        return (Permitted) decision;
    }

    private static void refuses(Decision decision, Rule... rules) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).isEqualTo(List.of(rules)));
    }

    private static String reason(Decision decision, Rule rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule() == rule)
                .map(Decision.Reason::text)
                .findFirst()
                .orElseThrow();
    }
}
