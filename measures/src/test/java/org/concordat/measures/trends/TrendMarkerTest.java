package org.concordat.measures.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.assertClose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.rates.CriticalValues;
import org.junit.jupiter.api.Test;

/** Trend markers, held against the cases of Fingertips. */
class TrendMarkerTest {

    @Test
    void everyPublishedStatisticIsReproduced() throws IOException {
        Map<String, List<TrendPoint.Proportion>> cases = new LinkedHashMap<>();
        Map<String, Double> expected = new LinkedHashMap<>();
        for (PublishedTable.Row row :
                PublishedTable.read("trend/fingertips_trendmarker_cases.csv").rows()) {
            cases.computeIfAbsent(row.text("case"), any -> new ArrayList<>())
                    .add(new TrendPoint.Proportion(
                            row.number("year"), row.number("numerator"), row.number("denominator")));
            expected.put(row.text("case"), row.number("chi2_expected"));
        }
        assertThat(cases).hasSize(5);
        // Published to four decimals.
        cases.forEach((name, points) -> assertThat(
                        TrendTest.chiSquaredOfProportions(points).orElseThrow())
                .as(name)
                .isCloseTo(expected.get(name), within(.5e-4)));
        cases.forEach(
                (name, points) -> assertThat(TrendMarker.ofProportions(points).words())
                        .as(name)
                        .isEqualTo(name.equals("d5a") ? "decreasing" : "no significant change"));
    }

    @Test
    void theLeastStatisticIsTheOneOfAThousandthOnEitherSide() {
        assertClose("tail", CriticalValues.chiSquaredTail(TrendMarker.LEAST_CHI_SQUARED), .002, CLOSED_FORM);
    }

    @Test
    void onlyTheLatestFivePeriodsCountInWhateverOrder() {
        List<TrendPoint.Proportion> points = proportions(900, 100, 200, 300, 400, 500);
        Collections.reverse(points);
        assertThat(TrendMarker.ofProportions(points))
                .isEqualTo(TrendMarker.ofProportions(points.subList(0, 5)))
                .isInstanceOfSatisfying(
                        TrendMarker.Trend.class,
                        trend -> assertThat(trend.increasing()).isTrue());
        assertThat(TrendMarker.ofProportions(points).words()).isEqualTo("increasing");
    }

    @Test
    void fourPeriodsAreTooFew() {
        assertThat(TrendMarker.ofProportions(proportions(100, 200, 300, 400)))
                .isEqualTo(new TrendMarker.NotCalculated("a trend needs five periods, and there are 4"));
        assertThat(TrendMarker.ofFigures(List.of())).isInstanceOf(TrendMarker.NotCalculated.class);
    }

    @Test
    void aTrendThatHangsOnOnePointIsNone() {
        TrendMarker marker = TrendMarker.ofProportions(proportions(300, 295, 290, 285, 900));
        assertThat(marker).isInstanceOfSatisfying(TrendMarker.NoSignificantChange.class, none -> {
            assertThat(none.forOnePoint()).isTrue();
            assertThat(none.chiSquared()).isGreaterThan(TrendMarker.LEAST_CHI_SQUARED);
        });
        assertThat(marker.words()).isEqualTo("no significant change");
    }

    @Test
    void noneAndAllSayNothingOfATrend() {
        assertThat(TrendMarker.ofProportions(proportions(0, 0, 0, 0, 0)).words())
                .isEqualTo("not calculated");
        assertThat(TrendMarker.ofProportions(proportions(1000, 1000, 1000, 1000, 1000)))
                .isInstanceOf(TrendMarker.NotCalculated.class);
        assertThat(TrendMarker.ofProportions(proportions(0, 20, 40, 60, 80))).isInstanceOf(TrendMarker.Trend.class);
    }

    @Test
    void figuresAreTestedByARegressionThatWeighsThemByTheirErrors() {
        // Equal errors: the least squares line through 1, 2, 2, 3, 4 rises by .7, its error is s / sqrt(10).
        List<TrendPoint.Figure> points = figures(.2, 1, 2, 2, 3, 4);
        assertClose("slope", TrendTest.slopeOfFigures(points), .7, CLOSED_FORM);
        assertClose("statistic", TrendTest.chiSquaredOfFigures(points), .49 / (.04 / 10), CLOSED_FORM);
        assertThat(TrendMarker.ofFigures(points).words()).isEqualTo("increasing");
        assertThat(TrendMarker.ofFigures(figures(1, 1, 2, 2, 3, 4)).words()).isEqualTo("no significant change");
        assertThat(TrendMarker.ofFigures(figures(.2, 4, 3, 2, 2, 1)).words()).isEqualTo("decreasing");
        // A point without weight is as good as none.
        List<TrendPoint.Figure> unsure = new ArrayList<>(points);
        unsure.set(4, new TrendPoint.Figure(2024, 400, 1e9));
        assertClose(
                "slope of four",
                TrendTest.slopeOfFigures(unsure),
                TrendTest.slopeOfFigures(points.subList(0, 4)),
                1e-6);
    }

    @Test
    void theStandardErrorIsHalfTheIntervalByItsReach() {
        assertClose("error", TrendMarker.standardError(new Interval(10, 20, .95)), 5 / 1.959963984540054, CLOSED_FORM);
    }

    @Test
    void refusesWhatIsNoSeries() {
        List<TrendPoint.Proportion> twice = proportions(1, 2, 3, 4, 5);
        twice.add(new TrendPoint.Proportion(2022, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendMarker.ofProportions(twice))
                .withMessageContaining("two at 2022");
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint.Proportion(2022, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint.Proportion(Double.NaN, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint.Figure(2022, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendPoint.Figure(2022, Double.POSITIVE_INFINITY, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendTest.chiSquaredOfProportions(proportions(1)))
                .withMessageContaining("two points or more");
    }

    private static List<TrendPoint.Proportion> proportions(double... numerators) {
        List<TrendPoint.Proportion> points = new ArrayList<>();
        for (double numerator : numerators) {
            points.add(new TrendPoint.Proportion(2020 + points.size(), numerator, 1000));
        }
        return points;
    }

    private static List<TrendPoint.Figure> figures(double error, double... values) {
        List<TrendPoint.Figure> points = new ArrayList<>();
        for (double value : values) {
            points.add(new TrendPoint.Figure(2020 + points.size(), value, error));
        }
        return points;
    }
}
