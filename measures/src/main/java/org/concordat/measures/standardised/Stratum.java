package org.concordat.measures.standardised;

import java.util.Collection;
import java.util.List;
import org.concordat.measures.rates.Counts;

/**
 * One age band of one population: how many events, among how many people.
 *
 * @param band the ages
 * @param events 0 or more
 * @param population people, or years that people lived; above 0
 */
public record Stratum(AgeBand band, double events, double population) {
    public Stratum {
        Counts.count("events at ages " + band, events);
        Counts.population("population at ages " + band, population);
    }

    /** These by age; refuses none at all, a band twice, bands that overlap, and ages between them that none covers. */
    public static List<Stratum> inOrder(Collection<Stratum> strata) {
        return AgeBands.inOrder(strata);
    }
}
