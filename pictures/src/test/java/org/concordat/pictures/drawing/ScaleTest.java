package org.concordat.pictures.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void putsTicksOnRoundValues() {
        var scale = Scale.around(0, 0.93, 0, 100);
        assertThat(scale.ticks(5)).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
        assertThat(scale.at(0.5)).isCloseTo(50, within(1e-9));
    }

    @Test
    void holdsNegativeValues() {
        var scale = Scale.around(-13, 27, 0, 100);
        assertThat(scale.from()).isEqualTo(-20);
        assertThat(scale.to()).isEqualTo(30);
        assertThat(scale.ticks(5)).contains(0.0);
    }

    @Test
    void givesEqualRatiosEqualSpaceWhenLogarithmic() {
        var scale = Scale.logarithmic(1, 9_000, 0, 100);
        assertThat(scale.to()).isEqualTo(10_000);
        assertThat(scale.at(100)).isCloseTo(50, within(1e-9));
        assertThat(scale.ticks(5)).containsExactly(1.0, 10.0, 100.0, 1_000.0, 10_000.0);
    }

    @Test
    void makesRoomWhenAllValuesAreEqual() {
        assertThat(Scale.around(0, 0, 0, 1).to()).isEqualTo(1);
        assertThat(Scale.around(7, 7, 0, 1).from()).isZero();
        assertThat(Scale.around(-7, -7, 0, 1).to()).isGreaterThan(-7);
    }

    @Test
    void refusesAnEndlessRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(0, Double.POSITIVE_INFINITY, 0, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(0, 10, 0, 1, true));
    }
}
