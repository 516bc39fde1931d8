package org.concordat.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
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
    /** Into so many shares the links are dealt, to be worked on side by side; the same for any number of threads. */
    private static final int SHARES = 64;

    private final double leastLinkBits;
    private final double leastMeanBits;
    private final Supplier<? extends PairEvidence> evidences;
    private final SourceOf sourceOf;
    private final boolean[] cleanSources;

    private DisjointSets groups = new DisjointSets(0);
    private int[] @Nullable [] members = {};
    private List<Bridge> bridges = List.of();
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
     * @param evidences gives each thread its own
     * @param cleanSources which sources hold each person once
     */
    public Clustering(
            double leastLinkBits,
            double leastMeanBits,
            Supplier<? extends PairEvidence> evidences,
            SourceOf sourceOf,
            boolean[] cleanSources) {
        this.leastLinkBits = leastLinkBits;
        this.leastMeanBits = leastMeanBits;
        this.evidences = evidences;
        this.sourceOf = sourceOf;
        this.cleanSources = cleanSources.clone();
    }

    /** Joins the records; returns for each record the first record of its person. */
    public int[] run(int records, Links links) {
        groups = new DisjointSets(records);
        members = new int[records][];
        Links ordered = strongestFirst(links);
        List<int[]> shares = shares(records, ordered);
        List<Share> done = shares.parallelStream()
                .map(share -> {
                    Share work = new Share(ordered);
                    work.run(share);
                    return work;
                })
                .toList();
        int[] persons = groups.firsts();
        Merges.Builder merges = new Merges.Builder();
        List<Bridge> refused = new ArrayList<>();
        for (Share share : done) {
            merges.addAll(share.merges);
            refused.addAll(share.bridges);
        }
        refused.sort(Comparator.comparingDouble((Bridge bridge) -> -bridge.bits())
                .thenComparingInt(Bridge::left)
                .thenComparingInt(Bridge::right));
        bridges = List.copyOf(refused);
        joined = merges.build(persons);
        return persons;
    }

    /** The links' numbers in shares that have no record in common, each share in the links' order. */
    private static List<int[]> shares(int records, Links links) {
        DisjointSets connected = new DisjointSets(records);
        for (int link = 0; link < links.size(); link++) {
            connected.join(links.left(link), links.right(link));
        }
        int[] sizes = new int[SHARES];
        byte[] shareOf = new byte[links.size()];
        for (int link = 0; link < links.size(); link++) {
            int share = connected.first(links.left(link)) % SHARES;
            shareOf[link] = (byte) share;
            sizes[share]++;
        }
        int[][] shares = new int[SHARES][];
        for (int share = 0; share < SHARES; share++) {
            shares[share] = new int[sizes[share]];
            sizes[share] = 0;
        }
        for (int link = 0; link < links.size(); link++) {
            int share = shareOf[link];
            shares[share][sizes[share]++] = link;
        }
        return List.of(shares);
    }

    /** The links that joined groups, in the order in which they did. */
    public Merges merges() {
        return joined;
    }

    /** The links that were refused although strong enough, strongest first. */
    public List<Bridge> bridges() {
        return bridges;
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

    /** Links that share no record with those of other shares, worked on by one thread. */
    private final class Share {
        private final Links links;
        private final PairEvidence evidence = evidences.get();
        private final Merges.Builder merges = new Merges.Builder();
        private final List<Bridge> bridges = new ArrayList<>();

        Share(Links links) {
            this.links = links;
        }

        void run(int[] numbers) {
            for (int link : numbers) {
                int a = groups.first(links.left(link));
                int b = groups.first(links.right(link));
                if (a != b) {
                    consider(a, b, link);
                }
            }
        }

        private int[] membersOf(int first) {
            int[] known = members[first];
            return known == null ? new int[] {first} : known;
        }

        private void consider(int a, int b, int link) {
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
            int[] both = Arrays.copyOf(left, left.length + right.length);
            System.arraycopy(right, 0, both, left.length, right.length);
            members[Math.max(a, b)] = null;
            members[Math.min(a, b)] = both;
            groups.join(a, b);
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

    private static long commonDivisor(long one, long other) {
        return other == 0 ? one : commonDivisor(other, one % other);
    }
}
