package org.concordat.files;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the values of one column became. Each value has one slot, and a newcomer takes it: memory is bounded,
 * and a column of all different values costs no more than not remembering.
 */
final class ValueCache<T> {

    private final @Nullable String[] keys;
    private final @Nullable Object[] answers;
    private final Function<String, T> rule;
    private final int mask;

    ValueCache(int slots, Function<String, T> rule) {
        int size = Integer.highestOneBit(Math.max(1, slots - 1)) << 1;
        this.keys = new @Nullable String[size];
        this.answers = new @Nullable Object[size];
        this.rule = rule;
        this.mask = size - 1;
    }

    @SuppressWarnings("unchecked") // only answers of the rule, all of type T, are ever put in
    T get(String value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 15)) & mask;
        if (value.equals(keys[slot])) {
            Object known = answers[slot];
            if (known != null) {
                return (T) known;
            }
        }
        T answer = rule.apply(value);
        keys[slot] = value;
        answers[slot] = answer;
        return answer;
    }
}
