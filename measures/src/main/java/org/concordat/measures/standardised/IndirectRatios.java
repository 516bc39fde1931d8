package org.concordat.measures.standardised;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.Counts;
import org.concordat.measures.rates.Rates;

/**
 * Indirectly standardised ratios and rates, such as the standardised mortality ratio: what happened, against what would have
 * happened at a reference's rates by age. For areas whose events are few or not known by age. Each is comparable with the
 * reference, strictly not with another area's, because each area weighs the ages by its own population.
 */
public final class IndirectRatios {
    private IndirectRatios() {}

    /**
     * Observed over expected, times {@code multiplier} (100 for a mortality ratio). Its denominator is the events expected.
     *
     * @param strata the area's people and events by age; of the events only the sum counts
     */
    public static Estimate ratio(
            Collection<Stratum> strata, ReferenceRates reference, double multiplier, double confidence) {
        return ratio(events(strata), strata, reference, multiplier, confidence);
    }

    /** As {@link #ratio(Collection, ReferenceRates, double, double)}, with a total of events not known by age. */
    public static Estimate ratio(
            double observed,
            Collection<Stratum> strata,
            ReferenceRates reference,
            double multiplier,
            double confidence) {
        Counts.count("observed", observed);
        return named(
                Rates.ratio(
                        observed, reference.expected(strata), multiplier, confidence, CountInterval.EXACT_BELOW_TEN),
                "indirectly standardised ratio",
                reference);
    }

    /** The ratio times the reference's crude rate, for each {@code multiplier} people. Its denominator is the events expected. */
    public static Estimate rate(
            Collection<Stratum> strata, ReferenceRates reference, double multiplier, double confidence) {
        return rate(events(strata), strata, reference, multiplier, confidence);
    }

    /** As {@link #rate(Collection, ReferenceRates, double, double)}, with a total of events not known by age. */
    public static Estimate rate(
            double observed,
            Collection<Stratum> strata,
            ReferenceRates reference,
            double multiplier,
            double confidence) {
        Counts.population("multiplier", multiplier);
        Estimate ratio = ratio(observed, strata, reference, 1, confidence);
        double perRatio = reference.crudeRate() * multiplier;
        Interval interval = ratio.interval().orElseThrow();
        return named(
                new Estimate(
                        OptionalDouble.of(ratio.value().orElseThrow() * perRatio),
                        ratio.numerator(),
                        ratio.denominator(),
                        Optional.of(interval.times(perRatio)),
                        CountInterval.EXACT_BELOW_TEN.words(observed),
                        ratio.status()),
                "indirectly standardised rate",
                reference);
    }

    private static double events(Collection<Stratum> strata) {
        return strata.stream().mapToDouble(Stratum::events).sum();
    }

    private static Estimate named(Estimate estimate, String what, ReferenceRates reference) {
        return new Estimate(
                estimate.value(),
                estimate.numerator(),
                estimate.denominator(),
                estimate.interval(),
                what + " against " + reference.name() + ", " + estimate.method(),
                estimate.status());
    }
}
