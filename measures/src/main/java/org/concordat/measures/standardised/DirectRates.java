package org.concordat.measures.standardised;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.Counts;

/**
 * Directly standardised rates: the rate there would be if the area's rates at each age happened in a standard population.
 * Comparable between areas and years that use the same standard. Not given for fewer than ten events, as the field asks;
 * the figure then has no value and the status {@link Status#LOW_RELIABILITY}.
 *
 * <p>The interval is Byar's for the count, scaled to the weighted sum (A. J. Dobson, K. Kuulasmaa, E. Eberle and J. Scherer,
 * Confidence intervals for weighted sums of Poisson parameters, Statistics in Medicine 10, 1991).
 */
public final class DirectRates {
    private static final String METHOD = "directly standardised rate, interval by Byar and Dobson (Dobson et al. 1991)";
    private static final String FEW = "; not given below " + CountInterval.FEW_EVENTS + " events";

    private DirectRates() {}

    /**
     * The rate for {@code multiplier} people of the standard. Its numerator is the events, its denominator the people, both
     * as counted.
     *
     * @param strata in any order; each age once
     */
    public static Estimate rate(
            Collection<Stratum> strata, StandardPopulation standard, double multiplier, double confidence) {
        List<Stratum> sorted = AgeBands.inOrder(strata);
        double[] variances = sorted.stream().mapToDouble(Stratum::events).toArray();
        return rate(sorted, variances, standard, multiplier, confidence, METHOD);
    }

    /**
     * The rate of events of which one person can have several, such as admissions: as {@link #rate}, but with the wider
     * interval that follows when the persons, not their events, are independent (Fingertips technical guidance,
     * non-independent events).
     */
    public static Estimate rateOfRepeatedEvents(
            Collection<RepeatedEvents> strata, StandardPopulation standard, double multiplier, double confidence) {
        List<RepeatedEvents> byAge = strata.stream()
                .sorted((one, other) -> one.band().compareTo(other.band()))
                .toList();
        List<Stratum> sorted =
                AgeBands.inOrder(byAge.stream().map(RepeatedEvents::stratum).toList());
        double[] variances =
                byAge.stream().mapToDouble(RepeatedEvents::variance).toArray();
        return rate(
                sorted,
                variances,
                standard,
                multiplier,
                confidence,
                METHOD + ", adjusted for events that are not independent");
    }

    /** @param variances of the events of each stratum; the count itself where events are independent */
    private static Estimate rate(
            List<Stratum> sorted,
            double[] variances,
            StandardPopulation standard,
            double multiplier,
            double confidence,
            String method) {
        Counts.population("multiplier", multiplier);
        Counts.confidence(confidence);
        double[] weights = standard.weights(sorted.stream().map(Stratum::band).toList());
        double events = 0;
        double population = 0;
        double weightedRate = 0;
        double variance = 0;
        double allWeights = 0;
        for (int i = 0; i < weights.length; i++) {
            Stratum stratum = sorted.get(i);
            double perEvent = weights[i] / stratum.population();
            events += stratum.events();
            population += stratum.population();
            weightedRate += perEvent * stratum.events();
            variance += perEvent * perEvent * variances[i];
            allWeights += weights[i];
        }
        String named = method + ", standard " + standard.name();
        if (events < CountInterval.FEW_EVENTS) {
            return Estimate.none(events, population, named + FEW, Status.LOW_RELIABILITY);
        }
        double value = weightedRate / allWeights * multiplier;
        double scale = Math.sqrt(variance / events) / allWeights * multiplier;
        Interval count = CountInterval.BYAR.around(events, confidence);
        Interval interval = new Interval(
                value + scale * (count.lower() - events), value + scale * (count.upper() - events), confidence);
        return new Estimate(
                OptionalDouble.of(value),
                OptionalDouble.of(events),
                OptionalDouble.of(population),
                Optional.of(interval),
                named,
                Status.NORMAL);
    }
}
