package org.concordat.measures.standardised;

import java.util.Collection;
import java.util.List;

/**
 * How often events happen at each age in the population that areas are held against, such as England's.
 *
 * @param name as it stands beside a figure
 * @param strata its events and people, each age once
 */
public record ReferenceRates(String name, List<Stratum> strata) {
    public ReferenceRates {
        strata = AgeBands.inOrder(strata);
    }

    /** As many events as {@code strata} would have at the reference's rates; their own events are not looked at. */
    double expected(Collection<Stratum> area) {
        List<Stratum> sorted = AgeBands.inOrder(area);
        List<AgeBand> bands = sorted.stream().map(Stratum::band).toList();
        List<AgeBand> ours = strata.stream().map(Stratum::band).toList();
        if (!bands.equals(ours)) {
            throw new IllegalArgumentException("an area and the reference " + name
                    + " are counted in the same age bands, given " + bands + " and " + ours);
        }
        double expected = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Stratum reference = strata.get(i);
            expected +=
                    reference.events() / reference.population() * sorted.get(i).population();
        }
        return expected;
    }

    /** All its events by all its people. */
    double crudeRate() {
        double events = strata.stream().mapToDouble(Stratum::events).sum();
        double population = strata.stream().mapToDouble(Stratum::population).sum();
        return events / population;
    }
}
