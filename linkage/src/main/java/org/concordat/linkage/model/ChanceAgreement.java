package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.Comparator;
import org.concordat.linkage.levels.PairComparer;

/**
 * Whether the matches that training found stand out from the strangers who agree as well.
 *
 * <p>With few weak columns, a surname and a year of birth or a date alone, thousands of strangers agree in everything.
 * How many is known from a sample only, and what the sample misjudges looks like matches. Matches are believed when they
 * are more than five standard errors of that number, judged by the pairs about which most is known.
 */
final class ChanceAgreement {
    private static final double STANDARD_ERRORS = 5;
    /** Matches too few to be seen do not matter where they concern less than this share of the records. */
    private static final double NEGLIGIBLE_SHARE = .005;
    /** The share of pairs that are looked at: those whose agreement would say most. */
    private static final double BETTER_SHARE = .5;

    private final Dependence strangers;
    private final PatternCounts random;
    /** For each comparison how many random pairs are equal, and the share that is among those where neither is missing. */
    private final double[] met;

    private final double[] share;
    private final double total;

    ChanceAgreement(Dependence strangers, PatternCounts random) {
        this.strangers = strangers;
        this.random = random;
        int n = strangers.comparisons();
        met = new double[n];
        share = new double[n];
        double[] present = new double[n];
        double sum = 0;
        Arrays.fill(met, 1);
        Arrays.fill(present, 1);
        for (long pattern : random.patterns()) {
            double count = random.count(pattern);
            sum += count;
            for (int c = 0; c < n; c++) {
                int level = PairComparer.level(pattern, c);
                met[c] += level == 1 ? count : 0;
                present[c] += level == 0 ? 0 : count;
            }
        }
        Arrays.setAll(share, c -> met[c] / present[c]);
        total = sum;
    }

    /** Whether matches this many could not be told from chance, where so many would matter. */
    boolean hides(double matches, double pairs) {
        double least = leastMatches(pairs);
        double records = Math.sqrt(2 * pairs);
        return matches < least && least > Math.max(1, NEGLIGIBLE_SHARE * records);
    }

    /** How many matches among this many pairs would stand out; 0 where there is no sample of strangers to tell by. */
    double leastMatches(double pairs) {
        if (total == 0) {
            return 0;
        }
        Long[] patterns = Arrays.stream(random.patterns()).boxed().toArray(Long[]::new);
        Arrays.sort(patterns, Comparator.comparingDouble(this::chanceOfAgreeing));
        double seen = 0;
        double chance = 0;
        double variance = 0;
        for (int p = 0; p < patterns.length && seen < BETTER_SHARE; p++) {
            double ofAll = random.count(patterns[p]) / total;
            double expected = pairs * ofAll * chanceOfAgreeing(patterns[p]);
            seen += ofAll;
            chance += expected;
            variance += expected * relativeVariance(patterns[p]);
        }
        // Only so many of the matches are among the pairs that were looked at.
        return STANDARD_ERRORS * Math.sqrt(chance * variance + chance) / Math.max(seen, BETTER_SHARE);
    }

    /**
     * How likely strangers are to agree in all that is known of such a pair. The sample counts as it was drawn as well,
     * since training may have taken some of its strangers for matches.
     */
    private double chanceOfAgreeing(long pattern) {
        long agreeing = 0;
        double asDrawn = 1;
        for (int c = 0; c < share.length; c++) {
            if (PairComparer.level(pattern, c) != 0) {
                agreeing |= 1L << (4 * c);
                asDrawn *= share[c];
            }
        }
        return Math.max(asDrawn, Math.exp(strangers.log(agreeing)));
    }

    /** The squared relative error of that likelihood: each comparison's was estimated from as many pairs as were met. */
    private double relativeVariance(long pattern) {
        double variance = 0;
        for (int c = 0; c < met.length; c++) {
            variance += PairComparer.level(pattern, c) == 0 ? 0 : 1 / met[c];
        }
        return variance;
    }
}
