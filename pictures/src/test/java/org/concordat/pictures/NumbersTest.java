package org.concordat.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void separatesThousands() {
        assertThat(Numbers.COUNT.write(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void writesSharesAsPercentages() {
        assertThat(Numbers.PERCENT.write(0.4382)).isEqualTo("43.8%");
        assertThat(Numbers.PERCENT.write(1)).isEqualTo("100.0%");
        assertThat(Numbers.WHOLE_PERCENT.write(1)).isEqualTo("100%");
    }

    @Test
    void neverCallsAlmostNothingNothing() {
        assertThat(Numbers.PERCENT.write(0.0001)).isEqualTo("under 0.1%");
        assertThat(Numbers.PERCENT.write(0.9999)).isEqualTo("over 99.9%");
        assertThat(Numbers.PERCENT.write(0)).isEqualTo("0.0%");
    }

    @Test
    void writesBitsWithTheirSign() {
        assertThat(Numbers.SIGNED.write(6.24)).isEqualTo("+6.2");
        assertThat(Numbers.SIGNED.write(-3.4)).isEqualTo("−3.4");
        assertThat(Numbers.SIGNED.write(-0.01)).isEqualTo("0.0");
        assertThat(Numbers.SIGNED.write(0.04)).isEqualTo("0.0");
    }

    @Test
    void saysSoWhenThereIsNoFigure() {
        assertThat(Numbers.PERCENT.write(Double.NaN)).isEqualTo("no figure");
        assertThat(Numbers.decimals(3).write(0.95)).isEqualTo("0.950");
    }
}
