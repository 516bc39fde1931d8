package org.concordat.linkage.blocking;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.records.Records;

/**
 * A random sample of records, each with every record that shares a value with it that is not too common: nearly all the matches
 * of the sampled records, found without the rules that are still to be chosen.
 *
 * <p>A record is paired with each other once; a pair of two sampled records stands with the first of them. When the
 * files are small enough, every record is sampled and every pair taken.
 */
public final class Probe {
    private final int[] lefts;
    private final int[] rights;
    private final int size;
    private final boolean[] sampled;
    private final boolean complete;

    private Probe(int[] lefts, int[] rights, int size, boolean[] sampled, boolean complete) {
        this.lefts = lefts;
        this.rights = rights;
        this.size = size;
        this.sampled = sampled;
        this.complete = complete;
    }

    /**
     * Draws a sample.
     *
     * @param mostPairs about how many pairs to take at most
     * @param mostRecords how many records to sample at most
     */
    public static Probe draw(
            Records records, List<BlockingKey> keys, int mostPairs, int mostRecords, SplittableRandom random) {
        int n = records.size();
        if ((long) n * (n - 1) / 2 <= mostPairs) {
            return all(n);
        }
        int[] order = shuffledStart(n, Math.min(n, mostRecords), random);
        Gatherer gatherer = new Gatherer(records.size(), keys, order);
        return gatherer.gather(mostPairs);
    }

    private static Probe all(int n) {
        int pairs = n * (n - 1) / 2;
        int[] lefts = new int[pairs];
        int[] rights = new int[pairs];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                lefts[at] = i;
                rights[at++] = j;
            }
        }
        boolean[] sampled = new boolean[n];
        Arrays.fill(sampled, true);
        return new Probe(lefts, rights, pairs, sampled, true);
    }

    private static int[] shuffledStart(int n, int count, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(n - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return Arrays.copyOf(order, count);
    }

    public int size() {
        return size;
    }

    public int left(int pair) {
        return lefts[pair];
    }

    public int right(int pair) {
        return rights[pair];
    }

    /** Whether the record was sampled. */
    public boolean isSampled(int record) {
        return sampled[record];
    }

    /** Whether every pair of all records is here. */
    public boolean isComplete() {
        return complete;
    }

    /** Finds who shares a sharp key with the sampled records, without an index of all records. */
    private static final class Gatherer {
        /** How many records may share a value of a sharp key for it to lead to candidates. */
        private static final int MOST_SHARING_SHARP = 1_000;

        /** The same for other keys. */
        private static final int MOST_SHARING = 100;

        private final int n;
        private final int[] order;
        private final List<Lists> lists;

        Gatherer(int n, List<BlockingKey> keys, int[] order) {
            this.n = n;
            this.order = order;
            this.lists = keys.parallelStream()
                    .map(key -> Lists.of(key, n, order, key.isSharp() ? MOST_SHARING_SHARP : MOST_SHARING))
                    .toList();
        }

        Probe gather(int mostPairs) {
            int[] lefts = new int[1 << 16];
            int[] rights = new int[1 << 16];
            int size = 0;
            boolean[] sampled = new boolean[n];
            int[] seen = new int[n];
            Arrays.fill(seen, -1);
            for (int left : order) {
                if (size >= mostPairs) {
                    break;
                }
                sampled[left] = true;
                seen[left] = left;
                for (Lists list : lists) {
                    int value = list.numberOf(left);
                    for (int at = list.start(value), end = list.end(value); at < end; at++) {
                        int right = list.members[at];
                        if (seen[right] == left || sampled[right]) {
                            continue;
                        }
                        seen[right] = left;
                        if (size == lefts.length) {
                            lefts = Arrays.copyOf(lefts, size * 2);
                            rights = Arrays.copyOf(rights, size * 2);
                        }
                        lefts[size] = left;
                        rights[size++] = right;
                    }
                }
            }
            return new Probe(lefts, rights, size, sampled, false);
        }

        /** For one key: the records that share each wanted value. */
        private static final class Lists {
            private final BlockingKey key;
            private final IntNumbers wanted;
            private final int[] starts;
            private final int[] members;

            private Lists(BlockingKey key, IntNumbers wanted, int[] starts, int[] members) {
                this.key = key;
                this.wanted = wanted;
                this.starts = starts;
                this.members = members;
            }

            static Lists of(BlockingKey key, int n, int[] order, int mostSharing) {
                IntNumbers wanted = new IntNumbers(order.length);
                for (int record : order) {
                    int value = key.of(record);
                    if (value != 0) {
                        wanted.add(value);
                    }
                }
                int[] counts = new int[wanted.size() + 1];
                for (int r = 0; r < n; r++) {
                    int number = wanted.numberOf(key.of(r));
                    if (number > 0) {
                        counts[number]++;
                    }
                }
                int[] starts = new int[counts.length + 1];
                for (int v = 1; v < counts.length; v++) {
                    starts[v + 1] = starts[v] + (counts[v] > mostSharing ? 0 : counts[v]);
                }
                int[] members = new int[starts[counts.length]];
                int[] next = starts.clone();
                for (int r = 0; r < n; r++) {
                    int number = wanted.numberOf(key.of(r));
                    if (number > 0 && counts[number] <= mostSharing) {
                        members[next[number]++] = r;
                    }
                }
                return new Lists(key, wanted, starts, members);
            }

            int numberOf(int record) {
                return wanted.numberOf(key.of(record));
            }

            int start(int number) {
                return number == 0 ? 0 : starts[number];
            }

            int end(int number) {
                return number == 0 ? 0 : starts[number + 1];
            }
        }
    }
}
