package org.concordat.cli.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.cli.sources.Truth;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;

/**
 * A linkage beside the truth.
 *
 * @param persons the pairs that being one person makes
 * @param links the pairs among the links, at falling probability; the last is all of them
 * @param best the threshold with the largest F1 of links
 * @param tenths how far probabilities can be believed
 */
public record TruthScore(Score persons, List<AtThreshold> links, AtThreshold best, List<Tenth> tenths) {
    private static final double[] THRESHOLDS = {
        .999999, .99999, .9999, .999, .995, .99, .98, .97, .96, .95, .94, .92, .9, .85, .8, .75, .7, .65, .6, .55, .5,
        .45, .4, .35, .3, .25, .2, .15, .1, .08, .06, .05, .04, .03, .02, .01
    };

    /** The links of this probability or more. */
    public record AtThreshold(double probability, Score score) {}

    /**
     * Links of like probability.
     *
     * @param pairs how many there are
     * @param promised their mean probability
     * @param observed the share of them that are true
     */
    public record Tenth(long pairs, double promised, double observed) {}

    /** Keeps its own copies. */
    public TruthScore {
        links = List.copyOf(links);
        tenths = List.copyOf(tenths);
    }

    /** Scores a linkage of the records that the truth is about. */
    public static TruthScore of(Linkage linkage, Truth truth) {
        int[] people = truth.persons();
        long truePairs = pairsWithin(people.length, r -> people[r] == 0 ? -1 : people[r]);
        long found = pairsWithin(people.length, r -> people[r] == 0 ? -1 : linkage.person(r));
        long right = pairsWithin(
                people.length, r -> people[r] == 0 ? -1 : ((long) linkage.person(r) << 32) | people[r]);
        List<AtThreshold> curve = curve(linkage.links(), people, truePairs);
        AtThreshold best = curve.stream()
                .max(Comparator.comparingDouble(at -> at.score().f1()))
                .orElseThrow();
        return new TruthScore(
                new Score(found, right, truePairs), curve, best, tenths(linkage.links(), people));
    }

    private static long pairsWithin(int records, GroupOf group) {
        Map<Long, Integer> sizes = new HashMap<>();
        long pairs = 0;
        for (int r = 0; r < records; r++) {
            long number = group.of(r);
            if (number >= 0) {
                pairs += sizes.merge(number, 1, Integer::sum) - 1;
            }
        }
        return pairs;
    }

    /** The group of a record; below 0 for none. */
    @FunctionalInterface
    private interface GroupOf {
        long of(int record);
    }

    private static List<AtThreshold> curve(Links links, int[] people, long truePairs) {
        long[] found = new long[THRESHOLDS.length];
        long[] right = new long[THRESHOLDS.length];
        for (int l = 0; l < links.size(); l++) {
            int left = people[links.left(l)];
            int other = people[links.right(l)];
            if (left == 0 || other == 0) {
                continue;
            }
            double probability = PairScorer.probability(links.bits(l));
            for (int t = THRESHOLDS.length - 1; t >= 0 && probability >= THRESHOLDS[t]; t--) {
                found[t]++;
                right[t] += left == other ? 1 : 0;
            }
        }
        return IntStream.range(0, THRESHOLDS.length)
                .mapToObj(t -> new AtThreshold(THRESHOLDS[t], new Score(found[t], right[t], truePairs)))
                .toList();
    }

    private static List<Tenth> tenths(Links links, int[] people) {
        long[] pairs = new long[10];
        long[] right = new long[10];
        double[] promised = new double[10];
        for (int l = 0; l < links.size(); l++) {
            int left = people[links.left(l)];
            int other = people[links.right(l)];
            if (left != 0 && other != 0) {
                double probability = PairScorer.probability(links.bits(l));
                int tenth = Math.min(9, (int) (probability * 10));
                pairs[tenth]++;
                promised[tenth] += probability;
                right[tenth] += left == other ? 1 : 0;
            }
        }
        List<Tenth> tenths = new ArrayList<>();
        for (int t = 0; t < 10; t++) {
            if (pairs[t] > 0) {
                tenths.add(new Tenth(pairs[t], promised[t] / pairs[t], (double) right[t] / pairs[t]));
            }
        }
        return tenths;
    }
}
