package org.concordat.pictures.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.junit.jupiter.api.Test;

class PlotsTest {
    @Test
    void drawsHistogramBarsAsHighAsTheirCounts() {
        var drawn =
                Drawn.wide(Histogram.of("Ages").bin(0, 10, 40).bin(10, 30, 20).bin(30, 40, 0));
        var heights = drawn.numbers("bar", "height");
        assertThat(heights).hasSize(2);
        assertThat(heights.get(1) / heights.get(0)).isCloseTo(0.5, within(0.001));
        var widths = drawn.numbers("bar", "width");
        assertThat(widths.get(1) / widths.get(0)).isCloseTo(2, within(0.02));
    }

    @Test
    void givesEqualRatiosOfCountsEqualStepsOnALogarithmicScale() {
        var heights = Drawn.wide(Histogram.of("Pairs")
                        .logarithmic()
                        .value(1, 10_000)
                        .value(2, 100)
                        .value(3, 1))
                .numbers("bar", "height");
        assertThat(heights.get(0) - heights.get(1)).isCloseTo(heights.get(1) - heights.get(2), within(0.05));
    }

    @Test
    void refusesOverlappingRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of("x").bin(0, 10, 1).bin(5, 15, 1));
    }

    @Test
    void letsEveryStepOfAWaterfallBeginWhereTheLastEnded() {
        var drawn = Drawn.wide(WaterfallChart.of("Why")
                .amounts("bits", Numbers.SIGNED)
                .start("Prior", -10)
                .step("Surname", 8)
                .step("Postcode", -4)
                .step("Date of birth", 16)
                .end("Weight"));
        var x = drawn.numbers("step", "x");
        var width = drawn.numbers("step", "width");
        var whole = drawn.numbers("whole", "width");
        // Up by 8, then down by 4 from the same end, then up by 16 from where that began.
        assertThat(x.get(1) + width.get(1)).isCloseTo(x.get(0) + width.get(0), within(0.02));
        assertThat(x.get(2)).isCloseTo(x.get(1), within(0.02));
        assertThat(width.get(2) / width.get(0)).isCloseTo(2, within(0.01));
        assertThat(whole.get(0) / whole.get(1)).isCloseTo(1, within(0.01));
        assertThat(drawn.words()).contains("−10.0", "+8.0", "−4.0", "+16.0", "+10.0", "0 bits");
    }

    @Test
    void breaksALineWhereThereIsNoFigure() {
        var drawn = Drawn.wide(LineChart.of("Rates")
                .line("a")
                .point(1, 1)
                .point(2, 2)
                .point(3, Double.NaN)
                .point(4, 4)
                .point(5, 5));
        assertThat(drawn.marks("curve").getFirst().getAttribute("d").chars().filter(c -> c == 'M'))
                .hasSize(2);
        assertThat(drawn.marks("point")).hasSize(4);
    }

    @Test
    void tellsLinesApartByDashesToo() {
        var drawn = Drawn.wide(LineChart.of("Two")
                .line("a")
                .point(0, 0)
                .point(1, 1)
                .line("b")
                .point(0, 1)
                .point(1, 0));
        assertThat(drawn.marks("curve").stream()
                        .map(e -> e.getAttribute("stroke-dasharray"))
                        .distinct())
                .hasSize(2);
        assertThat(drawn.words()).contains("a", "b");
    }

    @Test
    void tabulatesCurvesOverTheSamePlacesBesideOneAnother() {
        var chart = LineChart.of("Two")
                .across("threshold", Numbers.SHORT)
                .line("a")
                .point(0, 1)
                .point(1, 2)
                .line("b")
                .point(0, 3)
                .point(1, 4);
        assertThat(chart.picture().table().columns())
                .extracting(NumberTable.Column::name)
                .containsExactly("Threshold", "a", "b");
        assertThat(chart.picture().table().rows()).containsExactly(List.of("0", "1", "3"), List.of("1", "2", "4"));
        assertThat(chart.point(2, 5).picture().table().rows()).hasSize(5);
    }

    @Test
    void climbsInStepsWhenAskedTo() {
        var path = Drawn.wide(
                        LineChart.of("Rows").stepped().line("a").point(0, 0).point(1, 1))
                .marks("curve")
                .getFirst()
                .getAttribute("d");
        assertThat(path.split(" ")).hasSize(3);
    }

    @Test
    void drawsIntervalsAsLongAsTheyAre() {
        var chart = ScatterChart.of("Rates")
                .upBetween(0, 100)
                .point("a", 1, 50, 40, 60)
                .point("b", 2, 50, 30, 70);
        var lengths = Drawn.wide(chart).all("line").stream()
                .filter(l -> l.getAttribute("x1").equals(l.getAttribute("x2")))
                .filter(l -> l.getAttribute("stroke").equals("#0072b2"))
                .map(l -> Double.parseDouble(l.getAttribute("y1")) - Double.parseDouble(l.getAttribute("y2")))
                .toList();
        assertThat(lengths).hasSize(2);
        assertThat(lengths.get(1) / lengths.get(0)).isCloseTo(2, within(0.01));
        assertThat(chart.picture().table().rows().getFirst()).isEqualTo(List.of("a", "1", "50", "40", "60"));
    }

    @Test
    void putsKeptPromisesOnTheDiagonal() {
        var drawn = Drawn.wide(CalibrationChart.of("Kept?")
                .group(.2, .2, 300)
                .group(.8, .8, 300)
                .group(.5, .3, 300));
        var points = drawn.marks("point");
        var diagonal = drawn.all("line").stream()
                .filter(l -> l.getAttribute("stroke-dasharray").equals("6 4"))
                .findFirst()
                .orElseThrow();
        double x1 = Double.parseDouble(diagonal.getAttribute("x1"));
        double y1 = Double.parseDouble(diagonal.getAttribute("y1"));
        for (int i = 0; i < 2; i++) {
            double right = Double.parseDouble(points.get(i).getAttribute("cx")) - x1;
            double up = y1 - Double.parseDouble(points.get(i).getAttribute("cy"));
            assertThat(right).isCloseTo(up, within(0.05));
        }
        assertThat(y1 - Double.parseDouble(points.get(2).getAttribute("cy")))
                .isLessThan(Double.parseDouble(points.get(2).getAttribute("cx")) - x1);
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationChart.of("x").group(1.2, .5, 10));
    }
}
