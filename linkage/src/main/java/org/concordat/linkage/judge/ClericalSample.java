package org.concordat.linkage.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;

/**
 * A sample of links for people to label, without telling them what the linkage thought.
 *
 * <p>Links are drawn at random from bands of probability: more from bands that hold many and from those where links are
 * uncertain, since labels tell most there (Neyman 1934, On the two different aspects of the representative method), and
 * some from every band. The pairs come shuffled. Their order and the records' numbers say nothing of their weight; show
 * neither weight nor stratum to those who label.
 */
public final class ClericalSample {
    /** Drawn from every band that has so many, as far as the sample's size allows. */
    private static final int LEAST_OF_STRATUM = 5;

    /**
     * A link's variance is taken to be at least this. Where the linkage is all but certain its own word would leave the
     * largest band nearly without labels; of .002, .01, .02 and .06 this gave the narrowest intervals of precision at
     * which they still held the truth as often as they should, in simulation.
     */
    private static final double LEAST_VARIANCE = .02;

    private ClericalSample() {}

    /**
     * A pair to label.
     *
     * @param left the number of one record
     * @param right the number of the other
     * @param stratum the band that it was drawn from, from 0; not for those who label
     */
    public record SampledPair(int left, int right, int stratum) {}

    /**
     * Draws links to label.
     *
     * @param size how many, 1 or more; all links where there are fewer
     * @param seed the same seed and links give the same sample
     */
    public static List<SampledPair> draw(Linkage linkage, int size, long seed) {
        return draw(linkage.links(), size, seed);
    }

    /** Draws from links alone. */
    public static List<SampledPair> draw(Links links, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size: expected 1 or more, given " + size);
        }
        int[] strata = new int[links.size()];
        int[] pairs = new int[Strata.count()];
        double[] spread = new double[Strata.count()];
        for (int l = 0; l < strata.length; l++) {
            strata[l] = Strata.ofLink(links, l);
            double probability = PairScorer.probability(links.bits(l));
            pairs[strata[l]]++;
            spread[strata[l]] += probability * (1 - probability);
        }
        int[] wanted = allocate(pairs, spread, Math.min(size, links.size()));
        SplittableRandom random = new SplittableRandom(seed);
        List<SampledPair> sample = new ArrayList<>();
        int[] left = pairs.clone();
        for (int l = 0; l < strata.length; l++) {
            int s = strata[l];
            // Taken with the chance that leaves every selection of the wanted size equally likely.
            if (wanted[s] > 0 && random.nextInt(left[s]) < wanted[s]) {
                sample.add(new SampledPair(links.left(l), links.right(l), s));
                wanted[s]--;
            }
            left[s]--;
        }
        for (int i = sample.size() - 1; i > 0; i--) {
            Collections.swap(sample, i, random.nextInt(i + 1));
        }
        return List.copyOf(sample);
    }

    /**
     * How many to draw from each band: a few from every one, the rest by the band's pairs times their deviation.
     *
     * @param spread the sum of {@code p (1 - p)} over the band's links
     */
    static int[] allocate(int[] pairs, double[] spread, int size) {
        int n = pairs.length;
        int[] wanted = new int[n];
        int left = size;
        for (int round = 0; round < LEAST_OF_STRATUM; round++) {
            // The most uncertain first, so that a tiny sample is spent on them.
            for (int s : byUncertainty(pairs, spread)) {
                if (left > 0 && wanted[s] < pairs[s]) {
                    wanted[s]++;
                    left--;
                }
            }
        }
        for (; left > 0; left--) {
            int most = -1;
            double mostPriority = -1;
            for (int s = 0; s < n; s++) {
                if (wanted[s] < pairs[s]) {
                    // The next link goes where it lowers the variance most: deviation squared over n (n + 1).
                    double deviation = Math.sqrt(pairs[s] * Math.max(spread[s], pairs[s] * LEAST_VARIANCE));
                    double priority = deviation / Math.sqrt(wanted[s] * (wanted[s] + 1.0));
                    if (most < 0 || priority > mostPriority) {
                        most = s;
                        mostPriority = priority;
                    }
                }
            }
            wanted[most]++;
        }
        return wanted;
    }

    private static List<Integer> byUncertainty(int[] pairs, double[] spread) {
        List<Integer> order = new ArrayList<>();
        for (int s = 0; s < pairs.length; s++) {
            if (pairs[s] > 0) {
                order.add(s);
            }
        }
        order.sort(Comparator.comparingDouble(s -> -spread[s] / pairs[s]));
        return order;
    }
}
