package org.concordat.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.scoring.Links;
import org.jspecify.annotations.Nullable;

/**
 * Joins records to persons, strongest link first. Two groups become one when the mean evidence over all pairs across
 * them speaks for it (average linkage), so that chains do not run together.
 */
public final class Clustering {
    /** How much mean evidence two groups need, in bits: a little against is outweighed by the link itself. */
    public static final double LEAST_MEAN_BITS = -2;

    /** Beyond this many pairs across two groups an even selection is looked at. */
    private static final int MOST_PAIRS = 400;
    /** Evidence beyond these bits is cut off: one pair alone shall not decide for a whole group. */
    private static final double MOST_BITS = 12;

    private static final double LEAST_BITS = -12;

    private final double leastLinkBits;
    private final double leastMeanBits;
    private final PairEvidence evidence;
    private final SourceOf sourceOf;
    private final boolean[] cleanSources;

    private int[] parents = {};
    private int[] @Nullable [] members = {};
    private final List<Bridge> bridges = new ArrayList<>();
    private final Merges.Builder merges = new Merges.Builder();
    private Merges joined = Merges.NONE;

    /** How strong the evidence for a pair of records is, in bits. */
    @FunctionalInterface
    public interface PairEvidence {
        double bits(int left, int right);
    }

    /** Which source a record came from. */
    @FunctionalInterface
    public interface SourceOf {
        int source(int record);
    }

    /**
     * A link that was strong enough on its own, but did not join its two groups.
     *
     * @param left a record of one group
     * @param right a record of the other
     * @param bits the link's weight
     * @param meanBits the mean weight over all pairs across the groups
     * @param sameSource whether it was refused because both groups hold a record of a source that has each person once
     */
    public record Bridge(int left, int right, double bits, double meanBits, boolean sameSource) {}

    /**
     * @param leastLinkBits a link with less does not join anything
     * @param leastMeanBits the least mean weight across two groups
     * @param cleanSources which sources hold each person once
     */
    public Clustering(
            double leastLinkBits,
            double leastMeanBits,
            PairEvidence evidence,
            SourceOf sourceOf,
            boolean[] cleanSources) {
        this.leastLinkBits = leastLinkBits;
        this.leastMeanBits = leastMeanBits;
        this.evidence = evidence;
        this.sourceOf = sourceOf;
        this.cleanSources = cleanSources.clone();
    }

    /** Joins the records; returns for each record the first record of its person. */
    public int[] run(int records, Links links) {
        parents = new int[records];
        members = new int[records][];
        for (int r = 0; r < records; r++) {
            parents[r] = r;
        }
        Links ordered = strongestFirst(links);
        for (int link = 0; link < ordered.size(); link++) {
            int a = root(ordered.left(link));
            int b = root(ordered.right(link));
            if (a != b) {
                consider(a, b, ordered, link);
            }
        }
        int[] persons = new int[records];
        for (int r = 0; r < records; r++) {
            persons[r] = root(r);
        }
        joined = merges.build(persons);
        return persons;
    }

    /** The links that joined groups, in the order in which they did. */
    public Merges merges() {
        return joined;
    }

    /** The links that were refused although strong enough, strongest first. */
    public List<Bridge> bridges() {
        return List.copyOf(bridges);
    }

    /**
     * The links that are strong enough, strongest first. Links of equal weight stand in the order of their records: in
     * which order they were found, and by which rules, must not decide who is one person.
     */
    private Links strongestFirst(Links links) {
        long[] keyed = new long[links.size()];
        int kept = 0;
        for (int l = 0; l < links.size(); l++) {
            if (links.bits(l) >= leastLinkBits) {
                keyed[kept++] = (long) ascending(-(float) links.bits(l)) << 32 | l;
            }
        }
        Arrays.parallelSort(keyed, 0, kept);
        long[] pairs = new long[kept];
        Links ordered = new Links(kept);
        for (int from = 0; from < kept; ) {
            int to = from;
            for (; to < kept && keyed[to] >> 32 == keyed[from] >> 32; to++) {
                int link = (int) keyed[to];
                pairs[to] = (long) links.left(link) << 32 | links.right(link);
            }
            Arrays.sort(pairs, from, to);
            double bits = links.bits((int) keyed[from]);
            for (; from < to; from++) {
                ordered.add((int) (pairs[from] >> 32), (int) pairs[from], bits);
            }
        }
        return ordered;
    }

    /** A whole number that is larger for a larger number, whatever its sign. */
    private static int ascending(float number) {
        int pattern = Float.floatToIntBits(number);
        return pattern ^ (pattern >> 31 & Integer.MAX_VALUE);
    }

    private int root(int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private int[] membersOf(int root) {
        int[] known = members[root];
        return known == null ? new int[] {root} : known;
    }

    private void consider(int a, int b, Links links, int link) {
        int[] left = membersOf(a);
        int[] right = membersOf(b);
        if (sharesCleanSource(left, right)) {
            bridges.add(new Bridge(links.left(link), links.right(link), links.bits(link), Double.NaN, true));
            return;
        }
        double mean = left.length == 1 && right.length == 1 ? links.bits(link) : meanBits(left, right);
        if (mean < leastMeanBits) {
            bridges.add(new Bridge(links.left(link), links.right(link), links.bits(link), mean, false));
            return;
        }
        merges.add(links.left(link), links.right(link), links.bits(link), mean);
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        int[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        parents[second] = first;
        members[first] = joined;
        members[second] = null;
    }

    private boolean sharesCleanSource(int[] left, int[] right) {
        for (int a : left) {
            int source = sourceOf.source(a);
            if (cleanSources[source]) {
                for (int b : right) {
                    if (sourceOf.source(b) == source) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private double meanBits(int[] left, int[] right) {
        long all = (long) left.length * right.length;
        // A step that shared a divisor with the right group's size would always meet the same few of its members.
        long step = Math.max(1, all / MOST_PAIRS);
        while (commonDivisor(step, right.length) > 1) {
            step++;
        }
        double sum = 0;
        int count = 0;
        for (long p = 0; p < all; p += step) {
            double bits = evidence.bits(left[(int) (p / right.length)], right[(int) (p % right.length)]);
            sum += Math.clamp(bits, LEAST_BITS, MOST_BITS);
            count++;
        }
        return sum / count;
    }

    private static long commonDivisor(long one, long other) {
        return other == 0 ? one : commonDivisor(other, one % other);
    }
}
