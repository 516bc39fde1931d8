package org.concordat.cli.beforeafter;

import java.util.Optional;
import org.concordat.cli.figures.SmallCounts;

/**
 * What is asked of groups by periods.
 *
 * @param group column of groups
 * @param period column of periods
 * @param treated the group where the service began
 * @param from the first period of the service
 * @param persons column of how many were measured
 * @param count column of to how many it happened; else there are mean and error
 * @param words what is measured, for people
 */
record BeforeAfterRequest(
        String group,
        String period,
        String treated,
        String from,
        String persons,
        Optional<String> count,
        Optional<String> mean,
        Optional<String> error,
        String words,
        double confidence,
        SmallCounts small) {}
