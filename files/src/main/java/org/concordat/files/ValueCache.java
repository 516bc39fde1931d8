package org.concordat.files;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the values of one column became. Each value has one slot, and a newcomer takes it: memory is bounded. A
 * column whose values hardly ever repeat stops remembering for a while, since looking would cost more than it saves.
 */
final class ValueCache<T> {

    private static final int TRIAL = 1 << 13;
    private static final int REST = 1 << 17;

    private final int[] hashes;
    private final @Nullable String[] keys;
    private final @Nullable Object[] answers;
    private final Function<String, T> rule;
    private final int mask;
    private int asked;
    private int known;
    private int resting;

    ValueCache(int slots, Function<String, T> rule) {
        int size = Integer.highestOneBit(Math.max(1, slots - 1)) << 1;
        this.hashes = new int[size];
        this.keys = new @Nullable String[size];
        this.answers = new @Nullable Object[size];
        this.rule = rule;
        this.mask = size - 1;
    }

    @SuppressWarnings("unchecked") // only answers of the rule, all of type T, are ever put in
    T get(String value) {
        if (resting > 0) {
            resting--;
            return rule.apply(value);
        }
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 15)) & mask;
        asked++;
        if (hashes[slot] == hash && value.equals(keys[slot])) {
            Object answer = answers[slot];
            if (answer != null) {
                known++;
                return (T) answer;
            }
        }
        T answer = rule.apply(value);
        hashes[slot] = hash;
        keys[slot] = value;
        answers[slot] = answer;
        if (asked == TRIAL) {
            resting = known < TRIAL / 10 ? REST : 0;
            asked = 0;
            known = 0;
        }
        return answer;
    }
}
