package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.TrustedKeys;
import org.junit.jupiter.api.Test;

/** What stops if something falls away. */
class ImpactTest {

    private static final LocalDate DAY = Partnership.DAY;
    private static final Town SIGNED = Town.asWritten().signed();
    private static final AgreementFolder FOLDER = SIGNED.read();

    @Test
    void anAgreementThatLapsesStopsWhatItsSchedulesCarry() {
        Impact impact = of(new Change.AgreementLapses("AG-1"));
        assertThat(impact.stopped()).singleElement().satisfies(shift -> {
            assertThat(shift.route().schedule()).isEqualTo("SC-1");
            assertThat(shift.carriedByNone()).isEqualTo(shift.fields());
            assertThat(shift.sentence())
                    .contains("may go today, may not go then: 'AG-1' ended on 2026-05-31.")
                    .endsWith("No other schedule carries it.");
        });
        assertThat(impact.degraded()).isEmpty();
        assertThat(impact.sentence())
                .startsWith(
                        "If 'AG-1' lapsed on 2026-06-01: 1 flow stops (0 of them carried by another schedule), 0 would"
                                + " lack something, ");
    }

    @Test
    void theSameIsSaidWhenTheFileSaysThatTheAgreementEnded() {
        AgreementFolder ended = SIGNED.with(
                        "agreement-care", "public-register: yes", "ended-on: 2026-05-31\npublic-register: yes")
                .read();
        assertThat(Promises.going(Flows.of(ended, Town.UK, DAY)))
                .isEqualTo(left(of(new Change.AgreementLapses("AG-1"))));
    }

    @Test
    void theSameIsSaidWhenTheFilesSayThatThePartyLeft() {
        AgreementFolder without = SIGNED.with(
                        "schedule-sc-2",
                        "- organisation: police\n    role: sole-controller\n    acts-as: [receiver]\n",
                        "- organisation: police\n    left: 2026-05-31\n    role: sole-controller\n    acts-as: [receiver]\n")
                .read();
        Impact impact = of(new Change.PartyLeaves("police", Optional.of("SC-2")));
        assertThat(impact.stopped()).isNotEmpty();
        assertThat(Promises.going(Flows.of(without, Town.UK, DAY))).isEqualTo(left(impact));
        assertThat(Promises.going(Flows.of(without, Town.UK, DAY)))
                .isEqualTo(left(of(new Change.PartyLeaves("police", Optional.of("AG-2")))))
                .isEqualTo(left(of(new Change.PartyLeaves("police", Optional.empty()))));
    }

    @Test
    void theSameIsSaidWhenTheVerificationIsTakenAway() {
        Impact impact = of(new Change.VerificationWithdrawn("v-hsca-2012-s251b"));
        assertThat(impact.degraded()).isNotEmpty();
        assertThat(impact.stopped()).isEmpty();
        assertThat(Promises.going(Flows.of(SIGNED.without("v-hsca-2012-s251b").read(), Town.UK, DAY)))
                .isEqualTo(left(impact));
        assertThat(impact.degraded().getFirst().sentence())
                .contains("would lack something: Has an officer read Health and Social Care Act 2012 s.251B");
    }

    @Test
    void theSameIsSaidWhenTheKeyIsNoLongerTrusted() {
        AgreementFolder without = SIGNED.read(new TrustedKeys(Town.trusted().keys().stream()
                .filter(key -> !key.organisation().equals("practice"))
                .toList()));
        Impact impact = of(new Change.KeyWithdrawn("practice", "practice-chief"));
        assertThat(impact.degraded())
                .singleElement()
                .satisfies(shift -> assertThat(shift.sentence())
                        .contains("'practice' signed 'SC-1' with a key that nobody has checked;"));
        assertThat(Promises.going(Flows.of(without, Town.UK, DAY))).isEqualTo(left(impact));
    }

    @Test
    void aPowerThatIsRepealedStopsWhatItCarried() {
        Impact impact = of(new Change.RowRepealed("ca-2004-s10"));
        assertThat(impact.stopped())
                .isNotEmpty()
                .allSatisfy(shift -> assertThat(shift.route().schedule()).isEqualTo("SC-2"));
    }

    @Test
    void aRestrictionThatIsRepealedOpensWhatItForbade() {
        Town taxes = Town.asWritten()
                .with(
                        "schedule-sc-2",
                        "  - dataset: school-roll\n    fields: [name, year]",
                        "  - dataset: tax\n    fields: [name]")
                .signed();
        Impact impact = Impact.of(taxes.read(), Town.UK, DAY, new Change.RowRepealed("lgfa-1992-restriction"));
        assertThat(impact.stopped()).isEmpty();
        assertThat(impact.opened())
                .isNotEmpty()
                .allSatisfy(shift -> assertThat(shift.after()).isInstanceOf(FlowAnswer.May.class));
        assertThat(impact.sentence()).contains("flows open or come");
    }

    @Test
    void anotherScheduleThatCarriesSomeOfTheFieldsIsNamed() {
        Town two = Town.asWritten()
                .plus(
                        "schedule-sc-4",
                        Town.asWritten()
                                .with("schedule-sc-2", "schedule: SC-2", "schedule: SC-4")
                                .with("schedule-sc-2", "fields: [name, year]", "fields: [name]")
                                .file("schedule-sc-2"))
                .signed();
        Impact impact = Impact.of(two.read(), Town.UK, DAY, new Change.AgreementLapses("SC-2"));
        assertThat(impact.stopped()).isNotEmpty().allSatisfy(shift -> {
            assertThat(shift.carriers()).containsExactly(new Shift.Carrier("SC-4", Set.of("name")));
            assertThat(shift.carriedByNone()).containsExactly("year");
            assertThat(shift.sentence()).endsWith("Still carried by 'SC-4' (name); by none: year.");
        });
        Impact other = Impact.of(two.read(), Town.UK, DAY, new Change.AgreementLapses("SC-4"));
        assertThat(other.stopped())
                .isNotEmpty()
                .allSatisfy(shift -> assertThat(shift.carriedByNone()).isEmpty());
        assertThat(other.sentence()).contains("(2 of them carried by another schedule)");
    }

    @Test
    void whatWasAlmostThereIsSetBack() {
        Impact impact = Impact.of(Town.asWritten().read(), Town.UK, DAY, new Change.AgreementLapses("SC-1"));
        assertThat(impact.stopped()).isEmpty();
        assertThat(impact.setBack())
                .singleElement()
                .satisfies(shift -> assertThat(shift.sentence()).contains("almost may go today, may not go then"));
        assertThat(impact.sentence()).endsWith("1 flow that was almost there is set back.");
    }

    @Test
    void everyFlowIsAffectedOrCountedAsUnaffected() {
        int flows = Flows.of(FOLDER, Town.UK, DAY).list().size();
        for (Change change : Promises.changes(FOLDER)) {
            Impact impact = of(change);
            long touched = Flows.of(FOLDER, Town.UK, DAY).list().stream()
                    .filter(flow -> impact.shifts().stream().anyMatch(shift -> shift.isPartOf(flow)))
                    .count();
            assertThat(impact.unaffected() + touched).as(change.clause()).isEqualTo(flows);
        }
    }

    @Test
    void whatIsNotThereCannotFallAway() {
        List<Change> unknown = List.of(
                new Change.AgreementLapses("AG-9"),
                new Change.PartyLeaves("nobody", Optional.empty()),
                new Change.PartyLeaves("police", Optional.of("AG-9")),
                new Change.PartyLeaves("police", Optional.of("AG-1")),
                new Change.RowRepealed("no-row"),
                new Change.KeyWithdrawn("nobody", "chief"),
                new Change.KeyWithdrawn("police", "trust-chief"),
                new Change.VerificationWithdrawn("v-none"));
        assertThat(unknown).allSatisfy(change -> {
            assertThat(change.unknownIn(FOLDER, Town.UK)).isPresent();
            assertThatThrownBy(() -> of(change))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(change.unknownIn(FOLDER, Town.UK).orElseThrow());
        });
        assertThat(new Change.PartyLeaves("police", Optional.of("AG-1")).unknownIn(FOLDER, Town.UK))
                .contains("'police' is no party of 'AG-1'.");
        assertThat(Promises.changes(FOLDER))
                .allSatisfy(
                        change -> assertThat(change.unknownIn(FOLDER, Town.UK)).isEmpty());
    }

    private static Impact of(Change change) {
        return Impact.of(FOLDER, Town.UK, DAY, change);
    }

    /** What goes on, going by the impact alone. */
    private static Set<Promises.Going> left(Impact impact) {
        Set<Promises.Going> left = Promises.going(Flows.of(FOLDER, Town.UK, DAY));
        impact.shifts()
                .forEach(shift -> left.removeAll(Promises.each(shift.route(), shift.fields(), shift.subjects())));
        return left;
    }
}
