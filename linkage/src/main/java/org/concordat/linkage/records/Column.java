package org.concordat.linkage.records;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Gives out codes while records are read. */
    static final class Builder {
        private final Attribute attribute;
        private final Map<String, Integer> known = new HashMap<>();
        private int[] codes = new int[1024];
        private String[] values = new String[256];
        private int[] counts = new int[256];

        Builder(Attribute attribute) {
            this.attribute = attribute;
            values[0] = "";
        }

        void set(int record, @Nullable String value) {
            if (record >= codes.length) {
                codes = Arrays.copyOf(codes, codes.length + (codes.length >> 1));
            }
            if (value == null || value.isEmpty()) {
                codes[record] = 0;
                return;
            }
            Integer code = known.get(value);
            if (code == null) {
                code = known.size() + 1;
                known.put(value, code);
                if (code >= values.length) {
                    values = Arrays.copyOf(values, values.length * 2);
                    counts = Arrays.copyOf(counts, counts.length * 2);
                }
                values[code] = value;
            }
            codes[record] = code;
            counts[code]++;
        }

        Column build(int records) {
            int distinct = known.size() + 1;
            known.clear();
            return new Column(
                    attribute,
                    Arrays.copyOf(codes, records),
                    Arrays.copyOf(values, distinct),
                    Arrays.copyOf(counts, distinct));
        }
    }
}
