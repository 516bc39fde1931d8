package org.concordat.linkage.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.jspecify.annotations.Nullable;

/**
 * How a linkage compares with a known truth: precision and recall of links at every threshold, how far probabilities
 * can be believed, and precision and recall of the persons that were made.
 *
 * <p>All pairs of records with the same label are true, within a source and across. Records without a label are left
 * out, and so are pairs with one.
 *
 * @param truePairs how many pairs of records are true, found or not
 * @param curve precision and recall over thresholds from the highest weight to the lowest, thinned to about {@value
 *     #MOST_POINTS} points; empty without links
 * @param best the threshold with the highest F1, the highest weight of these; {@code null} without links
 * @param tenths for each tenth of probability with links how many of them are true
 * @param persons pairs of records within the persons that clustering made
 */
public record TruthScore(
        long truePairs, List<Point> curve, @Nullable Point best, List<Tenth> tenths, Quality persons, List<Point> at) {
    /** The most points that {@link #curve} has, best and last aside. */
    public static final int MOST_POINTS = 200;

    private static final double[] PROBABILITIES = {.5, .95, .99};

    /**
     * Links of at least one weight.
     *
     * @param bits the least weight
     * @param probability the least probability
     */
    public record Point(double bits, double probability, Quality quality) {}

    /**
     * Links of one tenth of probability.
     *
     * @param from where the tenth begins, 0 to .9; the last includes 1
     * @param pairs how many links there are
     * @param meanProbability their mean probability
     * @param observed the share of them that is true: near the mean probability where probabilities can be believed
     */
    public record Tenth(double from, int pairs, double meanProbability, double observed) {}

    public TruthScore {
        curve = List.copyOf(curve);
        tenths = List.copyOf(tenths);
        at = List.copyOf(at);
    }

    /** @param truth for each record the number of its true person; below 0 where that is not known */
    public static TruthScore of(int[] truth, Linkage linkage) {
        if (truth.length != linkage.records().size()) {
            throw new IllegalArgumentException("truth: expected one label for each of "
                    + linkage.records().size() + " records, given " + truth.length);
        }
        return of(truth, linkage.links(), linkage::person);
    }

    /**
     * @param truth for each record the number of its true person; below 0 where that is not known
     * @param personOf the person that was made of a record
     */
    public static TruthScore of(int[] truth, Links links, IntUnaryOperator personOf) {
        Judged judged = Judged.of(truth, links);
        long truePairs = TruePairs.count(truth);
        List<Point> at = Arrays.stream(PROBABILITIES)
                .mapToObj(p -> judged.point(judged.atLeast(p), p, truePairs))
                .toList();
        return new TruthScore(
                truePairs,
                judged.curve(truePairs),
                judged.best(truePairs),
                judged.tenths(),
                TruePairs.within(truth, personOf, truePairs),
                at);
    }

    /** Links at the threshold of a probability. */
    private static final class Judged {
        /** Weights from highest to lowest, and of so many links how many are true. */
        private final double[] bits;

        private final int[] rightUpTo;

        private Judged(double[] bits, int[] rightUpTo) {
            this.bits = bits;
            this.rightUpTo = rightUpTo;
        }

        static Judged of(int[] truth, Links links) {
            long[] keyed = new long[links.size()];
            int size = 0;
            for (int l = 0; l < links.size(); l++) {
                int left = truth[links.left(l)];
                int right = truth[links.right(l)];
                if (left >= 0 && right >= 0) {
                    // Descending weights in the upper half, truth in the last bit.
                    keyed[size++] = (long) ascending((float) -links.bits(l)) << 32 | (left == right ? 1 : 0);
                }
            }
            Arrays.parallelSort(keyed, 0, size);
            double[] bits = new double[size];
            int[] rightUpTo = new int[size + 1];
            for (int l = 0; l < size; l++) {
                bits[l] = -number((int) (keyed[l] >> 32));
                rightUpTo[l + 1] = rightUpTo[l] + (int) (keyed[l] & 1);
            }
            return new Judged(bits, rightUpTo);
        }

        /** An integer that stands in the same order as the number. */
        private static int ascending(float number) {
            int raw = Float.floatToIntBits(number);
            return raw < 0 ? raw ^ 0x7fffffff : raw;
        }

        private static float number(int ascending) {
            return Float.intBitsToFloat(ascending < 0 ? ascending ^ 0x7fffffff : ascending);
        }

        private double probability(int link) {
            return PairScorer.probability(bits[link]);
        }

        /** How many links have at least this probability. */
        int atLeast(double probability) {
            int low = 0;
            int high = bits.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (probability(middle) >= probability) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private Quality quality(int found, long truePairs) {
            return new Quality(rightUpTo[found], found - rightUpTo[found], truePairs - rightUpTo[found]);
        }

        Point point(int found, double probability, long truePairs) {
            double least = Math.log(probability / (1 - probability)) / Math.log(2);
            return new Point(least, probability, quality(found, truePairs));
        }

        private Point point(int found, long truePairs) {
            return new Point(bits[found - 1], probability(found - 1), quality(found, truePairs));
        }

        /** Links of equal weight are taken together: no threshold lies between them. */
        private boolean isThreshold(int found) {
            return found == bits.length || bits[found] != bits[found - 1];
        }

        @Nullable Point best(long truePairs) {
            int best = 0;
            for (int found = 1; found <= bits.length; found++) {
                if (isThreshold(found)
                        && (best == 0
                                || quality(found, truePairs).f1()
                                        > quality(best, truePairs).f1())) {
                    best = found;
                }
            }
            return best == 0 ? null : point(best, truePairs);
        }

        List<Point> curve(long truePairs) {
            Point best = best(truePairs);
            List<Point> points = new ArrayList<>();
            long shown = -1;
            for (int found = 1; found <= bits.length; found++) {
                long step = (long) found * MOST_POINTS / bits.length;
                if (isThreshold(found)
                        && (step > shown || found == bits.length || best != null && best.bits == bits[found - 1])) {
                    points.add(point(found, truePairs));
                    shown = step;
                }
            }
            return points;
        }

        List<Tenth> tenths() {
            int[] pairs = new int[10];
            int[] right = new int[10];
            double[] sums = new double[10];
            for (int l = 0; l < bits.length; l++) {
                double probability = probability(l);
                int tenth = 9;
                while (tenth > 0 && probability < tenth / 10.0) {
                    tenth--;
                }
                pairs[tenth]++;
                right[tenth] += rightUpTo[l + 1] - rightUpTo[l];
                sums[tenth] += probability;
            }
            List<Tenth> tenths = new ArrayList<>();
            for (int t = 0; t < 10; t++) {
                if (pairs[t] > 0) {
                    tenths.add(new Tenth(t / 10.0, pairs[t], sums[t] / pairs[t], (double) right[t] / pairs[t]));
                }
            }
            return tenths;
        }
    }
}
