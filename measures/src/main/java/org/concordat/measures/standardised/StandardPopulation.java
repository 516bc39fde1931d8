package org.concordat.measures.standardised;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.measures.rates.Counts;

/**
 * How many people of each age there are in the population that all others are made comparable to.
 *
 * @param name as it stands beside a figure
 * @param source where it was published
 * @param people by age band; only their shares matter
 */
public record StandardPopulation(String name, String source, SortedMap<AgeBand, Double> people) {

    public StandardPopulation {
        AgeBands.check(List.copyOf(people.keySet()));
        people.forEach((band, persons) -> Counts.population("standard population at ages " + band, persons));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    }

    /** The European Standard Population of 2013, in its 21 published bands from 0 to 95+; 100,000 people. */
    public static StandardPopulation europe2013() {
        return infantsApart(
                "ESP2013",
                "Eurostat, Revision of the European Standard Population, 2013 edition",
                1000,
                4000,
                5500,
                5500,
                5500,
                6000,
                6000,
                6500,
                7000,
                7000,
                7000,
                7000,
                6500,
                6000,
                5500,
                5000,
                4000,
                2500,
                1500,
                800,
                200);
    }

    /** The European Standard Population of 1976, up to 85+, for comparison with figures before 2013; 100,000 people. */
    public static StandardPopulation europe1976() {
        return infantsApart(
                "ESP1976",
                "Waterhouse and others, Cancer Incidence in Five Continents III, 1976, as the World Health Organization"
                        + " and Eurostat used it",
                1600,
                6400,
                7000,
                7000,
                7000,
                7000,
                7000,
                7000,
                7000,
                7000,
                7000,
                7000,
                6000,
                5000,
                4000,
                3000,
                2000,
                1000,
                1000);
    }

    /** Bands 0, 1-4, 5-9 and so on in fives, the last open. */
    private static StandardPopulation infantsApart(String name, String source, double... people) {
        List<Integer> youngest = new ArrayList<>(List.of(0, 1));
        for (int i = 2; i < people.length; i++) {
            youngest.add(5 * (i - 1));
        }
        SortedMap<AgeBand, Double> byBand = new TreeMap<>();
        List<AgeBand> bands = AgeBand.startingAt(youngest);
        for (int i = 0; i < people.length; i++) {
            byBand.put(bands.get(i), people[i]);
        }
        return new StandardPopulation(name, source, byBand);
    }

    /**
     * The standard's people in each of these bands. A band may gather several of the standard's, such as 85+ for 85-89,
     * 90-94 and 95+; one that would split a band of the standard is refused, since nobody knows how it divides.
     *
     * @param bands sorted and unbroken
     */
    double[] weights(List<AgeBand> bands) {
        double[] weights = new double[bands.size()];
        for (int i = 0; i < weights.length; i++) {
            AgeBand band = bands.get(i);
            int covered = band.from();
            for (var entry : people.entrySet()) {
                AgeBand ours = entry.getKey();
                if (band.holds(ours) && ours.from() == covered) {
                    weights[i] += entry.getValue();
                    covered = ours.isOpen() ? AgeBand.OPEN : ours.to() + 1;
                }
            }
            if (covered != (band.isOpen() ? AgeBand.OPEN : band.to() + 1)) {
                throw new IllegalArgumentException("the standard population " + name + " has no bands that make up "
                        + band + "; it has " + people.keySet());
            }
        }
        return weights;
    }
}
