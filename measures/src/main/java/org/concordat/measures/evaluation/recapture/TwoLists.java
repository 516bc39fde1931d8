package org.concordat.measures.evaluation.recapture;

import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;

/**
 * How many people there are, from two lists. Rests on the lists being independent, which two lists cannot show: where one
 * sends people to the other the estimate is too low, where one keeps them from the other too high.
 *
 * @param first on the first list
 * @param second on the second
 * @param both on both
 */
public record TwoLists(long first, long second, long both) {
    /** Fewer on both make an estimate that should not be relied on alone (Robson and Regier 1964). */
    private static final int FEW_ON_BOTH = 7;

    public TwoLists {
        if (both < 0 || both > first || both > second) {
            throw new IllegalArgumentException(
                    "both: from 0 to the smaller list, given " + both + " of " + first + " and " + second);
        }
    }

    /** How many different people were seen. */
    public long seen() {
        return first + second - both;
    }

    /** Lincoln's (1930) and Petersen's (1896) estimate; none where nobody is on both. Too high on average where few are. */
    public Estimate lincolnPetersen() {
        String method = "Lincoln-Petersen estimate";
        if (both == 0) {
            return Estimate.none((double) first * second, 0, method, Status.NOT_AVAILABLE);
        }
        return new Estimate(
                OptionalDouble.of((double) first * second / both),
                OptionalDouble.of((double) first * second),
                OptionalDouble.of((double) both),
                Optional.empty(),
                method,
                status());
    }

    /** Chapman's (1951) estimate, without the bias of small overlaps, with Seber's (1970) variance and a log-normal interval. */
    public Estimate chapman(double confidence) {
        double numerator = (first + 1.0) * (second + 1.0);
        double estimate = numerator / (both + 1.0) - 1;
        Interval interval = Unseen.interval((double) seen(), estimate, variance(), confidence);
        return new Estimate(
                OptionalDouble.of(estimate),
                OptionalDouble.of(numerator),
                OptionalDouble.of(both + 1.0),
                Optional.of(interval),
                "Chapman estimate (Chapman 1951), log-normal interval (Chao 1987)",
                status());
    }

    /** Seber's (1970) estimate of the variance of Chapman's estimate. */
    public double variance() {
        return (first + 1.0)
                * (second + 1.0)
                * (first - both)
                * (second - both)
                / ((both + 1.0) * (both + 1.0) * (both + 2.0));
    }

    private Status status() {
        return both < FEW_ON_BOTH ? Status.LOW_RELIABILITY : Status.ESTIMATED;
    }
}
