package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.concordat.policy.decide.Decision;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new version of a tier above does to what lies below and to those who joined it. Each test goes on where the one before
 * ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TierAboveIT {

    private static final String AGREEMENT = "AG-C5";
    private static final String JOINER = "quay-birch-surgery";

    private static SurgeriesTown town;
    private static Browser browser;
    private static SignUp signUp;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("a new version of a tier above");
        town = new SurgeriesTown(folder, SurgeriesTown.SURGERIES);
        signUp = town.open();
        Acting.as(town.governance, () -> {
            town.at.get(SignUps.class).paste(signUp, SurgeriesTown.rows(1));
            return town.at.get(SignUpSteps.class).goAhead(signUp);
        });
        joinerSigns();
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.close();
        }
        if (town != null) {
            town.close();
        }
    }

    @Test
    @Order(1)
    void whoeverSendsItOutIsToldWhatHasToBeSignedAgain() {
        assertThat(town.decision(JOINER)).isInstanceOf(Decision.Permitted.class);
        Acting.as(town.officer, () -> agreements().draftNext(current(AGREEMENT)));
        try (Visit visit = signedIn(town.officer)) {
            visit.open(town.at.address("/agreements/AG-C5/versions/2/send"));
            assertThat(visit.page().locator("main").innerText())
                    .contains("Daily patient listing", "1 organisation joined the earlier version");
            visit.checkWideAndNarrow().picture("agreements-send-next");
            visit.page().click("text=Send it out");
            visit.arrivesAt(".*/agreements/AG-C5.*");
        }
        assertThat(town.decision(JOINER))
                .as("the earlier version counts until all have signed")
                .isInstanceOf(Decision.Permitted.class);
    }

    @Test
    @Order(2)
    void nothingIsSharedBelowItBeforeAllHaveSignedThatAgain() {
        town.town.allSign(signed(AGREEMENT, 2));
        assertThat(Tideford.rules(town.decision("surgery"))).contains("SIGNATURE-MISSING");
        assertThat(Tideford.rules(town.decision(JOINER))).contains("SIGNATURE-MISSING", "PARTY-NOT-JOINED");
        try (Visit visit = signedIn(town.officer)) {
            visit.open(town.at.address("/home"));
            assertThat(visit.page().locator("main").innerText()).contains("has to be signed again");
            visit.open(town.at.address("/agreements/SC-C5"));
            assertThat(visit.page().locator("main").innerText()).contains("Its signatures do not count any more");
            visit.checkWideAndNarrow().picture("agreements-again");
            visit.page().click("text=Send the same words out");
            visit.arrivesAt(".*/agreements/SC-C5/versions/2");
            visit.check();
        }
        town.town.allSign(signed(SurgeriesTown.SCHEDULE, 2));
        assertThat(town.decision("surgery")).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    @Order(3)
    void whoJoinedIsNoPartyBeforeItSignedTheNewVersionsOfAllTiers() {
        assertThat(Tideford.rules(town.decision(JOINER))).contains("SIGNATURE-MISSING", "PARTY-NOT-JOINED");
        assertThat(admission(SurgeriesTown.SCHEDULE).waitsForSignature()).isTrue();
        assertThat(admission(SurgeriesTown.SCHEDULE).accessions())
                .allSatisfy(each -> assertThat(each.acceptedAt()).isEmpty());
        joinerSigns();
        assertThat(town.decision(JOINER)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    @Order(4)
    void aNewVersionThatLetsNobodyJoinHasNoJoiners() {
        Acting.as(town.officer, () -> {
            AgreementVersion draft =
                    ((Agreements.Drafting.Drafted) agreements().draftNext(current(SurgeriesTown.SCHEDULE))).draft();
            String closed = draft.text().replaceFirst("(?ms)^joining:.*?^(?=\\S)", "");
            AgreementVersion shut =
                    ((Agreements.Drafting.Drafted) agreements().redraft(draft, closed, draft.version())).draft();
            return agreements().send(shut, false);
        });
        assertThat(town.decision(JOINER)).isInstanceOf(Decision.Permitted.class);
        town.town.allSign(signed(SurgeriesTown.SCHEDULE, 3));
        assertThat(admission(SurgeriesTown.SCHEDULE).state()).isEqualTo(AdmissionState.WITHDRAWN);
        assertThat(Tideford.rules(town.decision(JOINER))).contains("NOT-AGREED");
        assertThat(town.decision("surgery")).isInstanceOf(Decision.Permitted.class);
        assertThat(Acting.as(
                        town.governance,
                        () -> town.at
                                .get(org.concordat.server.agreements.internal.AgreedFolder.class)
                                .reading()
                                .leftOut()))
                .isEmpty();
    }

    private static void joinerSigns() {
        assertThat(town.sign(Objects.requireNonNull(town.links(signUp).get("Quay Birch Surgery"))))
                .isPresent();
        assertThat(town.accept(signUp)).isEqualTo(1);
    }

    private static Agreements agreements() {
        return town.at.get(Agreements.class);
    }

    private static AgreementVersion current(String code) {
        return agreements().find(code).orElseThrow();
    }

    private static AgreementVersion signed(String code, int number) {
        return Acting.asServer("tests", () -> agreements().version(code, number).orElseThrow());
    }

    private static Admission admission(String document) {
        return Acting.as(
                town.governance,
                () -> town.at.get(Admissions.class).of(document).getFirst());
    }

    private static Visit signedIn(Actor.InRole actor) {
        Visit visit = browser.visit(Browser.WIDE);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
