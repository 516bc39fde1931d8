package org.concordat.measures.standardised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.assertClose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.PublishedTable;
import org.concordat.measures.rates.CountInterval;
import org.junit.jupiter.api.Test;

/** Ratios of observed to expected events, on the areas and the reference of PHEindicatormethods' tests. */
class IndirectRatiosTest {

    @Test
    void theReferenceAgainstItselfIsOne() throws IOException {
        ReferenceRates reference = reference();
        assertClose(
                "ratio",
                IndirectRatios.ratio(reference.strata(), reference, 100, .95)
                        .value()
                        .orElseThrow(),
                100,
                1e-14);
        double events = reference.strata().stream().mapToDouble(Stratum::events).sum();
        double people =
                reference.strata().stream().mapToDouble(Stratum::population).sum();
        assertClose(
                "rate",
                IndirectRatios.rate(reference.strata(), reference, 1e5, .95)
                        .value()
                        .orElseThrow(),
                events / people * 1e5,
                1e-14);
    }

    @Test
    void anAreasRatioIsItsEventsOverThoseExpectedWithTheCountsInterval() throws IOException {
        for (String area : List.of("testdata_big", "testdata_small", "testdata_tiny")) {
            double expected = 0;
            double observed = 0;
            List<Stratum> strata = DirectRatesTest.area(area);
            List<PublishedTable.Row> rows = referenceRows();
            for (int i = 0; i < rows.size(); i++) {
                observed += strata.get(i).events();
                expected += rows.get(i).number("refcount")
                        * strata.get(i).population()
                        / rows.get(i).number("refpop");
            }
            Estimate ratio = IndirectRatios.ratio(strata, reference(), 1, .95);
            assertClose(area, ratio.value().orElseThrow(), observed / expected, CLOSED_FORM);
            assertClose(area + " expected", ratio.denominator().orElseThrow(), expected, CLOSED_FORM);
            assertThat(ratio.numerator()).hasValue(observed);
            Interval count = (observed < 10 ? CountInterval.EXACT : CountInterval.BYAR).around(observed, .95);
            Interval interval = ratio.interval().orElseThrow();
            assertClose(area + " lower", interval.lower(), count.lower() / expected, CLOSED_FORM);
            assertClose(area + " upper", interval.upper(), count.upper() / expected, CLOSED_FORM);
            assertThat(ratio.method())
                    .contains(observed < 10 ? "exact Poisson" : "Byar")
                    .contains("the reference");
            Estimate rate = IndirectRatios.rate(strata, reference(), 1e5, .95);
            double crude = reference().crudeRate() * 1e5;
            assertClose(area + " rate", rate.value().orElseThrow(), observed / expected * crude, CLOSED_FORM);
            assertClose(
                    area + " upper rate",
                    rate.interval().orElseThrow().upper(),
                    count.upper() / expected * crude,
                    CLOSED_FORM);
        }
    }

    @Test
    void theEventsNeedNotBeKnownByAge() throws IOException {
        List<Stratum> people = DirectRatesTest.area("testdata_big").stream()
                .map(stratum -> new Stratum(stratum.band(), 0, stratum.population()))
                .toList();
        assertThat(IndirectRatios.ratio(895, people, reference(), 1, .95))
                .isEqualTo(IndirectRatios.ratio(DirectRatesTest.area("testdata_big"), reference(), 1, .95));
    }

    @Test
    void refusesAnAreaCountedInOtherBandsThanTheReference() throws IOException {
        ReferenceRates reference = reference();
        List<Stratum> strata = new ArrayList<>(DirectRatesTest.area("testdata_big"));
        strata.removeLast();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndirectRatios.ratio(strata, reference, 1, .95))
                .withMessageContaining("same age bands");
    }

    @Test
    void refusesAReferenceWithoutEvents() {
        ReferenceRates none = new ReferenceRates("a healthy place", List.of(new Stratum(AgeBand.andOver(0), 0, 1000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndirectRatios.ratio(List.of(new Stratum(AgeBand.andOver(0), 3, 100)), none, 1, .95))
                .withMessageStartingWith("expected: ");
    }

    private static ReferenceRates reference() throws IOException {
        return new ReferenceRates(
                "the reference",
                referenceRows().stream()
                        .map(row -> new Stratum(
                                AgeBand.parse(row.text("Age Band").replace("55-69", "55-59")),
                                row.number("refcount"),
                                row.number("refpop")))
                        .toList());
    }

    private static List<PublishedTable.Row> referenceRows() throws IOException {
        return PublishedTable.read("phe/testdata_DSR_ISR__refdata.csv").rows();
    }
}
