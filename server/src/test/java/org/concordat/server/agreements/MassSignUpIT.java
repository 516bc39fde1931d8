package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.decide.Decision;
import org.concordat.server.agreements.CheckedRow.Standing;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One sign-up from the paste to the decisions, step by step: each test goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MassSignUpIT {

    private static SurgeriesTown town;
    private static SignUp signUp;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        town = new SurgeriesTown(folder, SurgeriesTown.SURGERIES);
        signUp = town.open();
    }

    @AfterAll
    static void ends() {
        town.close();
    }

    @Test
    @Order(1)
    void everyRowIsCheckedAndTheGoodOnesGoAhead() {
        String pasted = SurgeriesTown.rows(20)
                + "=cmd()\tgeneral-practice\tengland\ta@formula.example\t\t\n"
                + "Quay Police Desk\tpolice\tengland\ta@desk.example\t\t\n"
                + "Quay Zinnia Surgery\tgeneral-practice\tengland\tchief@hospital.example\t\t\n"
                + "Harbour Surgery\tgeneral-practice\tengland\ta@harbour.example\t\t\n"
                + "Quay One Surgery\t\t\tboth@quay.example\t\t\n"
                + "Quay Another Surgery\t\t\tBOTH@quay.example\t\t\n";
        Acting.as(town.governance, () -> signUps().paste(signUp, pasted));

        List<CheckedRow> rows = rows();

        assertThat(rows).filteredOn(row -> row.standing() == Standing.READY).hasSize(20);
        assertThat(problems(rows))
                .containsEntry("=cmd()", List.of(RowProblem.FORMULA))
                .containsEntry("Quay Police Desk", List.of(RowProblem.KIND_OTHER))
                .containsEntry("Quay Zinnia Surgery", List.of(RowProblem.EMAIL_TAKEN))
                .containsEntry("Quay One Surgery", List.of(RowProblem.EMAIL_TWICE))
                .containsEntry("Quay Another Surgery", List.of(RowProblem.EMAIL_TWICE));
        assertThat(rows)
                .filteredOn(row -> row.standing() == Standing.ASKED)
                .singleElement()
                .satisfies(row -> assertThat(row.alike().getFirst().code()).isEqualTo("surgery"));
        assertThat(Acting.as(
                        town.governance, () -> town.at.get(SignUpSteps.class).goAhead(signUp)))
                .isEqualTo(20);
        assertThat(rows()).hasSize(26);
    }

    @Test
    @Order(2)
    void twoOfTwentyHaveSignedSoItPermitsThoseAndNotAThird() {
        Map<String, String> links = town.links(signUp);
        assertThat(links).hasSize(20);
        assertThat(town.sign(of(links, "Quay Birch Surgery"))).isPresent();
        assertThat(town.sign(of(links, "Quay Cedar Surgery"))).isPresent();
        assertThat(Tideford.rules(town.decision("quay-birch-surgery"))).containsExactly("PARTY-NOT-JOINED");

        assertThat(town.accept(signUp, "quay-birch-surgery", "quay-cedar-surgery"))
                .isEqualTo(2);

        assertThat(Acting.as(
                                town.governance,
                                () -> town.at.get(AgreedFolder.class).reading())
                        .leftOut())
                .isEmpty();
        assertThat(town.decision("quay-birch-surgery")).isInstanceOf(Decision.Permitted.class);
        assertThat(town.decision("quay-cedar-surgery")).isInstanceOf(Decision.Permitted.class);
        assertThat(Tideford.rules(town.decision("quay-damson-surgery"))).contains("PARTY-NOT-JOINED");
        assertThat(town.accept(signUp)).isEqualTo(18);
        assertThat(Tideford.rules(town.decision("quay-damson-surgery"))).containsExactly("SIGNATURE-MISSING");
        assertThat(Acting.as(
                        town.governance, () -> town.at.get(Admissions.class).joined(SurgeriesTown.SCHEDULE)))
                .containsExactly("quay-birch-surgery", "quay-cedar-surgery");
    }

    @Test
    @Order(3)
    void aLinkIsUsedOnceAndAnOlderOneIsDeadAndNewOnesCountAsAskingAgain() {
        Map<String, String> old = town.links(signUp);
        Map<String, String> links = town.links(signUp);
        assertThat(links).hasSize(18);
        assertThat(town.sign(of(old, "Quay Damson Surgery"))).isEmpty();
        assertThat(town.sign(of(links, "Quay Damson Surgery"))).isPresent();
        assertThat(town.sign(of(links, "Quay Damson Surgery"))).isEmpty();
        assertThat(town.decision("quay-damson-surgery")).isInstanceOf(Decision.Permitted.class);
        assertThat(Acting.as(
                        town.governance, () -> town.at.get(Admissions.class).ofSignUp(signUp.id())))
                .filteredOn(each -> each.organisation().equals("quay-elm-surgery"))
                .singleElement()
                .satisfies(each -> assertThat(each.chasedTimes()).isEqualTo(2));
    }

    @Test
    @Order(4)
    void aLinkDiesWhenWhatIsSignedChanges() {
        String link = of(town.links(signUp), "Quay Elm Surgery");
        town.at
                .owner()
                .sql("update parties.organisation set legal_name = 'Another' where code = 'quay-elm-surgery'")
                .update();
        assertThat(town.sign(link)).isEmpty();
    }

    @Test
    @Order(5)
    void whoeverRunsNoSignUpsSeesNoAddresses() {
        Actor.InRole other = town.town.person("hospital", Role.INFORMATION_GOVERNANCE_OFFICER);
        Actor.InRole analyst = town.town.person("council", Role.ANALYST);
        assertThat(Acting.as(other, () -> signUps().find(signUp.id()))).isEmpty();
        assertThat(Acting.as(analyst, () -> signUps().find(signUp.id()))).isEmpty();
    }

    @Test
    @Order(6)
    void correctedRowsTakeThePlaceOfTheWrongOnes() {
        Set<Integer> wrong = rows().stream()
                .filter(row -> row.standing() == Standing.WRONG)
                .map(row -> row.row().line())
                .collect(java.util.stream.Collectors.toSet());
        Acting.as(
                town.governance,
                () -> signUps().correct(signUp, wrong, "Quay Zinnia Surgery\t\t\tmanager@zinnia.example"));
        assertThat(rows()).filteredOn(row -> row.standing() == Standing.WRONG).isEmpty();
        assertThat(rows()).filteredOn(row -> row.standing() == Standing.READY).hasSize(1);
        int line = rows().stream()
                .filter(row -> row.standing() == Standing.ASKED)
                .findFirst()
                .orElseThrow()
                .row()
                .line();
        Acting.as(town.governance, () -> signUps().answer(signUp, line, "surgery"));
        assertThat(problems(rows()))
                .containsEntry("Harbour Surgery", List.of(RowProblem.EMAIL_OTHER, RowProblem.ALREADY_PARTY));
    }

    @Test
    @Order(7)
    void aNewVersionAsksItsJoinersAgainAndLinksToTheEarlierOneAreDead() {
        String link = of(town.links(signUp), "Quay Fir Surgery");
        AgreementVersion next = Acting.as(town.officer, () -> {
            Agreements agreements = town.at.get(Agreements.class);
            Agreements.Drafting drafting = agreements.draftNext(town.version());
            AgreementVersion draft = ((Agreements.Drafting.Drafted) drafting).draft();
            return ((Agreements.Sending.Sent) agreements.send(draft, false)).version();
        });
        assertThat(town.decision("quay-birch-surgery")).isInstanceOf(Decision.Permitted.class);

        next.parties().forEach(party -> town.town.sign(next, party));

        assertThat(town.sign(link)).isEmpty();
        assertThat(Tideford.rules(town.decision("quay-birch-surgery")))
                .contains("PARTY-NOT-JOINED", "SIGNATURE-MISSING");
        assertThat(Acting.as(
                        town.governance, () -> town.at.get(Admissions.class).ofSignUp(signUp.id())))
                .allSatisfy(each -> {
                    assertThat(each.waitsForSignature()).isTrue();
                    assertThat(each.waitsForAcceptance()).isTrue();
                });
        assertThat(town.sign(of(town.links(signUp), "Quay Birch Surgery"))).isPresent();
        assertThat(town.accept(signUp, "quay-birch-surgery")).isEqualTo(1);
        assertThat(town.decision("quay-birch-surgery")).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    @Order(8)
    void afterTheStopNoLinkSignsAndThoseWhoSignedStay() {
        String link = of(town.links(signUp), "Quay Fir Surgery");
        Acting.as(town.governance, () -> town.at.get(SignUpSteps.class).stop(signUp));
        assertThat(town.sign(link)).isEmpty();
        assertThat(town.decision("quay-birch-surgery")).isInstanceOf(Decision.Permitted.class);
        assertThat(Tideford.rules(town.decision("quay-fir-surgery"))).contains("NOT-AGREED");
        assertThat(Acting.as(
                        town.governance, () -> town.at.get(Admissions.class).ofSignUp(signUp.id())))
                .extracting(Admission::state)
                .containsOnly(AdmissionState.JOINED, AdmissionState.WITHDRAWN);
    }

    @Test
    @Order(9)
    void whoLeavesIsNoPartyFromTheNextDay() {
        Admission birch = Acting.as(
                town.governance,
                () -> town.at.get(Admissions.class).ofSignUp(signUp.id()).stream()
                        .filter(each -> each.organisation().equals("quay-birch-surgery"))
                        .findFirst()
                        .orElseThrow());
        Acting.as(
                town.governance, () -> town.at.get(Admissions.class).leave(birch, java.time.LocalDate.of(2026, 6, 1)));
        var folder =
                Acting.as(town.governance, () -> town.at.get(AgreedFolder.class).folder());
        var party = folder.party(SurgeriesTown.SCHEDULE, "quay-birch-surgery").orElseThrow();
        assertThat(party.belongsOn(java.time.LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(party.belongsOn(java.time.LocalDate.of(2026, 6, 2))).isFalse();
        assertThat(folder.party("PR-TIDEFORD", "quay-birch-surgery")
                        .orElseThrow()
                        .left())
                .isEqualTo(Optional.empty());
    }

    private static String of(Map<String, String> links, String organisation) {
        return java.util.Objects.requireNonNull(links.get(organisation), organisation);
    }

    private static SignUps signUps() {
        return town.at.get(SignUps.class);
    }

    private static List<CheckedRow> rows() {
        return Acting.as(town.governance, () -> signUps().rows(signUp));
    }

    private static Map<String, List<RowProblem>> problems(List<CheckedRow> rows) {
        return rows.stream()
                .filter(row -> !row.problems().isEmpty())
                .collect(java.util.stream.Collectors.toMap(row -> row.row().name(), CheckedRow::problems));
    }
}
