package org.concordat.pictures.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.concordat.pictures.Drawn;
import org.concordat.pictures.Numbers;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static BarChart agencies() {
        return BarChart.of("Records by agency")
                .rowsAre("Agency")
                .amounts("records", Numbers.COUNT)
                .bar("Housing", 12_400)
                .bar("Police", 3_100)
                .bar("Homelessness charity", 155);
    }

    @Test
    void drawsLengthsInProportionToTheAmounts() {
        for (var drawn : new Drawn[] {Drawn.wide(agencies()), Drawn.narrow(agencies())}) {
            var lengths = drawn.numbers("bar", "width");
            assertThat(lengths).hasSize(3);
            assertThat(lengths.get(1) / lengths.get(0)).isCloseTo(0.25, within(0.001));
            assertThat(lengths.get(2) / lengths.get(0)).isCloseTo(0.0125, within(0.001));
        }
    }

    @Test
    void drawsStandingBarsInProportionToo() {
        var heights = Drawn.wide(agencies().standing()).numbers("bar", "height");
        assertThat(heights.get(1) / heights.get(0)).isCloseTo(0.25, within(0.001));
    }

    @Test
    void writesEveryAmountBesideItsBarAndInTheTable() {
        assertThat(Drawn.wide(agencies()).words()).contains("Housing", "12,400", "3,100", "155");
        assertThat(agencies().picture().table().rows().getFirst()).containsExactly("Housing", "12,400");
    }

    @Test
    void stacksPartsToTheLengthOfTheirSum() {
        var chart = BarChart.of("Cleared")
                .series("by rule", "by person")
                .stacked()
                .group("Housing", 30, 10)
                .group("Police", 40, 0);
        var lengths = Drawn.wide(chart).numbers("bar", "width");
        assertThat(lengths.get(0) + lengths.get(1)).isCloseTo(lengths.get(2), within(0.02));
    }

    @Test
    void putsNegativeAmountsOnTheOtherSideOfNought() {
        var drawn = Drawn.wide(BarChart.of("Change").bar("Up", 10).bar("Down", -5));
        var starts = drawn.numbers("bar", "x");
        var lengths = drawn.numbers("bar", "width");
        assertThat(starts.get(1) + lengths.get(1)).isCloseTo(starts.get(0), within(0.02));
        assertThat(lengths.get(1) / lengths.get(0)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void drawsNoBarWhereThereIsNoFigure() {
        var drawn = Drawn.wide(BarChart.of("Rates").bar("Known", 3).bar("Unknown", Double.NaN));
        assertThat(drawn.marks("bar")).hasSize(1);
        assertThat(drawn.words()).contains("no figure");
    }

    @Test
    void refusesSixSeriesAndEndlessAmounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> BarChart.of("x").series("1", "2", "3", "4", "5", "6"));
        assertThatIllegalArgumentException().isThrownBy(() -> BarChart.of("x").bar("a", Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> BarChart.of("x").picture());
    }
}
