package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.Joined;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever joined shares as the party it joined like does, and only while everybody's signature stands. */
final class AccessionRulesTest {

    private static final Town SURGERY = Joined.surgery().signed();
    private static final Town INFIRMARY = Joined.infirmary().signed();

    @Test
    void whoJoinedAndSignedReceivesWhatTheOtherReceivesAndTheDecisionNamesTheAccessions() {
        Decision decision = decide(toSurgery(DAY), SURGERY);
        assertThat(decision).isInstanceOf(Permitted.class);
        assertThat(decision.basis().agreements())
                .extracting(each -> each.substring(0, each.indexOf(' ')))
                .containsExactly("SC-1", "AG-1", "PR-1", "AC-AG-1-surgery", "AC-PR-1-surgery", "AC-SC-1-surgery");
    }

    @Test
    void whoJoinedAndSignedSendsItsOwnInThePlaceOfWhatTheOtherSends() {
        assertThat(decide(fromInfirmary(Set.of("name", "diagnosis")), INFIRMARY))
                .isInstanceOf(Permitted.class);
    }

    @Test
    void nobodysFingerprintChangesWhenSomebodyJoinsOrLeaves() {
        AgreementFolder before = Joined.lets(
                        Town.asWritten(), "receiver", "practice", "general-practice", "accepted-by: trust")
                .read();
        for (String document : Joined.DOCUMENTS.values()) {
            assertThat(SURGERY.read().fingerprints().get(document))
                    .isEqualTo(before.fingerprints().get(document));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR-1", "AG-1", "SC-1"})
    void whoJoinsAndHasNotSignedADocumentGetsNothing(String document) {
        Town unsigned = SURGERY.without("sig-" + document + "-surgery");
        assertThat(refused(toSurgery(DAY), unsigned, Rule.SIGNATURE_MISSING))
                .isEqualTo("'surgery' had not signed by that day: '" + document + "', which it joins by accession 'AC-"
                        + document + "-surgery'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR-1", "AG-1", "SC-1"})
    void anAccessionThatNobodyAcceptedMakesNobodyAParty(String document) {
        Town unaccepted = SURGERY.without("sig-AC-" + document + "-surgery-trust");
        assertThat(refused(toSurgery(DAY), unaccepted, Rule.PARTY_NOT_JOINED))
                .isEqualTo("'trust' had not signed by that day: accession 'AC-" + document
                        + "-surgery' of 'surgery' to '" + document + "'.");
        assertThat(decide(Requests.discharge(), unaccepted)).isInstanceOf(Permitted.class);
    }

    @Test
    void anAcceptanceByAKeyThatNobodyCheckedIsAskedAbout() {
        Town typed = SURGERY.plus(
                "sig-AC-SC-1-surgery-trust",
                SURGERY.file("sig-AC-SC-1-surgery-trust").replaceAll("value: .*\n", ""));
        assertThat(decide(toSurgery(DAY), typed))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .extracting(Decision.Need::rule)
                                .containsOnly(Rule.PARTY_NOT_JOINED));
    }

    static Stream<Town> changed() {
        return Stream.of(
                SURGERY.with("accession-SC-1-surgery", "joined: 2026-03-01", "joined: 2026-03-02"),
                SURGERY.with("accession-SC-1-surgery", "signatory: Partner", "signatory: Partner\nroles: [clinician]"),
                SURGERY.with("organisation-surgery", "legal-name: The surgery", "legal-name: Another"),
                SURGERY.with("schedule-sc-1", "title: Discharge list", "title: Discharges"),
                SURGERY.with(
                        "organisation-surgery", "nation: england", "nation: england\nlisted-in: [hsca-2012-s251b]"));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void whoeverChangesAnAccessionOrWhatGivesItMeaningHasUnsignedIt(Town town) {
        assertThat(refused(toSurgery(DAY), town, Rule.PARTY_NOT_JOINED))
                .isEqualTo("'trust' signed a text that has changed since: accession 'AC-SC-1-surgery' of 'surgery' to"
                        + " 'SC-1'.");
    }

    @Test
    void whatWasAcceptedOfADatasetHoldsForThatTextOfItOnly() {
        Town changed = INFIRMARY.with("dataset-ward-list", "Main diagnosis", "Every diagnosis");
        assertThat(refused(fromInfirmary(Set.of("name")), changed, Rule.PARTY_NOT_JOINED))
                .startsWith("'infirmary' signed a text that has changed since: accession 'AC-SC-1-infirmary'");
    }

    @Test
    void nobodysDataAreOfferedByAnAccessionThatItDidNotSignItself() {
        Town unsigned = INFIRMARY.without("sig-AC-SC-1-infirmary-infirmary");
        assertThat(refused(fromInfirmary(Set.of("name")), unsigned, Rule.PARTY_NOT_JOINED))
                .startsWith("'infirmary' had not signed by that day: accession 'AC-SC-1-infirmary'");
    }

    @Test
    void whereNobodyNeedAcceptJoinersTheJoinerSignsItsOwnAccession() {
        Town open = Joined.surgery();
        for (String file : Joined.DOCUMENTS.keySet()) {
            open = open.with(file, "accepted-by: trust", "open: yes");
        }
        Town signed = open.signed();
        assertThat(decide(toSurgery(DAY), signed)).isInstanceOf(Permitted.class);
        assertThat(refused(toSurgery(DAY), signed.without("sig-AC-SC-1-surgery-surgery"), Rule.PARTY_NOT_JOINED))
                .startsWith("'surgery' had not signed by that day: accession 'AC-SC-1-surgery'");
    }

    @Test
    void whoJoinedGetsNothingBeforeTheDayItJoinedNorAfterTheDayItLeftAndLeavingNeedsNoSignature() {
        assertThat(decide(toSurgery(LocalDate.of(2026, 3, 1)), SURGERY)).isInstanceOf(Permitted.class);
        assertThat(refused(toSurgery(LocalDate.of(2026, 2, 28)), SURGERY, Rule.PARTY_NOT_JOINED))
                .isEqualTo("'surgery' is no receiver under 'SC-1' on that day, by accession 'AC-SC-1-surgery'.");
        Town left = SURGERY.with("accession-SC-1-surgery", "joined: 2026-03-01", "joined: 2026-03-01\nleft: " + DAY);
        assertThat(decide(toSurgery(DAY), left)).isInstanceOf(Permitted.class);
        assertThat(refused(toSurgery(DAY.plusDays(1)), left, Rule.PARTY_NOT_JOINED))
                .startsWith("'surgery' is no receiver under 'SC-1' on that day");
    }

    @Test
    void whoHasLeftAcceptsNobodyAnyMoreAndWhatItAcceptedBeforeStands() {
        Town left = SURGERY.with(
                "schedule-sc-1",
                "    joined: 2026-01-01\n  - organisation: practice",
                "    joined: 2026-01-01\n    left: 2026-01-31\n  - organisation: practice");
        AgreementFolder folder = left.read();
        assertThat(folder.unsigned(accession(folder), DAY)).isEmpty();
        AgreementFolder before = left.with("schedule-sc-1", "left: 2026-01-31", "left: 2025-12-31")
                .read();
        assertThat(before.unsigned(accession(before), DAY)).containsOnlyKeys("trust");
    }

    private static org.concordat.policy.agreements.Accession accession(AgreementFolder folder) {
        return Objects.requireNonNull(folder.accessions().get("AC-SC-1-surgery"));
    }

    @Test
    void aJoinerReceivesInTheRolesThatItNamesOnly() {
        Town roles = Joined.surgery().with("schedule-sc-1", "roles: [clinician]", "roles: [clinician, case-worker]");
        Town fewer = roles.plus(
                        "accession-SC-1-surgery", roles.file("accession-SC-1-surgery") + "roles: [case-worker]\n")
                .signed();
        assertThat(refused(toSurgery(DAY), fewer, Rule.RECIPIENT_NOT_NAMED)).contains("'clinician'");
    }

    @Test
    void aJoinerSendsTheFieldsThatItNamesOnlyAndNeverOneThatTheOtherDoesNot() {
        Town fewer = Joined.infirmary()
                .with("accession-SC-1-infirmary", "stands-for: discharges", "stands-for: discharges, fields: [name]")
                .signed();
        assertThat(decide(fromInfirmary(Set.of("name")), fewer)).isInstanceOf(Permitted.class);
        assertThat(refused(fromInfirmary(Set.of("name", "diagnosis")), fewer, Rule.NOT_AGREED))
                .startsWith("'SC-1' does not cover: diagnosis.");
        Town more = Joined.infirmary()
                .with(
                        "dataset-ward-list",
                        "fields:",
                        "fields:\n  - {field: bed, about: Bed, class: attribute, written-as: fact}")
                .signed();
        assertThat(refused(fromInfirmary(Set.of("bed")), more, Rule.NOT_AGREED))
                .startsWith("'SC-1' does not cover: bed.");
    }

    @Test
    void thePowerOfTheOtherMustHoldForWhatTheJoinerIs() {
        Town charity = Joined.infirmary()
                .with("organisation-infirmary", "[nhs-trust]", "[charity]")
                .with("protocol", "kinds: [nhs-trust]", "kinds: [charity]")
                .with("agreement-care", "kinds: [nhs-trust]", "kinds: [charity]")
                .with("schedule-sc-1", "kinds: [nhs-trust]", "kinds: [charity]")
                .signed();
        assertThat(refused(fromInfirmary(Set.of("name")), charity, Rule.NO_GATEWAY))
                .contains("it does not let this sender disclose to this recipient.");
    }

    @Test
    void whoJoinedTakesOverTheOthersRolePowersAndBasisAndIsMarkedAsHavingJoined() {
        Agreement schedule =
                Objects.requireNonNull(INFIRMARY.read().agreements().get("SC-1"));
        Terms terms = schedule.terms().orElseThrow();
        assertThat(terms.powersOf("infirmary")).isEqualTo(terms.powersOf("trust"));
        assertThat(terms.basisOf("infirmary").orElseThrow().condition())
                .isEqualTo(terms.basisOf("trust").orElseThrow().condition());
        assertThat(terms.fieldsOf("ward-list")).isEqualTo(terms.fieldsOf("discharges"));
        assertThat(schedule.party("infirmary").orElseThrow())
                .satisfies(party -> assertThat(party.accession()).contains("AC-SC-1-infirmary"))
                .satisfies(party -> assertThat(party.role())
                        .isEqualTo(schedule.party("trust").orElseThrow().role()));
        assertThat(schedule.party("trust").orElseThrow().accession()).isEmpty();
    }

    @Test
    void anAccessionThatNobodySignedChangesNoOtherDecision() {
        Town signed = Joined.lets(Town.asWritten(), "receiver", "practice", "general-practice", "accepted-by: trust")
                .signed();
        Town more = Joined.joins(signed, "surgery")
                .plus("organisation-surgery", Joined.organisation("surgery", "general-practice"));
        Requests.permitted().forEach((name, request) -> {
            Decision before = decide(request, signed);
            Decision after = decide(request, more);
            assertThat(after.getClass()).as(name).isEqualTo(before.getClass());
            assertThat(after.reasons()).as(name).isEqualTo(before.reasons());
        });
    }

    private static Request toSurgery(LocalDate on) {
        Request discharge = Requests.on(Requests.discharge(), on);
        return new Request(
                discharge.sender(),
                Side.of("surgery"),
                discharge.role(),
                discharge.dataset(),
                discharge.fields(),
                discharge.purpose(),
                discharge.form(),
                discharge.subjects(),
                discharge.ground(),
                false,
                false,
                on);
    }

    private static Request fromInfirmary(Set<String> fields) {
        Request discharge = Requests.discharge();
        return new Request(
                Side.of("infirmary"),
                discharge.recipient(),
                discharge.role(),
                "ward-list",
                fields,
                discharge.purpose(),
                discharge.form(),
                discharge.subjects(),
                discharge.ground(),
                false,
                false,
                DAY);
    }

    private static Decision decide(Request request, Town town) {
        return new Decider().decide(request, Requests.in(town));
    }

    private static String refused(Request request, Town town, Rule rule) {
        Decision decision = decide(request, town);
        assertThat(decision).isInstanceOf(Refused.class);
        return decision.reasons().stream()
                .filter(reason -> reason.rule() == rule)
                .filter(reason -> reason.outcome() == Decision.Outcome.REFUSES)
                .map(Decision.Reason::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(decision.reasons()));
    }
}
