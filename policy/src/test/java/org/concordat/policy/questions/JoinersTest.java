package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.Joined;
import org.concordat.policy.Town;
import org.concordat.policy.reading.Problem;
import org.junit.jupiter.api.Test;

/** Questions about a partnership know those who joined, and whose signature an accession still wants. */
final class JoinersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Town SURGERY = Joined.surgery().signed();
    private static final String ACCEPTED = "sig-AC-SC-1-surgery-trust";

    @Test
    void whatWhoeverJoinedReceivesIsAmongTheFlows() {
        assertThat(flows(SURGERY).may().to("surgery").list())
                .singleElement()
                .satisfies(flow -> assertThat(flow.route().dataset()).isEqualTo("discharges"));
        assertThat(flows(Joined.infirmary().signed()).may().from("infirmary").list())
                .singleElement()
                .satisfies(flow -> assertThat(flow.route().dataset()).isEqualTo("ward-list"));
    }

    @Test
    void whatWaitsForAnAcceptanceIsAlmostThereAndNamesIt() {
        assertThat(flows(SURGERY.without(ACCEPTED)).to("surgery").list())
                .singleElement()
                .satisfies(flow -> {
                    assertThat(flow.may()).isFalse();
                    assertThat(flow.answer())
                            .isInstanceOfSatisfying(
                                    FlowAnswer.Almost.class,
                                    almost -> assertThat(almost.missing())
                                            .extracting(Missing::sentence)
                                            .containsExactly(
                                                    "'trust' has not signed 'AC-SC-1-surgery'; its signatory would have to."));
                });
    }

    @Test
    void whoeverAcceptsJoinersOwesTheAcceptanceAndTheJoinerDoesNot() {
        Offers offers = Offers.of(SURGERY.without(ACCEPTED).read(), Town.UK, DAY);
        assertThat(offers.of("trust").orElseThrow().owes())
                .extracting(Missing::sentence)
                .containsExactly("'trust' has not signed 'AC-SC-1-surgery'; its signatory would have to.");
        assertThat(offers.of("surgery").orElseThrow().owes()).isEmpty();
        Offers unsigned = Offers.of(SURGERY.without("sig-SC-1-surgery").read(), Town.UK, DAY);
        assertThat(unsigned.of("surgery").orElseThrow().owes())
                .extracting(Missing::sentence)
                .containsExactly("'surgery' has not signed 'SC-1'; its signatory would have to.");
    }

    @Test
    void nobodyOwesTheAcceptanceOfWhoeverHasLeft() {
        Town left = SURGERY.without(ACCEPTED)
                .with("accession-SC-1-surgery", "joined: 2026-03-01", "joined: 2026-03-01\nleft: 2026-05-31");
        assertThat(Offers.of(left.read(), Town.UK, DAY)
                        .of("trust")
                        .orElseThrow()
                        .owes())
                .isEmpty();
    }

    @Test
    void whatStopsWhenAJoinerLeavesIsItsOwnAndNobodyElses() {
        Impact impact = Impact.of(SURGERY.read(), Town.UK, DAY, new Change.PartyLeaves("surgery", Optional.of("SC-1")));
        assertThat(impact.shifts())
                .isNotEmpty()
                .allSatisfy(shift ->
                        assertThat(shift.route().recipient().organisation()).isEqualTo("surgery"));
    }

    @Test
    void whenAcceptancesNoLongerCountWhatRestedOnThemWantsThem() {
        assertThat(Impact.of(SURGERY.read(), Town.UK, DAY, new Change.KeyWithdrawn("trust", "trust-chief"))
                        .shifts())
                .anySatisfy(shift ->
                        assertThat(shift.route().recipient().organisation()).isEqualTo("surgery"));
    }

    @Test
    void aLintNoticeNamesWhoHasYetToSignAnAccessionAtItsFile() {
        List<Problem> notices = SURGERY.without(ACCEPTED).read().notices().stream()
                .filter(notice -> notice.code().equals("ACCESSION-UNSIGNED"))
                .toList();
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.place()).hasToString("accession-SC-1-surgery, line 1");
            assertThat(notice.cause()).isEqualTo("'trust' has not signed, so 'surgery' is no party of 'SC-1' yet.");
        });
        assertThat(SURGERY.read().notices()).extracting(Problem::code).doesNotContain("ACCESSION-UNSIGNED");
    }

    @Test
    void aJoinerThatHasNotSignedTheDocumentIsNoticedAtItsAccession() {
        assertThat(SURGERY.without("sig-SC-1-surgery").read().notices())
                .filteredOn(notice -> notice.code().equals("PARTY-UNSIGNED"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.place()).hasToString("accession-SC-1-surgery, line 1"));
    }

    private static Flows flows(Town town) {
        return Flows.of(town.read(), Town.UK, DAY);
    }
}
