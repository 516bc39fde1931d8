package org.concordat.linkage.blocking;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.linkage.records.Records;

/**
 * The records of each rule in groups that share its key, ready to be paired.
 *
 * <p>Values shared by more records than a rule allows are left out of it, so that no later rule takes their pairs for
 * found.
 */
public final class Blocks {
    private final int rules;
    /** Record by record, each rule's key; 0 where the record is in no group of the rule. */
    private final int[] keys;

    private final long[] pairs;
    private final int[] tooCommonValues;
    private final int[] tooCommonRecords;
    private final int size;

    /** Works out the keys of every record under every rule. */
    public Blocks(Records records, List<BlockingRule> plan) {
        rules = plan.size();
        size = records.size();
        if ((long) size * rules > Integer.MAX_VALUE - 16) {
            throw new org.concordat.linkage.LinkageException(
                    "LINK-TOO-MANY-RECORDS",
                    size + " records under " + rules + " rules do not fit one machine's array. Allow fewer rules.");
        }
        keys = new int[size * rules];
        pairs = new long[rules];
        tooCommonValues = new int[rules];
        tooCommonRecords = new int[rules];
        IntStream.range(0, rules).parallel().forEach(rule -> fill(plan.get(rule), rule));
    }

    private void fill(BlockingRule rule, int number) {
        for (int r = 0, at = number; r < size; r++, at += rules) {
            keys[at] = rule.of(r);
        }
        Groups groups = groups(number);
        for (int g = 0; g < groups.count(); g++) {
            int start = groups.start(g);
            int end = groups.end(g);
            long members = (long) end - start;
            if (members > rule.mostSharing()) {
                tooCommonValues[number]++;
                tooCommonRecords[number] += (int) members;
                for (int at = start; at < end; at++) {
                    keys[groups.record(at) * rules + number] = 0;
                }
            } else {
                pairs[number] += members * (members - 1) / 2;
            }
        }
    }

    /** How many rules there are. */
    public int rules() {
        return rules;
    }

    /** How many pairs a rule brings together, those of earlier rules included. */
    public long pairs(int rule) {
        return pairs[rule];
    }

    /** How many values were too common for the rule. */
    public int tooCommonValues(int rule) {
        return tooCommonValues[rule];
    }

    /** How many records had such a value. */
    public int tooCommonRecords(int rule) {
        return tooCommonRecords[rule];
    }

    /** The key of a record under a rule; 0 for none. */
    public int key(int record, int rule) {
        return keys[record * rules + rule];
    }

    /** Copies a record's keys under the rules before this one to an array. */
    public void copyKeysBefore(int rule, int record, int[] target, int offset) {
        System.arraycopy(keys, record * rules, target, offset, rule);
    }

    /** Whether an earlier rule than this one finds the pair, given both records' keys. */
    public static boolean foundBefore(int[] one, int oneAt, int[] other, int otherAt, int rule) {
        for (int k = 0; k < rule; k++) {
            int key = one[oneAt + k];
            if (key != 0 && key == other[otherAt + k]) {
                return true;
            }
        }
        return false;
    }

    /** The groups of one rule with two records or more, ordered by key, records in order within. */
    public Groups groups(int rule) {
        int[] sortedKeys = new int[size];
        int[] sorted = new int[size];
        int filled = 0;
        for (int r = 0, at = rule; r < size; r++, at += rules) {
            int key = keys[at];
            if (key != 0) {
                sortedKeys[filled] = key;
                sorted[filled++] = r;
            }
        }
        RadixSort.sort(sortedKeys, sorted, filled);
        int[] starts = new int[filled / 2 + 1];
        int[] ends = new int[filled / 2 + 1];
        int groups = 0;
        int kept = 0;
        for (int from = 0; from < filled; ) {
            int to = from + 1;
            while (to < filled && sortedKeys[to] == sortedKeys[from]) {
                to++;
            }
            if (to - from > 1) {
                starts[groups] = kept;
                System.arraycopy(sorted, from, sorted, kept, to - from);
                kept += to - from;
                ends[groups++] = kept;
            }
            from = to;
        }
        return new Groups(sorted, starts, ends, groups);
    }

    /** Groups of records that share a key. */
    public static final class Groups {
        private final int[] records;
        private final int[] starts;
        private final int[] ends;
        private final int count;

        private Groups(int[] records, int[] starts, int[] ends, int count) {
            this.records = records;
            this.starts = starts;
            this.ends = ends;
            this.count = count;
        }

        public int count() {
            return count;
        }

        /** Where a group begins among {@link #record}. */
        public int start(int group) {
            return starts[group];
        }

        /** Where a group ends. */
        public int end(int group) {
            return ends[group];
        }

        public int record(int at) {
            return records[at];
        }
    }
}
