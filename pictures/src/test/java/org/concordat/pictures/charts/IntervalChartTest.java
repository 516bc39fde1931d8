package org.concordat.pictures.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.drawing.Size;
import org.junit.jupiter.api.Test;

/** Figures with their intervals, row by row. */
class IntervalChartTest {

    private static IntervalChart wards() {
        return IntervalChart.of("Falls")
                .rowsAre("Ward")
                .figures("per 1,000", Numbers.SHORT)
                .line("Tideford", 20)
                .group("similar")
                .group("worse")
                .row("Harbour", "similar", 21, 16, 26)
                .row("Moor", "worse", 40, 30, 50)
                .without("Quay", "c: hidden");
    }

    @Test
    void drawsIntervalsAsLongAsTheyAre() {
        var lengths = Drawn.wide(wards()).all("line").stream()
                .filter(l -> l.getAttribute("y1").equals(l.getAttribute("y2")))
                .filter(l -> List.of("#0072b2", "#d55e00").contains(l.getAttribute("stroke")))
                .map(l -> Double.parseDouble(l.getAttribute("x2")) - Double.parseDouble(l.getAttribute("x1")))
                .toList();
        assertThat(lengths).hasSize(2);
        assertThat(lengths.get(1) / lengths.get(0)).isCloseTo(2, within(.01));
    }

    @Test
    void saysWhyARowHasNoFigureInPictureAndTable() {
        assertThat(wards().picture().svg("p", Size.WIDE)).contains("c: hidden");
        assertThat(wards().picture().table().rows())
                .containsExactly(
                        List.of("Harbour", "21", "16", "26", "similar"),
                        List.of("Moor", "40", "30", "50", "worse"),
                        List.of("Quay", "c: hidden", "", "", ""));
        assertThat(wards().picture().description())
                .contains("2 figures and 1 without", "from 21 to 40", "The line is Tideford, 20.");
    }

    @Test
    void rowsWithoutAnyFigureAreStillDrawn() {
        var chart = IntervalChart.of("Falls").without("Quay", "hidden");
        assertThat(Drawn.wide(chart).marks("point")).isEmpty();
    }

    @Test
    void refusesAnIntervalWithoutItsFigureAndNoRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalChart.of("Falls").row("Quay", 5, 6, 7))
                .withMessageContaining("holds its figure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalChart.of("Falls").picture());
    }
}
