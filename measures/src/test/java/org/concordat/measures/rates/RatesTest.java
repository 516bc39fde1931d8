package org.concordat.measures.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.assertClose;

import java.io.IOException;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain figures, held against what PHEindicatormethods publishes and against known exact limits. */
class RatesTest {

    @Test
    void everyPublishedIntervalOfByarAndWilsonIsReproduced() throws IOException {
        int seen = 0;
        for (PublishedTable.Row row : PublishedTable.read("phe/testdata_Byars_Wilson__testdata_B_W.csv")
                .rows()) {
            double confidence = Double.parseDouble(row.text("confidence").replace("%", "")) / 100;
            Interval interval = row.text("method").equals("Wilson")
                    ? ProportionInterval.WILSON.around(row.number("x"), row.number("n"), confidence)
                    : CountInterval.BYAR.around(row.number("x"), confidence);
            // Byar's method has no lower limit for one event at 99.8 %; theirs is missing, ours unbounded.
            double lower = row.optional("lowercl").orElse(Double.NEGATIVE_INFINITY);
            if (Double.isInfinite(lower)) {
                assertThat(interval.lower()).as(row + " lower").isEqualTo(lower);
            } else {
                assertClose(row + " lower", interval.lower(), lower, CLOSED_FORM);
            }
            assertClose(row + " upper", interval.upper(), row.number("uppercl"), CLOSED_FORM);
            seen++;
        }
        assertThat(seen).isEqualTo(13);
    }

    @Test
    void everyPublishedProportionIsReproduced() throws IOException {
        assertThat(reproduced("phe/testdata_Proportion__testdata_Prop.csv")).isEqualTo(16);
    }

    @Test
    void everyPublishedRateIsReproducedExactBelowTenEventsAndByarFromThereOn() throws IOException {
        assertThat(reproduced("phe/testdata_Rate__testdata_Rate.csv")).isEqualTo(17);
    }

    /** How many rows of the file have both counts; each is held against the file, the others have no answer there. */
    private static int reproduced(String file) throws IOException {
        int seen = 0;
        for (PublishedTable.Row row : PublishedTable.read(file).rows()) {
            if (!row.has("Numerator") || !row.has("Denominator")) {
                assertThat(row.has("value") || row.has("lower95_0cl"))
                        .as(row.toString())
                        .isFalse();
                continue;
            }
            Estimate at95 = estimate(row, .95);
            Estimate at998 = estimate(row, .998);
            assertClose(row + " value", at95.value().orElseThrow(), row.number("value"), CLOSED_FORM);
            assertInterval(row, at95, "95_0");
            assertInterval(row, at998, "99_8");
            seen++;
        }
        return seen;
    }

    private static Estimate estimate(PublishedTable.Row row, double confidence) {
        double numerator = row.number("Numerator");
        double denominator = row.number("Denominator");
        double multiplier = row.number("multiplier");
        if (row.text("method").equals("Wilson")) {
            return Rates.proportion(numerator, denominator, multiplier, confidence, ProportionInterval.WILSON);
        }
        Estimate rate = Rates.rate(numerator, denominator, multiplier, confidence, CountInterval.EXACT_BELOW_TEN);
        assertThat(rate.method()).startsWith(row.text("method").equals("Exact") ? "exact" : "Byar");
        return rate;
    }

    private static void assertInterval(PublishedTable.Row row, Estimate estimate, String confidence) {
        Interval interval = estimate.interval().orElseThrow();
        assertClose(row + " lower", interval.lower(), row.number("lower" + confidence + "cl"), CLOSED_FORM);
        assertClose(row + " upper", interval.upper(), row.number("upper" + confidence + "cl"), CLOSED_FORM);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "exact_intervals.csv", numLinesToSkip = 1)
    void exactLimitsAreThosePublished(
            String kind,
            double count,
            double of,
            double confidence,
            double lower,
            double upper,
            double tolerance,
            String source) {
        Interval interval = kind.equals("poisson")
                ? CountInterval.EXACT.around(count, confidence)
                : ProportionInterval.CLOPPER_PEARSON.around(count, of, confidence);
        assertThat(Math.abs(interval.lower() - lower)).as(source).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(interval.upper() - upper)).as(source).isLessThanOrEqualTo(tolerance);
    }

    @Test
    void theExactLimitsLeaveExactlyTheTailsTheyPromise() {
        for (int count = 0; count <= 40; count++) {
            for (double confidence : new double[] {.9, .95, .998}) {
                double tail = (1 - confidence) / 2;
                Interval interval = CountInterval.EXACT.around(count, confidence);
                assertClose("upper of " + count, poissonAtMost(count, interval.upper()), tail, CLOSED_FORM);
                if (count > 0) {
                    double atLeast = 1 - poissonAtMost(count - 1, interval.lower());
                    assertClose("lower of " + count, atLeast, tail, CLOSED_FORM);
                }
            }
        }
    }

    private static double poissonAtMost(int count, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= count; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    @Test
    void clopperPearsonLeavesExactlyTheTailsItPromises() {
        for (int of : new int[] {1, 2, 7, 30}) {
            for (int count = 0; count <= of; count++) {
                Interval interval = ProportionInterval.CLOPPER_PEARSON.around(count, of, .95);
                if (count < of) {
                    assertClose("upper", binomialAtMost(count, of, interval.upper()), .025, CLOSED_FORM);
                }
                if (count > 0) {
                    assertClose("lower", 1 - binomialAtMost(count - 1, of, interval.lower()), .025, CLOSED_FORM);
                }
            }
        }
    }

    private static double binomialAtMost(int count, int of, double share) {
        double sum = 0;
        for (int k = 0; k <= count; k++) {
            double ways = 1;
            for (int i = 0; i < k; i++) {
                ways *= (of - i) / (double) (i + 1);
            }
            sum += ways * Math.pow(share, k) * Math.pow(1 - share, of - k);
        }
        return sum;
    }

    @Test
    void noneAndAllStayWithinZeroAndOne() {
        for (ProportionInterval method : ProportionInterval.values()) {
            assertThat(method.around(0, 20, .95).lower()).isZero();
            assertThat(method.around(20, 20, .95).upper()).isEqualTo(1);
            assertThat(method.around(0, 20, .95).upper()).isBetween(.1, .2);
        }
    }

    @Test
    void aRatioIsObservedOverExpected() {
        Estimate ratio = Rates.ratio(65, 50, 100, .95, CountInterval.EXACT_BELOW_TEN);
        assertThat(ratio.value()).hasValue(130);
        assertThat(ratio.numerator()).hasValue(65);
        assertThat(ratio.denominator()).hasValue(50);
        assertThat(ratio.status()).isEqualTo(Status.NORMAL);
        assertClose("lower", ratio.interval().orElseThrow().lower(), 50.163187710459454 * 2, CLOSED_FORM);
    }

    @Test
    void aLargeCountIsNoTroubleForTheExactMethods() {
        Interval poisson = CountInterval.EXACT.around(1e6, .95);
        assertClose(
                "lower", poisson.lower(), CountInterval.BYAR.around(1e6, .95).lower(), 1e-8);
        Interval binomial = ProportionInterval.CLOPPER_PEARSON.around(1e6, 3e6, .95);
        assertClose(
                "upper",
                binomial.upper(),
                ProportionInterval.WILSON.around(1e6, 3e6, .95).upper(),
                1e-5);
    }

    @Test
    void refusesANumeratorAboveItsDenominatorAndSaysWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.proportion(5, 4, 1, .95, ProportionInterval.WILSON))
                .withMessageContaining("5.0 of 4.0")
                .withMessageContaining("rate or a ratio");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesACountThatCountsNothing(double count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.rate(count, 10, 1, .95, CountInterval.EXACT_BELOW_TEN))
                .withMessageStartingWith("events: expected a finite count of 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.proportion(count, 10, 1, .95, ProportionInterval.WILSON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.ratio(count, 10, 1, .95, CountInterval.EXACT_BELOW_TEN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPopulationOfNobody(double population) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.rate(1, population, 1, .95, CountInterval.EXACT_BELOW_TEN))
                .withMessageStartingWith("population: expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.proportion(0, population, 1, .95, ProportionInterval.WILSON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.ratio(1, population, 1, .95, CountInterval.EXACT_BELOW_TEN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.rate(1, 10, population, .95, CountInterval.EXACT_BELOW_TEN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, Double.NaN})
    void refusesAConfidenceThatIsNone(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rates.rate(1, 10, 1, confidence, CountInterval.EXACT_BELOW_TEN))
                .withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.WILSON.around(1, 2, confidence));
    }
}
