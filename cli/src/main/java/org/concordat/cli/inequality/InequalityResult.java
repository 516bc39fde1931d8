package org.concordat.cli.inequality;

import java.util.List;
import java.util.Optional;
import org.concordat.measures.inequality.SlopeIndex;

/**
 * The groups of one series and what lies between their ends.
 *
 * @param series a value for each column that {@code --by} names
 * @param groups from the most to the least deprived
 * @param index empty where there is none
 * @param hidden whether there is none because a group's figure is hidden
 * @param why there is none; empty where there is one
 */
record InequalityResult(
        List<String> series, List<DeprivationGroup> groups, Optional<SlopeIndex> index, boolean hidden, String why) {
    InequalityResult {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
    }

    static InequalityResult with(List<String> series, List<DeprivationGroup> groups, SlopeIndex index) {
        return new InequalityResult(series, groups, Optional.of(index), false, "");
    }

    static InequalityResult without(List<String> series, List<DeprivationGroup> groups, boolean hidden, String why) {
        return new InequalityResult(series, groups, Optional.empty(), hidden, why);
    }

    String title() {
        return String.join(", ", series);
    }
}
