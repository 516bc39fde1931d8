package org.concordat.measures.standardised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.assertClose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.Status;
import org.concordat.measures.rates.CountInterval;
import org.junit.jupiter.api.Test;

/** Directly standardised rates, held against what PHEindicatormethods publishes. */
class DirectRatesTest {
    private static final StandardPopulation ESP = StandardPopulation.europe2013();

    @Test
    void everyPublishedRateIsReproduced() throws IOException {
        List<PublishedTable.Row> rows = results();
        int given = 0;
        int suppressed = 0;
        for (PublishedTable.Row row : rows) {
            if (row.text("area").startsWith("testdata_nonind")) {
                continue;
            }
            double multiplier = row.text("statistic").endsWith("10000") ? 10_000 : 100_000;
            multiplier = row.text("statistic").endsWith("100000") ? 100_000 : multiplier;
            Estimate at95 = published(row, multiplier, .95);
            assertThat(at95.numerator()).hasValue(row.number("total_count"));
            assertThat(at95.denominator()).hasValue(row.number("total_pop"));
            if (!row.has("value")) {
                assertThat(row.text("statistic")).isEqualTo("dsr NA for total count < 10");
                assertThat(at95.value()).isEmpty();
                assertThat(at95.interval()).isEmpty();
                assertThat(at95.status()).isEqualTo(Status.LOW_RELIABILITY);
                assertThat(at95.method()).endsWith("not given below 10 events");
                suppressed++;
                continue;
            }
            // Their 99.8 % limits for the standard of 1976 are ten times too large for the value beside them.
            double misscaled = row.text("area").equals("testdata_1976") ? 10 : 1;
            assertClose(row + " value", at95.value().orElseThrow(), row.number("value"), CLOSED_FORM);
            assertInterval(row, at95, "95_0", 1);
            assertInterval(row, published(row, multiplier, .998), "99_8", misscaled);
            given++;
        }
        assertThat(given).isEqualTo(6);
        assertThat(suppressed).isEqualTo(2);
    }

    private static Estimate published(PublishedTable.Row row, double multiplier, double confidence) throws IOException {
        if (row.text("area").equals("testdata_1976")) {
            // Not among the inputs; its totals are those of testdata_big without the oldest.
            List<Stratum> strata = area("testdata_big");
            Stratum before = strata.get(strata.size() - 2);
            List<Stratum> to85 = new ArrayList<>(strata.subList(0, strata.size() - 2));
            to85.add(new Stratum(AgeBand.andOver(85), before.events(), before.population()));
            return DirectRates.rate(to85, StandardPopulation.europe1976(), multiplier, confidence);
        }
        return DirectRates.rate(area(row.text("area")), ESP, multiplier, confidence);
    }

    /**
     * How often each person had an event is not among the inputs, so the variance is solved from one published limit;
     * the other three, which rest on the same variance, must then follow.
     */
    @Test
    void publishedIntervalsOfEventsThatAreNotIndependentHaveOurShape() throws IOException {
        int seen = 0;
        for (PublishedTable.Row row : results()) {
            if (!row.text("area").startsWith("testdata_nonind") || !row.has("value")) {
                continue;
            }
            double events = row.number("total_count");
            double value = row.number("value");
            double scale = (row.number("upper95_0cl") - value)
                    / (CountInterval.BYAR.around(events, .95).upper() - events);
            double wanted = scale / 100_000 * Math.sqrt(events);
            // One age band that is all of the standard: the rate is crude, its variance that of the events alone.
            double population = events / value * 100_000;
            double variance = wanted * wanted * population * population;
            // So many people with four events and with one that both the events and their variance come out.
            double withFour = (variance - events) / 12;
            SortedMap<Integer, Double> persons = new TreeMap<>(Map.of(1, events - 4 * withFour, 4, withFour));
            SortedMap<AgeBand, Double> everybody = new TreeMap<>();
            everybody.put(AgeBand.andOver(0), 1.0);
            StandardPopulation one = new StandardPopulation("everybody", "this test", everybody);
            for (double confidence : new double[] {.95, .998}) {
                Estimate estimate = DirectRates.rateOfRepeatedEvents(
                        List.of(new RepeatedEvents(AgeBand.andOver(0), persons, population)), one, 100_000, confidence);
                assertClose(row + " value", estimate.value().orElseThrow(), value, CLOSED_FORM);
                // Published to eight decimals, of which the solved variance keeps eight or nine digits.
                assertInterval(row, estimate, confidence == .95 ? "95_0" : "99_8", 1, 1e-8);
            }
            seen++;
        }
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void aPersonWithSeveralEventsWidensTheInterval() {
        SortedMap<Integer, Double> thrice = new TreeMap<>(Map.of(3, 10.0));
        SortedMap<Integer, Double> once = new TreeMap<>(Map.of(1, 30.0));
        AgeBand band = AgeBand.parse("0-4");
        Interval wide = DirectRates.rateOfRepeatedEvents(List.of(new RepeatedEvents(band, thrice, 1000)), ESP, 1, .95)
                .interval()
                .orElseThrow();
        Estimate plain = DirectRates.rateOfRepeatedEvents(List.of(new RepeatedEvents(band, once, 1000)), ESP, 1, .95);
        Interval narrow = plain.interval().orElseThrow();
        assertThat(narrow)
                .isEqualTo(DirectRates.rate(List.of(new Stratum(band, 30, 1000)), ESP, 1, .95)
                        .interval()
                        .orElseThrow());
        assertClose("width", wide.upper() - .03, (narrow.upper() - .03) * Math.sqrt(3), CLOSED_FORM);
    }

    @Test
    void theOrderOfTheBandsDoesNotMatter() throws IOException {
        List<Stratum> strata = new ArrayList<>(area("testdata_big"));
        Estimate inOrder = DirectRates.rate(strata, ESP, 1, .95);
        Collections.reverse(strata);
        assertThat(DirectRates.rate(strata, ESP, 1, .95)).isEqualTo(inOrder);
    }

    @Test
    void refusesABandThatIsMissingTwiceOrOverlapping() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectRates.rate(strata("0-4", "10-14"), ESP, 1, .95))
                .withMessage("no age band covers 5-9, between 0-4 and 10-14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectRates.rate(strata("0-4", "0-4"), ESP, 1, .95))
                .withMessageContaining("0-4 stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectRates.rate(strata("50-54", "55-69", "60-64"), ESP, 1, .95))
                .withMessageContaining("55-69 and 60-64 overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectRates.rate(List.of(), ESP, 1, .95))
                .withMessageContaining("at least one age band");
    }

    @Test
    void refusesABandThatTheStandardWouldHaveToSplit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectRates.rate(strata("0-15", "16-24"), ESP, 1, .95))
                .withMessageContaining("ESP2013 has no bands that make up 0-15");
    }

    @Test
    void bandsMayGatherSeveralOfTheStandards() {
        double[] weights = ESP.weights(List.of(AgeBand.parse("0-14"), AgeBand.parse("15-84"), AgeBand.andOver(85)));
        assertThat(weights).containsExactly(16_000, 81_500, 2_500);
        assertThat(ESP.people().values().stream().mapToDouble(w -> w).sum()).isEqualTo(100_000);
        assertThat(StandardPopulation.europe1976().people().values().stream()
                        .mapToDouble(w -> w)
                        .sum())
                .isEqualTo(100_000);
    }

    private static List<Stratum> strata(String... bands) {
        List<Stratum> strata = new ArrayList<>();
        for (String band : bands) {
            strata.add(new Stratum(AgeBand.parse(band), 20, 1000));
        }
        return strata;
    }

    static List<Stratum> area(String area) throws IOException {
        List<Stratum> strata = new ArrayList<>();
        for (PublishedTable.Row row : PublishedTable.read("phe/testdata_DSR_ISR__testdata_multiarea.csv")
                .rows()) {
            if (row.text("area").equals(area)) {
                // A band misspelt in the file, and a count that is missing there, which its source takes for none.
                String band = row.text("ageband").replace("55-69", "55-59");
                strata.add(
                        new Stratum(AgeBand.parse(band), row.optional("count").orElse(0), row.number("pop")));
            }
        }
        return strata;
    }

    private static List<PublishedTable.Row> results() throws IOException {
        return PublishedTable.read("phe/testdata_DSR_ISR__testresults_DSR.csv").rows();
    }

    private static void assertInterval(PublishedTable.Row row, Estimate estimate, String confidence, double misscaled) {
        assertInterval(row, estimate, confidence, misscaled, CLOSED_FORM);
    }

    private static void assertInterval(
            PublishedTable.Row row, Estimate estimate, String confidence, double misscaled, double relative) {
        Interval interval = estimate.interval().orElseThrow();
        assertClose(row + " lower", interval.lower(), row.number("lower" + confidence + "cl") / misscaled, relative);
        assertClose(row + " upper", interval.upper(), row.number("upper" + confidence + "cl") / misscaled, relative);
    }
}
