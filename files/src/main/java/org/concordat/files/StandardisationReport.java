package org.concordat.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.files.values.Rule;

/**
 * What standardising did to one source: numbers only, never a value.
 *
 * @param rows how many rows were standardised
 * @param counts how often each rule was applied in each column, in the file's order
 */
public record StandardisationReport(long rows, List<RuleCount> counts) {

    /**
     * How often one rule was applied in one column.
     *
     * @param column the column's name
     * @param rule which carries its code and sentence
     * @param count how many values, at least 1
     */
    public record RuleCount(String column, Rule rule, long count) {}

    /** Keeps its own copy. */
    public StandardisationReport {
        counts = List.copyOf(counts);
    }

    /** How often each rule was applied in all columns together. */
    public Map<Rule, Long> byRule() {
        Map<Rule, Long> totals = new EnumMap<>(Rule.class);
        for (RuleCount count : counts) {
            totals.merge(count.rule(), count.count(), Long::sum);
        }
        return totals;
    }

    /** How many values rules of one effect touched; a value touched by two rules counts twice. */
    public long total(Rule.Effect effect) {
        return counts.stream()
                .filter(count -> count.rule().effect() == effect)
                .mapToLong(RuleCount::count)
                .sum();
    }

    /** This report and another of the same source added up, for work done in several threads. */
    public StandardisationReport plus(StandardisationReport other) {
        Map<String, Map<Rule, Long>> sums = new LinkedHashMap<>();
        for (List<RuleCount> half : List.of(counts, other.counts)) {
            for (RuleCount count : half) {
                sums.computeIfAbsent(count.column(), column -> new EnumMap<>(Rule.class))
                        .merge(count.rule(), count.count(), Long::sum);
            }
        }
        List<RuleCount> merged = new ArrayList<>();
        sums.forEach((column, rules) -> rules.forEach((rule, count) -> merged.add(new RuleCount(column, rule, count))));
        return new StandardisationReport(rows + other.rows, merged);
    }
}
