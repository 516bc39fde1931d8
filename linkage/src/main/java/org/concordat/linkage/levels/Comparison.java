package org.concordat.linkage.levels;

import java.util.List;
import java.util.function.Supplier;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.records.Column;
import org.jspecify.annotations.Nullable;

/**
 * One aspect in which two records are compared, with its levels of agreement from strongest to weakest.
 *
 * @param name how reports and model files call it, {@code given name}
 * @param attribute the column that it mainly looks at
 * @param levels what each level from 1 on means, in plain words; the last is always difference
 * @param scope whether members of one household share it
 * @param terms the column whose value frequencies adjust the weight of agreement, if any
 * @param termSlot the slot of {@link Rows} that holds the code in {@code terms}; -1 without terms
 * @param similarLevels how many of the leading levels are agreements or near agreements on that value, so that its
 *     frequency matters
 * @param comparers makes the comparer for one thread
 */
public record Comparison(
        String name,
        Attribute attribute,
        List<String> levels,
        Scope scope,
        @Nullable Column terms,
        int termSlot,
        int similarLevels,
        Supplier<Comparer> comparers) {

    /** Who shares a value. */
    public enum Scope {
        /** One person's own: a given name, a date of birth, a person number. */
        PERSON,
        /** Shared in a household: a surname, an address, a telephone. */
        HOUSEHOLD
    }

    /** How many levels there are, missing not counted. */
    public int levelCount() {
        return levels.size();
    }

    @Override
    public String toString() {
        return name;
    }
}
