package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.junit.jupiter.api.Test;

/** How a single disclosure goes on, and when its clocks run out. */
final class DisclosureStatesTest {

    @Test
    void everyStateIsReachedFromTheFirst() {
        assertThat(reachedFrom(DisclosureState.RECEIVED)).containsExactlyInAnyOrder(DisclosureState.values());
    }

    @Test
    void everyStateLeadsToAnAnswer() {
        for (DisclosureState state : DisclosureState.values()) {
            assertThat(reachedFrom(state)).anyMatch(DisclosureState::isClosed);
        }
    }

    @Test
    void nothingIsSentThatWasNotPermitted() {
        for (DisclosureState state : DisclosureState.values()) {
            for (DisclosureStep step : DisclosureStep.values()) {
                if (DisclosureStates.after(state, step).contains(DisclosureState.SENT)) {
                    assertThat(state).isEqualTo(DisclosureState.PERMITTED);
                    assertThat(step).isEqualTo(DisclosureStep.REPLY);
                }
            }
        }
    }

    @Test
    void nothingIsDecidedBeforeSomebodyTestedIt() {
        assertThat(DisclosureStates.from(DisclosureState.RECEIVED))
                .containsExactly(DisclosureStep.TEST, DisclosureStep.NOT_SHARE);
    }

    @Test
    void oneWorkingDayPassesWeekendsAndBankHolidays() {
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);
        assertThat(WorkingDays.after(christmasEve, 1, Nation.ENGLAND)).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(WorkingDays.after(LocalDate.of(2026, 6, 1), 1, Nation.WALES)).isEqualTo(LocalDate.of(2026, 6, 2));
    }

    @Test
    void whereBankHolidaysAreNotKnownItFallsDueTooEarlyRatherThanTooLate() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 24), 1, Nation.SCOTLAND))
                .isEqualTo(LocalDate.of(2026, 12, 25));
    }

    private static Set<DisclosureState> reachedFrom(DisclosureState first) {
        Set<DisclosureState> reached = EnumSet.of(first);
        var next = new ArrayDeque<DisclosureState>(reached);
        while (!next.isEmpty()) {
            DisclosureState from = next.remove();
            for (DisclosureStep step : DisclosureStep.values()) {
                DisclosureStates.after(from, step).stream().filter(reached::add).forEach(next::add);
            }
        }
        return reached;
    }
}
