package org.concordat.benchmarks.duckdb;

import java.util.List;

/**
 * How one column is compared: its levels in order, the first that holds counts. A value missing on either side weighs
 * nothing.
 *
 * @param column the column's name
 * @param levels at least one; none after {@link Level.Measure#ELSE}, which is assumed to weigh nothing where it is absent
 */
public record Comparison(String column, List<Level> levels) {

    public Comparison {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException(
                    "column " + column + ": a comparison needs at least one level, given none");
        }
        for (Level level : levels.subList(0, levels.size() - 1)) {
            if (level.measure() == Level.Measure.ELSE) {
                throw new IllegalArgumentException(
                        "column " + column + ": no level can follow \"else\", since no pair would reach it");
            }
        }
    }
}
