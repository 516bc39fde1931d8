package org.concordat.linkage.clustering;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.concordat.linkage.scoring.Links;

/**
 * Weighs every link again in the light of the other records of the two persons: if they are one, those records agree
 * with both.
 *
 * <p>The new weight is a fixed mixture of the pair's own evidence, the mean evidence between either record and the
 * other's other records (cut off at twelve bits), and how many comparisons the pair allowed: pairs across one person's
 * records share that person's errors, so their evidence cannot simply be added, and the more was compared, the more an
 * in-between weight speaks against. A pair whose records stand alone keeps its own weight. The constants are those of a
 * logistic regression on four made-up towns (seeds 7 and 8, with all and with few columns), rounded; no file that we
 * publish figures for took part.
 */
public final class Corroboration {
    private static final double OWN = .25;
    private static final double OTHERS = .85;
    private static final double OTHERS_A_COMPARISON = -.07;
    private static final double A_COMPARISON = -.56;
    private static final double CONSTANT = 3.1;
    private static final int LEAST_COMPARED = 2;
    private static final int MOST_COMPARED = 9;
    private static final double LEAST_OWN_BITS = -7;
    private static final double MOST_BITS = 12;
    /** Other records looked at on either side. */
    private static final int MOST_OTHERS = 4;
    /** Links of one person that are stronger than this are certain enough either way. */
    private static final double CERTAIN_BITS = 10;

    private static final int PART = 20_000;

    private final int[] persons;
    private final int[] starts;
    private final int[] members;

    /** Compares any two records. */
    public interface Evidence extends Clustering.PairEvidence {
        /** How many comparisons of the pair have values on both sides. */
        int compared(int left, int right);
    }

    /** @param persons for each record the first record of its person */
    public Corroboration(int[] persons) {
        this.persons = persons.clone();
        int n = persons.length;
        starts = new int[n + 1];
        for (int person : persons) {
            starts[person + 1]++;
        }
        for (int r = 0; r < n; r++) {
            starts[r + 1] += starts[r];
        }
        members = new int[n];
        int[] next = starts.clone();
        for (int r = 0; r < n; r++) {
            members[next[persons[r]]++] = r;
        }
    }

    /** The links with their new weights; those that fall under the least are left out. */
    public Links weigh(Links links, double leastBits, Supplier<? extends Evidence> evidences) {
        int parts = (links.size() + PART - 1) / PART;
        float[] bits = new float[links.size()];
        IntStream.range(0, parts).parallel().forEach(part -> {
            Evidence evidence = evidences.get();
            for (int l = part * PART; l < Math.min(links.size(), (part + 1) * PART); l++) {
                bits[l] = (float) bits(links.left(l), links.right(l), links.bits(l), evidence);
            }
        });
        Links weighed = new Links(links.size());
        for (int l = 0; l < bits.length; l++) {
            if (bits[l] >= leastBits) {
                weighed.add(links.left(l), links.right(l), bits[l]);
            }
        }
        return weighed;
    }

    /** The new weight of one pair. */
    public double bits(int left, int right, double own, Evidence evidence) {
        if (own >= CERTAIN_BITS && persons[left] == persons[right]) {
            return own;
        }
        double sum = 0;
        int count = 0;
        for (int side = 0; side < 2; side++) {
            int person = persons[side == 0 ? left : right];
            int other = side == 0 ? right : left;
            int seen = 0;
            for (int at = starts[person]; at < starts[person + 1] && seen < MOST_OTHERS; at++) {
                int record = members[at];
                if (record != left && record != right) {
                    sum += Math.clamp(evidence.bits(record, other), -MOST_BITS, MOST_BITS);
                    count++;
                    seen++;
                }
            }
        }
        if (count == 0) {
            return own;
        }
        int compared = Math.clamp(evidence.compared(left, right), LEAST_COMPARED, MOST_COMPARED);
        return OWN * Math.clamp(own, LEAST_OWN_BITS, CERTAIN_BITS)
                + (OTHERS + OTHERS_A_COMPARISON * compared) * sum / count
                + A_COMPARISON * compared
                + CONSTANT;
    }
}
