package org.concordat.server.auditlog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When somebody has looked at so much that a colleague should ask why. */
final class UnusualReadingRuleTest {
    private static final UnusualReadingRule RULE = new UnusualReadingRule(30, 5, 28);

    private static boolean isUnusual(int readings, double own, double role) {
        return RULE.isUnusual(readings, Optional.of(own), Optional.of(role));
    }

    @Test
    void farAboveTheirOwnHabitAndTheirRolesIsUnusual() {
        assertThat(isUnusual(51, 10, 10)).isTrue();
    }

    @Test
    void justFiveTimesAsMuchIsNot() {
        assertThat(isUnusual(50, 10, 9)).isFalse();
        assertThat(isUnusual(50, 9, 10)).isFalse();
    }

    @Test
    void whoAlwaysReadsMuchIsNotUnusualNorWhoDoesWhatTheirRoleDoes() {
        assertThat(isUnusual(100, 40, 5)).isFalse();
        assertThat(isUnusual(100, 5, 40)).isFalse();
    }

    @Test
    void fewReadingsNeverAre() {
        assertThat(isUnusual(29, 1, 1)).isFalse();
        assertThat(isUnusual(30, 1, 1)).isTrue();
    }

    @Test
    void whereNobodyHasAHabitTheLeastNumberDecides() {
        assertThat(RULE.isUnusual(30, Optional.empty(), Optional.empty())).isTrue();
        assertThat(RULE.isUnusual(30, Optional.empty(), Optional.of(20.0))).isFalse();
    }

    @Test
    void refusesARuleThatWouldFindEverything() {
        assertThatThrownBy(() -> new UnusualReadingRule(30, 1, 28)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnusualReadingRule(1, 5, 28)).isInstanceOf(IllegalArgumentException.class);
    }
}
