package org.concordat.files;

import java.util.ArrayList;
import java.util.List;
import org.concordat.files.StandardisationReport.RuleCount;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.values.Rule;

/** Counts how often each rule was applied in each column. */
final class RuleCounter {

    private static final Rule[] RULES = Rule.values();

    private final ColumnMapping mapping;
    private final long[][] counts;
    private long rows;

    RuleCounter(ColumnMapping mapping) {
        this.mapping = mapping;
        this.counts = new long[mapping.columns().size()][RULES.length];
    }

    void row() {
        rows++;
    }

    void add(int column, long ruleBits) {
        for (long left = ruleBits; left != 0; left &= left - 1) {
            counts[column][Long.numberOfTrailingZeros(left)]++;
        }
    }

    void add(int column, Rule rule) {
        add(column, rule.bit());
    }

    StandardisationReport report() {
        List<RuleCount> found = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            for (int r = 0; r < RULES.length; r++) {
                if (counts[c][r] > 0) {
                    found.add(new RuleCount(mapping.columns().get(c).name(), RULES[r], counts[c][r]));
                }
            }
        }
        return new StandardisationReport(rows, found);
    }
}
