package org.concordat.linkage.records;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.concordat.linkage.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One standardised column of all records: a code for each record and the distinct values behind the codes.
 *
 * <p>Code 0 means missing; codes 1 to {@link #distinct} are given in order of first appearance.
 */
public final class Column {
    private final Attribute attribute;
    private final int[] codes;
    private final String[] values;
    private final int[] counts;
    private final int present;

    private Column(Attribute attribute, int[] codes, String[] values, int[] counts) {
        this.attribute = attribute;
        this.codes = codes;
        this.values = values;
        this.counts = counts;
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        this.present = sum;
    }

    public Attribute attribute() {
        return attribute;
    }

    /** The record's code, 0 when its value is missing. */
    public int code(int record) {
        return codes[record];
    }

    /** How many distinct values there are; codes run from 1 to this. */
    public int distinct() {
        return values.length - 1;
    }

    /** The value behind a code from 1 to {@link #distinct}. */
    public String value(int code) {
        return values[code];
    }

    /** The value behind every code; the first, of code 0, is empty. */
    public List<String> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** How many records have this value; 0 for code 0. */
    public int count(int code) {
        return counts[code];
    }

    /** How many records have any value. */
    public int present() {
        return present;
    }

    /**
     * Gives out codes while records are read. A table of its own instead of a {@link java.util.HashMap}: reading a
     * million records asks it some fifteen million times, and most of the time goes into waiting for memory.
     */
    static final class Builder {
        private final Attribute attribute;
        private int[] codes = new int[1024];
        private String[] values = new String[256];
        private int[] counts = new int[256];
        private int known;
        /** Open addressing, at most half full: hash in the upper half, code in the lower; 0 for free. */
        private long[] slots = new long[512];

        Builder(Attribute attribute) {
            this.attribute = attribute;
            values[0] = "";
        }

        void set(int record, @Nullable String value) {
            if (record >= codes.length) {
                codes = Arrays.copyOf(codes, codes.length + (codes.length >> 1));
            }
            int code = value == null ? 0 : codeOf(value);
            codes[record] = code;
            counts[code]++;
        }

        private int codeOf(String value) {
            int hash = mixed(value.hashCode());
            int mask = slots.length - 1;
            int at = hash & mask;
            for (long slot = slots[at]; slot != 0; slot = slots[at]) {
                if ((int) (slot >>> 32) == hash && values[(int) slot].equals(value)) {
                    return (int) slot;
                }
                at = (at + 1) & mask;
            }
            if (value.isEmpty()) {
                return 0;
            }
            int code = ++known;
            slots[at] = (long) hash << 32 | code;
            if (code >= values.length) {
                values = Arrays.copyOf(values, values.length * 2);
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
            values[code] = value;
            if (2 * known > slots.length) {
                grow();
            }
            return code;
        }

        // Java's hash leaves the last letters in the lowest bits; multiplying spreads all of them.
        private static int mixed(int hash) {
            int spread = hash * 0x9E3779B9;
            return spread ^ (spread >>> 16);
        }

        private void grow() {
            long[] old = slots;
            slots = new long[2 * old.length];
            int mask = slots.length - 1;
            for (long slot : old) {
                if (slot != 0) {
                    int at = (int) (slot >>> 32) & mask;
                    while (slots[at] != 0) {
                        at = (at + 1) & mask;
                    }
                    slots[at] = slot;
                }
            }
        }

        Column build(int records) {
            int distinct = known + 1;
            slots = new long[0];
            counts[0] = 0;
            return new Column(
                    attribute,
                    Arrays.copyOf(codes, records),
                    Arrays.copyOf(values, distinct),
                    Arrays.copyOf(counts, distinct));
        }
    }
}
