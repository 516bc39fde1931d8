package org.concordat.disclosure.microdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the values of one column become coarser, step by step: age 34, then 30 to 39, then any. The value as it stands is level
 * 0; after the last step given, every column has one more level, on which nothing is told.
 */
public final class Generalisation {
    /** What stands in a column of which nothing is told any more. */
    public static final String NOTHING = "*";

    private final String column;
    private final List<Map<String, String>> steps;

    /**
     * @param column its name
     * @param steps for each level above the first, what each value of level 0 becomes; may be empty. Values that share one
     *     label must share one on every later level too
     */
    public Generalisation(String column, List<Map<String, String>> steps) {
        this.column = column;
        this.steps = steps.stream().map(Map::copyOf).toList();
        for (int level = 1; level < this.steps.size(); level++) {
            requireNested(this.steps.get(level - 1), this.steps.get(level), level);
        }
    }

    private void requireNested(Map<String, String> finer, Map<String, String> coarser, int level) {
        if (!finer.keySet().equals(coarser.keySet())) {
            throw new IllegalArgumentException("every level of \"" + column + "\" names the same values, but level "
                    + level + " and level " + (level + 1) + " do not");
        }
        Map<String, String> above = new HashMap<>();
        finer.forEach((value, label) -> {
            String other = above.putIfAbsent(label, coarser.get(value));
            if (other != null && !other.equals(coarser.get(value))) {
                throw new IllegalArgumentException("values of \"" + column + "\" that are alike on level " + level
                        + " are alike on level " + (level + 1) + ", but two of \"" + label + "\" are not");
            }
        });
    }

    /** The column's name. */
    public String column() {
        return column;
    }

    /** The level on which nothing is told. */
    public int top() {
        return steps.size() + 1;
    }

    /** What a value is on a level. */
    public String label(String value, int level) {
        if (level < 0 || level > top()) {
            throw new IllegalArgumentException(
                    "levels of \"" + column + "\" go from 0 to " + top() + ", given " + level);
        }
        if (level == 0) {
            return value;
        }
        if (level == top()) {
            return NOTHING;
        }
        String label = steps.get(level - 1).get(value);
        if (label == null) {
            throw new IllegalArgumentException("a value of \"" + column + "\" is not among those that its levels name");
        }
        return label;
    }
}
