package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionStateTest {

    @Test
    void nothingIsJoinedThatWasNotAsked() {
        for (AdmissionState state : AdmissionState.values()) {
            assertThat(state.mayBecome(AdmissionState.JOINED))
                    .as(state.word())
                    .isEqualTo(state == AdmissionState.ASKED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AdmissionState.class,
            names = {"REFUSED", "DECLINED", "WITHDRAWN", "LEFT"})
    void whatIsOverStaysOver(AdmissionState state) {
        assertThat(state.next()).isEmpty();
        assertThat(state.isLive()).isFalse();
    }
}
