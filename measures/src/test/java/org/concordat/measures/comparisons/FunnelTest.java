package org.concordat.measures.comparisons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.concordat.measures.Closeness.ITERATIVE;
import static org.concordat.measures.Closeness.assertClose;

import java.io.IOException;
import java.util.List;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.comparisons.Funnel.Standing;
import org.concordat.measures.rates.CountInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Funnels, held against what PHEindicatormethods publishes. */
class FunnelTest {
    /** Half of the last decimal published, and the rounding of the sum. */
    private static final double LAST_DECIMAL = .5e-6 + 1e-12;

    @Test
    void everyPublishedLimitOfProportionsIsReproduced() throws IOException {
        List<PublishedTable.Row> inputs = inputs();
        double average = average(inputs);
        double[] sizes = FunnelAxis.sizes(
                inputs.stream()
                        .mapToDouble(row -> row.number("denominator"))
                        .min()
                        .orElseThrow(),
                inputs.stream()
                        .mapToDouble(row -> row.number("denominator"))
                        .max()
                        .orElseThrow());
        Funnel funnel = Funnel.ofProportions(average);
        List<PublishedTable.Row> outputs =
                PublishedTable.read("phe/testdata_funnel_prop_outputs.csv").rows();
        assertThat(outputs).hasSize(sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            PublishedTable.Row row = outputs.get(i);
            assertThat(sizes[i]).as(row + " size").isEqualTo(row.number("Population"));
            Interval inner = funnel.limits(sizes[i], Funnel.INNER).times(100);
            Interval outer = funnel.limits(sizes[i], Funnel.OUTER).times(100);
            assertThat(inner.lower()).isCloseTo(row.number("Lower2s0025limit"), within(LAST_DECIMAL));
            assertThat(inner.upper()).isCloseTo(row.number("Upper2s0025limit"), within(LAST_DECIMAL));
            assertThat(outer.lower()).isCloseTo(row.number("Lower3s0001limit"), within(LAST_DECIMAL));
            assertThat(outer.upper()).isCloseTo(row.number("Upper3s0001limit"), within(LAST_DECIMAL));
            assertThat(average * 100).isCloseTo(row.number("Baseline"), within(LAST_DECIMAL));
        }
    }

    @Test
    void everyPublishedAreaStandsWhereItIsSaidToStand() throws IOException {
        List<PublishedTable.Row> inputs = inputs();
        Funnel funnel = Funnel.ofProportions(average(inputs));
        for (PublishedTable.Row row : inputs) {
            Standing expected = switch (row.text("significance")) {
                case "High (0.001)" -> Standing.FAR_ABOVE;
                case "High (0.025)" -> Standing.ABOVE;
                case "Not significant" -> Standing.WITHIN;
                case "Low (0.025)" -> Standing.BELOW;
                case "Low (0.001)" -> Standing.FAR_BELOW;
                default -> throw new IllegalArgumentException(row.toString());
            };
            assertThat(funnel.standing(row.number("numerator"), row.number("denominator")))
                    .as(row.toString())
                    .isEqualTo(expected);
        }
        assertThat(inputs).hasSize(303);
    }

    private static double average(List<PublishedTable.Row> inputs) {
        return inputs.stream().mapToDouble(row -> row.number("numerator")).sum()
                / inputs.stream().mapToDouble(row -> row.number("denominator")).sum();
    }

    private static List<PublishedTable.Row> inputs() throws IOException {
        return PublishedTable.read("phe/testdata_funnel_prop_inputs.csv").rows();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "funnel_limits_of_events.csv", numLinesToSkip = 1)
    void limitsOfRatesAndRatiosAreThosePublished(
            double average,
            double confidence,
            double lowerSize,
            double lower,
            double upperSize,
            double upper,
            String source) {
        Funnel funnel = average == 1 ? Funnel.ofRatios() : Funnel.ofRates(average);
        assertClose(source, funnel.limits(lowerSize, confidence).lower(), lower, ITERATIVE);
        assertClose(source, funnel.limits(upperSize, confidence).upper(), upper, ITERATIVE);
    }

    @Test
    void anAreaOnALimitHasTheAverageOnTheEdgeOfItsExactInterval() {
        Funnel funnel = Funnel.ofRates(.002);
        for (double size : new double[] {10, 500, 2_000, 1e5, 1e7}) {
            for (double confidence : new double[] {Funnel.INNER, Funnel.OUTER}) {
                Interval limits = funnel.limits(size, confidence);
                Interval atUpper = CountInterval.EXACT.around(limits.upper() * size, confidence);
                assertClose("upper of " + size, atUpper.lower(), size * .002, 1e-8);
                if (limits.lower() > 0) {
                    Interval atLower = CountInterval.EXACT.around(limits.lower() * size, confidence);
                    assertClose("lower of " + size, atLower.upper(), size * .002, 1e-8);
                }
            }
        }
        assertThat(funnel.limits(500, .95).lower()).isZero();
    }

    @Test
    void eventsStandWhereTheIntervalOfTheirCountPutsThem() {
        Funnel ratios = Funnel.ofRatios();
        assertThat(ratios.standing(0, 240.6)).isEqualTo(Standing.FAR_BELOW);
        assertThat(ratios.standing(16, 36.4)).isEqualTo(Standing.FAR_BELOW);
        assertThat(ratios.standing(8, 6.24)).isEqualTo(Standing.WITHIN);
        assertThat(ratios.standing(151, 106.4)).isEqualTo(Standing.FAR_ABOVE);
        assertThat(ratios.standing(191, 160)).isEqualTo(Standing.ABOVE);
        assertThat(ratios.standing(160, 191)).isEqualTo(Standing.BELOW);
    }

    @Test
    void theAxisBeginsNearTheSmallestWhereAreasAreAlikeInSize() {
        double[] sizes = FunnelAxis.sizes(26_000, 31_000);
        assertThat(sizes[0]).isEqualTo(20_000);
        assertThat(sizes[99]).isEqualTo(33_000);
        assertThat(sizes).isSorted().doesNotHaveDuplicates();
        assertThat(FunnelAxis.sizes(1, 20)).startsWith(1).isSorted().doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> FunnelAxis.sizes(20, 10));
    }

    @Test
    void refusesWhatHasNoFunnel() {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofProportions(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofRates(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofRatios().limits(0, .95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.ofProportions(.5).standing(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofRatios().standing(-1, 2));
    }
}
