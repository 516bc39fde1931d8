package org.concordat.cli.inequality;

import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.inequality.DeprivationQuantile;
import org.concordat.measures.inequality.ValueScale;

/**
 * One group of areas by deprivation, with its figure as it may be shown.
 *
 * @param number 1 the most deprived
 * @param areas how many were put together
 * @param population what it weighs
 * @param estimate its figure, hidden where it rests on few
 */
record DeprivationGroup(int number, int areas, double population, Estimate estimate) {
    boolean isHidden() {
        return estimate.status() == Status.CONFIDENTIAL;
    }

    boolean isComplete() {
        return estimate.value().isPresent() && estimate.interval().isPresent();
    }

    /** As the line takes it: for one, not for a hundred. */
    DeprivationQuantile quantile(ValueScale scale, double multiplier) {
        Interval interval = estimate.interval().orElseThrow();
        return DeprivationQuantile.withInterval(
                population,
                estimate.value().orElseThrow() / multiplier,
                interval.lower() / multiplier,
                interval.upper() / multiplier,
                scale);
    }
}
