package org.concordat.measures.inequality;

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
import java.util.Locale;
import java.util.Map;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.Status;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Slope and relative indices, held against every group of PHEindicatormethods' test table. */
class SlopeIndexTest {
    private static final long SEED = 20261130;
    private static final int REPETITIONS = 25_000;

    @Test
    void everyPublishedIndexIsReproduced() throws IOException {
        int values = 0;
        int intervals = 0;
        for (List<PublishedTable.Row> rows : groups()) {
            PublishedTable.Row first = rows.getFirst();
            if (!first.has("sii")) {
                continue;
            }
            for (int which = 1; which <= (first.has("sii_lowercl_2") ? 2 : 1); which++) {
                double confidence = confidence(first, which);
                SlopeIndex index = index(rows, confidence);
                assertClose(first + " slope", value(index.slope()), first.number("sii"), CLOSED_FORM);
                values++;
                if (first.has("rii")) {
                    assertClose(first + " ratio", value(index.ratio()), first.number("rii"), CLOSED_FORM);
                    values++;
                }
                if (first.has("Intercept")) {
                    assertClose(first + " end", index.atLeastAdvantaged(), first.number("Intercept"), CLOSED_FORM);
                }
                intervals += assertSimulated(first, "sii", which, index.slope(), confidence);
                intervals += assertSimulated(first, "rii", which, index.ratio(), confidence);
            }
        }
        assertThat(values).isEqualTo(96);
        assertThat(intervals).isEqualTo(92);
    }

    /** Two simulations differ by chance: here by at most three standard errors of the difference of two percentiles. */
    private static int assertSimulated(
            PublishedTable.Row row, String what, int which, Estimate estimate, double confidence) {
        if (!row.has(what + "_lowercl_" + which)) {
            return 0;
        }
        double lower = row.number(what + "_lowercl_" + which);
        double upper = row.number(what + "_uppercl_" + which);
        NormalDistribution normal = new NormalDistribution();
        double reach = normal.inverseCumulativeProbability((1 + confidence) / 2);
        double tail = (1 - confidence) / 2;
        double ofPercentile = Math.sqrt(tail * (1 - tail)) / normal.density(reach) * (upper - lower) / (2 * reach);
        double allowed = 3 * ofPercentile * Math.sqrt(1 / row.number("Repetitions") + 1.0 / REPETITIONS);
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.lower()).as(row + what + " lower").isCloseTo(lower, within(allowed));
        assertThat(interval.upper()).as(row + what + " upper").isCloseTo(upper, within(allowed));
        return 1;
    }

    /** What a test's description says, which its column of confidences does not always. */
    private static double confidence(PublishedTable.Row row, int which) {
        String described = row.text("TestDescription").toLowerCase(Locale.ROOT);
        String[] both = row.text("Confidence").replaceAll("[c() ]", "").split(",");
        if (described.contains("98")) {
            both = described.contains("95") ? new String[] {"95", "98"} : new String[] {"98"};
        }
        return Double.parseDouble(both[Math.min(which, both.length) - 1]) / 100;
    }

    private static SlopeIndex index(List<PublishedTable.Row> rows, double confidence) {
        String description = rows.getFirst().text("TestDescription");
        ValueScale scale = scale(rows.getFirst());
        double multiplier = description.contains("x 100") ? 100 : 1;
        multiplier = description.contains("x -100") ? -100 : multiplier;
        multiplier = description.contains("negative multiplier") ? -1 : multiplier;
        return SlopeIndex.of(
                rows.stream().map(row -> quantile(row, scale)).toList(),
                scale,
                description.contains("transform") ? SlopeIndex.Line.STRAIGHT_ON_SCALE : SlopeIndex.Line.STRAIGHT,
                multiplier,
                new Simulation(SEED, REPETITIONS),
                confidence);
    }

    private static ValueScale scale(PublishedTable.Row row) {
        return switch (row.text("ValueType")) {
            case "0" -> ValueScale.PLAIN;
            case "1" -> ValueScale.LOGARITHM;
            case "2" -> ValueScale.LOG_ODDS;
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    private static DeprivationQuantile quantile(PublishedTable.Row row, ValueScale scale) {
        return DeprivationQuantile.withInterval(
                row.number("Population"), row.number("Value"), row.number("LowerCL"), row.number("UpperCL"), scale);
    }

    @Test
    void theStandardErrorsOfTheTableAreThoseOfItsIntervals() throws IOException {
        int seen = 0;
        for (List<PublishedTable.Row> rows : groups()) {
            for (PublishedTable.Row row : rows) {
                if (row.has("sii") || rows.getFirst().has("sii")) {
                    double error = quantile(row, scale(row)).standardError();
                    // The table's were divided by 1.96, which is not quite the 97.5th percentile.
                    assertClose(row + " error", error * 1.959963984540054 / 1.96, row.number("StandardError"), 1e-7);
                    seen++;
                }
            }
        }
        assertThat(seen).isEqualTo(430);
    }

    @Test
    void simulatedLimitsOfPlainFiguresAreThoseOfTheNormalDistribution() throws IOException {
        List<PublishedTable.Row> rows = groups().getFirst();
        List<DeprivationQuantile> quantiles =
                rows.stream().map(row -> quantile(row, ValueScale.PLAIN)).toList();
        SlopeIndex index = plain(quantiles, 1);
        // The slope is a weighted sum of the figures; what each adds is seen by raising it by one.
        double variance = 0;
        for (int i = 0; i < quantiles.size(); i++) {
            DeprivationQuantile q = quantiles.get(i);
            List<DeprivationQuantile> raised = new ArrayList<>(quantiles);
            raised.set(i, new DeprivationQuantile(q.population(), q.value() + 1, q.standardError()));
            double weight = value(plain(raised, 1).slope()) - value(index.slope());
            variance += weight * weight * q.standardError() * q.standardError();
        }
        double reach = 1.959963984540054 * Math.sqrt(variance);
        Interval interval = index.slope().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(value(index.slope()) - reach, within(reach * .04));
        assertThat(interval.upper()).isCloseTo(value(index.slope()) + reach, within(reach * .04));
    }

    private static SlopeIndex plain(List<DeprivationQuantile> quantiles, double multiplier) {
        return SlopeIndex.of(
                quantiles,
                ValueScale.PLAIN,
                SlopeIndex.Line.STRAIGHT,
                multiplier,
                new Simulation(SEED, REPETITIONS),
                .95);
    }

    @Test
    void equalTenthsOnALineGiveTheLine() {
        List<DeprivationQuantile> quantiles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            quantiles.add(new DeprivationQuantile(100, 70 + 10 * (i + .5) / 10, 0));
        }
        SlopeIndex index = plain(quantiles, 1);
        assertClose("slope", value(index.slope()), 10, CLOSED_FORM);
        assertClose("end", index.atLeastAdvantaged(), 70, CLOSED_FORM);
        assertClose("middle", index.at(.5), 75, CLOSED_FORM);
        assertClose("ratio", value(index.ratio()), 80 / 70.0, CLOSED_FORM);
        assertClose("turned round", value(plain(quantiles, -1).ratio()), 70 / 80.0, CLOSED_FORM);
        assertClose("without error", index.slope().interval().orElseThrow().lower(), 10, CLOSED_FORM);
    }

    @Test
    void aLineStraightOnAScaleIsCurvedBetweenTheSameEnds() {
        List<DeprivationQuantile> quantiles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            quantiles.add(new DeprivationQuantile(100, 100 * Math.exp((i + .5) / 10), .1));
        }
        SlopeIndex index = SlopeIndex.of(
                quantiles, ValueScale.LOGARITHM, SlopeIndex.Line.STRAIGHT_ON_SCALE, 1, new Simulation(SEED, 1000), .95);
        assertClose("least", index.at(0), 100, CLOSED_FORM);
        assertClose("middle", index.at(.5), 100 * Math.exp(.5), CLOSED_FORM);
        assertClose("most", index.at(1), index.atMostAdvantaged(), CLOSED_FORM);
        assertThatIllegalArgumentException().isThrownBy(() -> index.at(1.1));
    }

    @Test
    void theSameSeedGivesTheSameLimitsAndTheMethodNamesIt() throws IOException {
        List<PublishedTable.Row> rows = groups().getFirst();
        assertThat(index(rows, .95)).isEqualTo(index(rows, .95));
        assertThat(index(rows, .95).slope().method()).contains("seed " + SEED);
    }

    @Test
    void aLineThroughZeroHasNoRatio() {
        List<DeprivationQuantile> quantiles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            quantiles.add(new DeprivationQuantile(100, 0, 0));
        }
        assertThat(plain(quantiles, 1).ratio().status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void refusesWhatThePublishedTableCallsErrors() throws IOException {
        int refused = 0;
        for (List<PublishedTable.Row> rows : groups()) {
            String description = rows.getFirst().text("TestDescription");
            if (description.contains("negative populations")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index(rows, .95))
                        .withMessageContaining("population of a quantile");
                refused++;
            } else if (description.contains("negative counts/standard error")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> rows.forEach(row -> new DeprivationQuantile(
                                1, 1, row.optional("StandardError").orElse(-1))));
                refused++;
            } else if (description.contains("invalid proportion")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> rows.forEach(row -> quantile(row, ValueScale.LOG_ODDS)));
                refused++;
            }
        }
        assertThat(refused).isEqualTo(3);
    }

    @Test
    void refusesTooFewQuantilesOrNoMultiplierOrFewRepetitions() {
        List<DeprivationQuantile> four = Collections.nCopies(4, new DeprivationQuantile(1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain(four, 1))
                .withMessageContaining("5 to 100 quantiles, given 4");
        List<DeprivationQuantile> five = Collections.nCopies(5, new DeprivationQuantile(1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> plain(five, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Simulation(1, 999));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeprivationQuantile(1, Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeprivationQuantile.withInterval(1, 1, 0, 2, ValueScale.LOGARITHM))
                .withMessageContaining("above 0");
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    /** The rows of each area of each test. */
    private static List<List<PublishedTable.Row>> groups() throws IOException {
        Map<String, List<PublishedTable.Row>> groups = new LinkedHashMap<>();
        for (PublishedTable.Row row :
                PublishedTable.read("phe/testdata_SII__testdata_SII.csv").rows()) {
            groups.computeIfAbsent(row.text("TestDescription") + row.text("Area"), any -> new ArrayList<>())
                    .add(row);
        }
        return new ArrayList<>(groups.values());
    }
}
