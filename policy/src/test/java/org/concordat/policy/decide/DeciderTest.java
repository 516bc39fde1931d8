package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.policy.decide.Requests.AGREED;
import static org.concordat.policy.decide.Requests.DAY;
import static org.concordat.policy.decide.Requests.FOLDER;
import static org.concordat.policy.decide.Requests.SIGNED;
import static org.concordat.policy.decide.Requests.allAsWanted;
import static org.concordat.policy.decide.Requests.as;
import static org.concordat.policy.decide.Requests.discharge;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.form;
import static org.concordat.policy.decide.Requests.harm;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.many;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.purpose;
import static org.concordat.policy.decide.Requests.reuse;
import static org.concordat.policy.decide.Requests.role;
import static org.concordat.policy.decide.Requests.single;
import static org.concordat.policy.decide.Requests.visit;
import static org.concordat.policy.decide.Requests.wards;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long because the promises of the one decider are read side by side. */
final class DeciderTest {

    private static final Decider DECIDER = new Decider();

    static Stream<String> permittedRequests() {
        return Requests.permitted().keySet().stream().sorted();
    }

    private static Request request(String name) {
        return Optional.ofNullable(Requests.permitted().get(name)).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("permittedRequests")
    void permitsWhatIsInOrderWithAReasonInEveryStep(String name) {
        Decision decision = DECIDER.decide(request(name), facts());
        assertThat(decision).isInstanceOf(Permitted.class);
        for (Step step : Step.values()) {
            assertThat(decision.reasons())
                    .anyMatch(reason -> reason.rule().step() == step && reason.outcome() == Outcome.HOLDS);
        }
        Permitted permitted = (Permitted) decision;
        assertThat(permitted.fields()).isEqualTo(request(name).fields());
        assertThat(permitted.duties()).hasAtLeastOneElementOfType(Duty.Log.class);
        assertThat(permitted.basis().lawPack()).contains(Town.UK.fingerprint());
    }

    @ParameterizedTest
    @MethodSource("permittedRequests")
    void takingAwayAnyFactItReliedOnNeverLeavesItPermitted(String name) {
        var permitted = (Permitted) DECIDER.decide(request(name), facts());
        assertThat(permitted.relied()).isNotEmpty();
        for (FactName fact : permitted.relied()) {
            Map<FactName, Answer> without = allAsWanted();
            without.remove(fact);
            assertThat(DECIDER.decide(request(name), new Facts(FOLDER, Town.UK, without)))
                    .as("without %s", fact)
                    .isInstanceOf(NeedsFacts.class);
            assertThat(DECIDER.decide(request(name), facts(fact, Answer.UNKNOWN)))
                    .as("not knowing %s", fact)
                    .isInstanceOf(NeedsFacts.class);
        }
        for (FactName fact : EnumSet.complementOf(EnumSet.copyOf(permitted.relied()))) {
            assertThat(DECIDER.decide(request(name), facts(fact, Answer.UNKNOWN)))
                    .as("%s does not matter", fact)
                    .isInstanceOf(Permitted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("permittedRequests")
    void knowingNothingNeverShares(String name) {
        assertThat(DECIDER.decide(request(name), new Facts(FOLDER, Town.UK, Map.of())))
                .isInstanceOf(NeedsFacts.class);
    }

    @Test
    void everyFactIsMaterialToSomeRequestOrRow() {
        var used = EnumSet.noneOf(FactName.class);
        permittedRequests().forEach(name -> {
            var permitted = (Permitted) DECIDER.decide(request(name), facts());
            used.addAll(permitted.relied());
            used.addAll(permitted.filter());
        });
        assertThat(used)
                .contains(
                        FactName.TRAINING_CURRENT,
                        FactName.ROLE_HELD,
                        FactName.CONSENT_GIVEN,
                        FactName.PERSON_IS_CHILD,
                        FactName.PERSON_OBJECTS,
                        FactName.ADDRESS_PROTECTED,
                        FactName.SENIOR_SIGN_OFF,
                        FactName.COMPATIBLE_WITH_COLLECTION,
                        FactName.LIKELY_TO_HELP_CARE);
    }

    @Test
    void whateverTheFolderDoesNotDescribeIsRefused() {
        for (String missing : List.of("trust", "charity")) {
            Request unknown = new Request(
                    new Request.Side(missing + "-x", Optional.empty()),
                    family().recipient(),
                    "case-worker",
                    "school-roll",
                    Set.of("name"),
                    "families",
                    SharingForm.IDENTIFIED,
                    Request.Subjects.ONE,
                    AGREED,
                    false,
                    false,
                    DAY);
            assertThat(decide(unknown, facts())).isInstanceOf(Refused.class);
        }
        assertThat(decide(as(family(), Set.of("nothing")), facts())).isInstanceOf(Refused.class);
        assertThat(decide(as(family(), Set.of()), facts())).isInstanceOf(Refused.class);
        assertThat(decide(purpose(family(), "nothing"), facts())).isInstanceOf(Refused.class);
        assertThat(decide(role(family(), "nothing"), facts())).isInstanceOf(Refused.class);
        assertThat(decide(on(family(), new Ground.UnderAgreement(Optional.of("nothing"))), facts()))
                .isInstanceOf(Refused.class);
        assertThat(decide(on(family(), new Ground.UnderAgreement(Optional.of("AG-2"))), facts()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTypedNameNeedsASignature() {
        String typed = SIGNED.file("sig-SC-2-police")
                .lines()
                .filter(line -> !line.startsWith("value:"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(decide(family(), in(SIGNED.plus("sig-SC-2-police", typed))))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .singleElement()
                                .satisfies(need -> assertThat(need.rule()).isEqualTo(Rule.SIGNATURE_MISSING)));
    }

    @Test
    void anUnverifiedPowerNeedsAnOfficerAndTheirRecordBecomesPartOfTheDecision() {
        Town town = Town.asWritten()
                .with("schedule-sc-2", "row: ca-2004-s10", "row: ca-2004-s16la")
                .with("organisation-council", "listed-in: [", "listed-in: [ca-2004-s16la, ")
                .with("organisation-police", "listed-in: [", "listed-in: [ca-2004-s16la, ");
        assertThat(decide(family(), in(town.signed())))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs()).anySatisfy(need -> {
                            assertThat(need.rule()).isEqualTo(Rule.NO_GATEWAY);
                            assertThat(need.question()).contains("ca-2004-s16la");
                        }));
        Decision verified = decide(
                family(),
                in(town.plus("v", Town.verification("ca-2004-s16la", DAY)).signed()));
        assertThat(verified).isInstanceOf(Permitted.class);
        assertThat(verified.basis().verifications()).containsExactly("v-ca-2004-s16la");
        assertThat(decide(
                        family(),
                        in(town.plus("v", Town.verification("ca-2004-s16la", DAY.plusDays(1)))
                                .signed())))
                .isInstanceOf(NeedsFacts.class);
        String ofAnotherText = Town.verification("ca-2004-s16la", DAY).replaceAll("fingerprint: .*", "fingerprint: 00");
        assertThat(decide(family(), in(town.plus("v", ofAnotherText).signed()))).isInstanceOf(NeedsFacts.class);
    }

    @Test
    void asShippedAnOfficerMustReadTheRowBeforeItPermits() {
        assertThat(decide(family(), in(Town.asWritten().without("v-ca-2004-s10").signed())))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs()).anySatisfy(need -> {
                            assertThat(need.rule()).isEqualTo(Rule.NO_GATEWAY);
                            assertThat(need.row()).contains("ca-2004-s10");
                        }));
    }

    @Test
    void aKeyThatNobodyCheckedWithItsOrganisationDoesNotSign() {
        var folder = SIGNED.read(TrustedKeys.none());
        assertThat(decide(family(), new Facts(folder, Town.UK, allAsWanted())))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .hasSize(6)
                                .allMatch(need -> need.rule() == Rule.SIGNATURE_MISSING));
    }

    @Test
    void seriousHarmIsSharedDespiteTrainingSignatureAndAgreementButNotDespiteARevokedRole() {
        Facts bare = new Facts(Town.asWritten().read(), Town.UK, Map.of(FactName.ROLE_HELD, Answer.YES));
        assertThat(decide(harm(false), bare))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.duties())
                                .contains(new Duty.ReviewWithin(1), new Duty.GuardAddress(), new Duty.Log()));
        assertThat(decide(harm(true), bare)).isInstanceOf(Permitted.class);
        assertThat(decide(harm(false), facts(FactName.ROLE_HELD, Answer.NO))).isInstanceOf(Refused.class);
        assertThat(decide(many(harm(false)), bare)).isInstanceOf(Refused.class);
        assertThat(decide(form(harm(false), SharingForm.PSEUDONYMISED), bare)).isInstanceOf(Refused.class);
        assertThat(harm(false).toString()).doesNotContain("tomorrow");
    }

    @Test
    void seriousHarmDoesNotLiftARestrictionThatThePackDoesNotSayItLifts() {
        Request tax = on(Requests.tax("localism-2011-s1"), new Ground.SeriousHarm(false, "A threat was made."));
        assertThat(decide(tax, facts()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.RESTRICTED));
    }

    @Test
    void aJobCentreMayNotRelyOnAnImpliedPower() {
        Town town = Town.asWritten()
                .with("dataset-school-roll", "holder: council", "holder: job-centre")
                .with("schedule-sc-2", "organisation: council", "organisation: job-centre")
                .signed();
        Request fromJobCentre = new Request(
                Request.Side.of("job-centre"),
                family().recipient(),
                family().role(),
                family().dataset(),
                family().fields(),
                family().purpose(),
                family().form(),
                family().subjects(),
                AGREED,
                false,
                false,
                DAY);
        assertThat(decide(fromJobCentre, in(town)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).contains(Rule.NO_GATEWAY));
    }

    @Test
    void manySubjectsCostOneDecisionAndLeaveAFilter() {
        assertThat(decide(many(family()), facts()))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.filter())
                                .containsExactlyInAnyOrder(FactName.PERSON_OBJECTS, FactName.PERSON_DECEASED));
        assertThat(decide(many(visit()), facts()))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.filter())
                                .contains(FactName.CONSENT_GIVEN, FactName.PERSON_IS_CHILD));
        assertThat(decide(wards(), facts()))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.filter()).isEmpty());
    }

    @Test
    void aChildsConsentIsGivenBySomeoneWhoMay() {
        Map<FactName, Answer> child = allAsWanted();
        child.put(FactName.PERSON_IS_CHILD, Answer.YES);
        assertThat(decide(visit(), new Facts(FOLDER, Town.UK, child))).isInstanceOf(Permitted.class);
        child.put(FactName.CHILD_CONSENT_COMPETENT, Answer.UNKNOWN);
        assertThat(decide(visit(), new Facts(FOLDER, Town.UK, child))).isInstanceOf(NeedsFacts.class);
        child.put(FactName.CHILD_CONSENT_COMPETENT, Answer.NO);
        assertThat(decide(visit(), new Facts(FOLDER, Town.UK, child))).isInstanceOf(Refused.class);
    }

    @Test
    void consentIsNotAskedForWhereItIsNotTheBasis() {
        assertThat(decide(family(), facts(FactName.CONSENT_GIVEN, Answer.NO))).isInstanceOf(Permitted.class);
    }

    @Test
    void dutiesFollowTheSchedule() {
        var permitted = (Permitted) decide(discharge(), facts());
        assertThat(permitted.duties())
                .contains(
                        new Duty.OnlyTheseFields(Set.of("name", "address", "diagnosis")),
                        new Duty.OnlyThisForm(SharingForm.IDENTIFIED),
                        new Duty.ExpireOn(DAY.plusDays(30)),
                        new Duty.DestroyBy(DAY.plusDays(90), true),
                        new Duty.DestroyDerivedBy(DAY.plusDays(30)),
                        new Duty.UseOnlyFor(Set.of("care")),
                        new Duty.NoOnwardSharing(Set.of()),
                        new Duty.TellThePerson(),
                        new Duty.MarkAsOpinion(Set.of("diagnosis")));
        assertThat(((Permitted) decide(wards(), facts())).duties()).contains(new Duty.SuppressBelow(10));
        Town silent = Town.asWritten().with("schedule-sc-2", "transparency: tell", "transparency: do-not-tell");
        assertThat(((Permitted) decide(family(), in(silent.signed()))).duties())
                .contains(new Duty.DoNotTellThePerson())
                .doesNotContain(new Duty.TellThePerson());
    }

    @Test
    void anAddressDoesNotLeaveUnderAPseudonym() {
        Town town = Town.asWritten().with("schedule-sc-1", "forms: [identified]", "forms: [identified, pseudonymised]");
        Request pseudonymised = form(as(discharge(), Set.of("address")), SharingForm.PSEUDONYMISED);
        assertThat(decide(pseudonymised, in(town.signed())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).contains(Rule.IDENTITY_NOT_NEEDED));
        assertThat(decide(as(pseudonymised, Set.of("sex")), in(town.signed()))).isInstanceOf(Permitted.class);
    }

    @Test
    void takingAwayAnySignatureVerificationOrAgreementNeverLeavesItPermitted() {
        for (String file : SIGNED.names()) {
            boolean used = file.matches("sig-(SC-2|AG-2|PR-1)-(council|police)|schedule-sc-2");
            Town fewer = SIGNED.without(file);
            var problems = new org.concordat.policy.reading.Problems();
            Optional<org.concordat.policy.agreements.AgreementFolder> folder = fewer.read(problems);
            boolean permitted = folder.isPresent()
                    && decide(family(), new Facts(folder.get(), Town.UK, allAsWanted())) instanceof Permitted;
            if (used) {
                assertThat(permitted).as("without %s", file).isFalse();
            } else if (file.startsWith("sig-")) {
                assertThat(permitted).as("%s is another's", file).isTrue();
            }
        }
    }

    @Test
    void aProcessorNeedsNoBasisOfItsOwnButAContractThatBindsIt() {
        Town town = Town.asWritten()
                .with(
                        "schedule-sc-2",
                        "  - organisation: police\n    role: sole-controller",
                        "  - organisation: police\n    role: processor")
                .with("schedule-sc-2", "    - {organisation: police, basis: public-task}\n", "")
                .signed();
        assertThat(decide(family(), in(town)))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.relied()).contains(FactName.PROCESSOR_BOUND));
        Map<FactName, Answer> unbound = allAsWanted();
        unbound.put(FactName.PROCESSOR_BOUND, Answer.UNKNOWN);
        assertThat(decide(family(), new Facts(town.read(), Town.UK, unbound))).isInstanceOf(NeedsFacts.class);
        unbound.put(FactName.PROCESSOR_BOUND, Answer.NO);
        assertThat(decide(family(), new Facts(town.read(), Town.UK, unbound)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.NO_LAWFUL_BASIS));
    }

    @Test
    void identifyingAgainNeedsTheConsentOfTheControllerWhoHadIdentitiesRemoved() {
        Request again = Requests.identifyingAgain(discharge());
        assertThat(decide(again, facts())).isInstanceOf(Permitted.class);
        assertThat(decide(again, facts(FactName.CONTROLLER_CONSENTS, Answer.NO)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.RESTRICTED));
        assertThat(decide(again, facts(FactName.CONTROLLER_CONSENTS, Answer.UNKNOWN)))
                .isInstanceOf(NeedsFacts.class);
    }

    @Test
    void aTableAboutOnePersonIsNoTable() {
        assertThat(decide(as(form(visit(), SharingForm.AGGREGATED), Set.of("ward")), facts()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.rules()).containsExactly(Rule.IDENTITY_NOT_NEEDED));
    }

    @Test
    void reuseInTablesHidesSmallNumbersThoughNoScheduleSaysSo() {
        Request tables = many(form(as(reuse(), Set.of("year")), SharingForm.AGGREGATED));
        assertThat(((Permitted) decide(tables, facts())).duties()).contains(new Duty.SuppressBelow(6));
    }

    @Test
    void whereTwoPowersCarryAShareAFactMattersOnlyWhenBothAskForIt() {
        Town town = Town.asWritten()
                .plus("v2", Town.verification("cda-1998-s17a", DAY))
                .with("organisation-council", "listed-in: [", "listed-in: [cda-1998-s17a, ")
                .with("organisation-police", "listed-in: [", "listed-in: [cda-1998-s17a, ")
                .with("purpose-families", "[child-well-being]", "[child-well-being, crime-and-disorder]")
                .with(
                        "schedule-sc-2",
                        "row: ca-2004-s10}",
                        "row: cda-1998-s17a}\n    - {organisation: council, row: ca-2004-s10}")
                .signed();
        var both = (Permitted) decide(family(), in(town));
        assertThat(both.relied()).doesNotContain(FactName.CONDITIONS_MET);
        Map<FactName, Answer> unmet = allAsWanted();
        unmet.put(FactName.CONDITIONS_MET, Answer.NO);
        assertThat(decide(family(), new Facts(town.read(), Town.UK, unmet))).isInstanceOf(Permitted.class);
        Town one = town.without("v-ca-2004-s10");
        assertThat(((Permitted) decide(family(), in(one))).relied()).contains(FactName.CONDITIONS_MET);
        assertThat(decide(family(), new Facts(one.read(), Town.UK, unmet))).isInstanceOf(NeedsFacts.class);
    }

    @Test
    void aPermissionForWhichAFactThatMattersWasNotAskedIsRefused() {
        var rules = Decider.rules();
        rules.put(Rule.PERSON_OBJECTS, situation -> new Finding.Holds("Nobody was asked."));
        assertThat(new Decider(rules).decide(family(), facts()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .anyMatch(reason -> reason.text().contains("person-objects")));
    }

    @Test
    void twoSchedulesForOneThingNeedNaming() {
        String second = Town.asWritten().file("schedule-sc-2").replace("schedule: SC-2", "schedule: SC-4");
        Facts both = in(Town.asWritten().plus("schedule-sc-4", second).signed());
        assertThat(decide(family(), both)).isInstanceOf(NeedsFacts.class);
        assertThat(decide(on(family(), new Ground.UnderAgreement(Optional.of("SC-4"))), both))
                .isInstanceOf(Permitted.class);
    }

    @Test
    void reuseAndSingleDisclosureKeepToTheirGround() {
        assertThat(decide(on(family(), reuse().ground()), facts())).isInstanceOf(Refused.class);
        assertThat(decide(on(reuse(), single().ground()), facts())).isInstanceOf(Refused.class);
        assertThat(decide(single(), facts(FactName.SENIOR_SIGN_OFF, Answer.NO))).isInstanceOf(Refused.class);
        assertThat(decide(reuse(), facts(FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDecisionWithoutReasonsCannotBeMade() {
        var basis = new Decision.Basis("", "", List.of(), List.of());
        assertThatThrownBy(() -> new Refused(List.of(), basis, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NeedsFacts(
                        List.of(new Decision.Reason(Rule.NOT_AGREED, Outcome.LACKS, "x")), basis, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision decide(Request request, Facts facts) {
        return DECIDER.decide(request, facts);
    }
}
