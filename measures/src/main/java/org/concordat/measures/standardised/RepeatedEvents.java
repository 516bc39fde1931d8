package org.concordat.measures.standardised;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.measures.rates.Counts;

/**
 * One age band of one population whose people can have an event several times: how many people had it how often.
 *
 * @param band the ages
 * @param persons how many people had the event once, twice and so on; nobody need be named who had none
 * @param population all people of these ages, with or without events; above 0
 */
public record RepeatedEvents(AgeBand band, SortedMap<Integer, Double> persons, double population) {
    public RepeatedEvents {
        Counts.population("population at ages " + band, population);
        persons.forEach((times, people) -> {
            if (times < 1) {
                throw new IllegalArgumentException(
                        "people at ages " + band + " had an event once or oftener, given " + times + " times");
            }
            Counts.count("people with " + times + " events at ages " + band, people);
        });
        persons = Collections.unmodifiableSortedMap(new TreeMap<>(persons));
    }

    Stratum stratum() {
        return new Stratum(band, sum(1), population);
    }

    /** Of a sum of Poisson numbers of people, each of whom counts several times. */
    double variance() {
        return sum(2);
    }

    private double sum(int power) {
        double sum = 0;
        for (var entry : persons.entrySet()) {
            sum += Math.pow(entry.getKey(), power) * entry.getValue();
        }
        return sum;
    }
}
