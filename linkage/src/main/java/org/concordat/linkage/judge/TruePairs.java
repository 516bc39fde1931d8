package org.concordat.linkage.judge;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The pairs of records that truly are one person, counted without making a list of them.
 *
 * <p>Labels below 0 mean that a record's person is not known; it is in no pair.
 */
public final class TruePairs {
    /** Beyond this many true pairs an even selection is looked at. */
    private static final long MOST_TRIED = 5_000_000;

    private TruePairs() {}

    /** Whether a pair of records has a property, such as being brought together by a rule. */
    @FunctionalInterface
    public interface PairTest {
        boolean test(int left, int right);
    }

    /** How many pairs of records have the same label. */
    public static long count(int[] truth) {
        int[] sorted = Arrays.stream(truth).filter(label -> label >= 0).sorted().toArray();
        long pairs = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            pairs += pairs(to - from);
            from = to;
        }
        return pairs;
    }

    private static long pairs(long members) {
        return members * (members - 1) / 2;
    }

    /** How the pairs within the persons that were made compare with the true pairs. */
    static Quality within(int[] truth, IntUnaryOperator personOf, long truePairs) {
        long[] keyed = IntStream.range(0, truth.length)
                .filter(r -> truth[r] >= 0)
                .mapToLong(r -> (long) personOf.applyAsInt(r) << 32 | truth[r])
                .sorted()
                .toArray();
        long right = 0;
        long found = 0;
        for (int from = 0; from < keyed.length; ) {
            int person = from;
            int label = from;
            while (person < keyed.length && keyed[person] >> 32 == keyed[from] >> 32) {
                if (keyed[person] != keyed[label]) {
                    right += pairs(person - label);
                    label = person;
                }
                person++;
            }
            right += pairs(person - label);
            found += pairs(person - from);
            from = person;
        }
        return new Quality(right, found - right, truePairs - right);
    }

    /**
     * The share of true pairs that pass a test, from 0 to 1; 1 where there are none. Given {@link
     * org.concordat.linkage.Linkage#isCandidate}, the share of matches that blocking let through to comparison. Of more
     * than five million true pairs an even selection is looked at.
     */
    public static double share(int[] truth, PairTest test) {
        long all = count(truth);
        if (all == 0) {
            return 1;
        }
        long step = (all + MOST_TRIED - 1) / MOST_TRIED;
        long[] keyed = IntStream.range(0, truth.length)
                .filter(r -> truth[r] >= 0)
                .mapToLong(r -> (long) truth[r] << 32 | r)
                .sorted()
                .toArray();
        long number = 0;
        long tried = 0;
        long passed = 0;
        for (int a = 0; a < keyed.length; a++) {
            for (int b = a + 1; b < keyed.length && keyed[a] >> 32 == keyed[b] >> 32; b++) {
                if (number++ % step == 0) {
                    tried++;
                    passed += test.test((int) keyed[a], (int) keyed[b]) ? 1 : 0;
                }
            }
        }
        return (double) passed / tried;
    }
}
