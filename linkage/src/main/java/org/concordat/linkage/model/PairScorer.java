package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.PairComparer;
import org.jspecify.annotations.Nullable;

/**
 * Says how strong the evidence is that a pair with a given pattern is one person, in bits: the logarithm to base 2 of
 * the odds. Safe to share between threads.
 */
public final class PairScorer {
    private static final double LN2 = Math.log(2);

    private final int comparisons;
    private final int[] levelCounts;
    /** Flat tables: at comparison's start + parent level * 16 + level. */
    private final double[] personLogs;

    /** The same for each relation; empty where strangers' serve. */
    private final double[][] relatedLogs;

    private final double[] strangerLogs;
    /** The tables again as plain factors: pairs are weighed by multiplying, and one logarithm is taken in the end. */
    private final double[] personFactors;

    private final double[] strangerFactors;
    private final double[][] relatedFactors;
    private final int[] personParents;
    private final int[][] relatedParents;
    private final int[] strangerParents;
    private final int relations;
    private final boolean[][] shared;
    private final double[][] priors;
    private final double[][] priorFactors;

    private final int[] termSlots;
    private final int[] similarLevels;
    private final @Nullable TermFrequencies[] terms;
    private final double[][] logMeanRarity;
    /** The mean rarity at each level of each comparison; 0 where rarity does not matter. */
    private final double[][] meanRarity;

    /** @param terms for each comparison how common its values are; {@code null} where that does not matter */
    public PairScorer(Model model, @Nullable TermFrequencies[] terms) {
        List<Comparison> all = model.comparisons();
        comparisons = all.size();
        this.terms = terms.clone();
        levelCounts = all.stream().mapToInt(Comparison::levelCount).toArray();
        relations = model.related.length;
        shared = new boolean[relations][comparisons];
        termSlots = new int[comparisons];
        similarLevels = new int[comparisons];
        logMeanRarity = new double[comparisons][];
        meanRarity = new double[comparisons][];
        for (int c = 0; c < comparisons; c++) {
            for (int r = 0; r < relations; r++) {
                shared[r][c] = model.shares(r, c);
            }
            termSlots[c] = terms[c] == null ? -1 : all.get(c).termSlot();
            similarLevels[c] = all.get(c).similarLevels();
            double[] means = model.meanRarity[c];
            logMeanRarity[c] = new double[16];
            for (int l = 1; means != null && l < means.length; l++) {
                logMeanRarity[c][l] = means[l] > 0 ? Math.log(means[l]) : 0;
            }
            meanRarity[c] = exponentials(logMeanRarity[c]);
        }
        personParents = shifts(model.persons);
        strangerParents = shifts(model.strangers);
        personLogs = flat(model.persons);
        relatedParents = new int[relations][];
        relatedLogs = new double[relations][];
        for (int r = 0; r < relations; r++) {
            relatedParents[r] = shifts(model.related[r]);
            relatedLogs[r] = flat(model.related[r]);
        }
        strangerLogs = flat(model.strangers);
        personFactors = exponentials(personLogs);
        strangerFactors = exponentials(strangerLogs);
        relatedFactors =
                Arrays.stream(relatedLogs).map(PairScorer::exponentials).toArray(double[][]::new);
        priors = new double[model.personShare.length][];
        for (int k = 0; k < priors.length; k++) {
            priors[k] = new double[relations + 2];
            priors[k][0] = Math.log(model.personShare[k]);
            priors[k][1] = Math.log(model.strangerShare(k));
            for (int r = 0; r < relations; r++) {
                priors[k][r + 2] = Math.log(model.relatedShare[r][k]);
            }
        }
        priorFactors = Arrays.stream(priors).map(PairScorer::exponentials).toArray(double[][]::new);
    }

    private static double[] exponentials(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    /** For each comparison how far a pattern must be shifted for the parent's level; 64 - 4 (always 0) for none. */
    private static int[] shifts(Dependence dependence) {
        int[] shifts = new int[dependence.comparisons()];
        for (int c = 0; c < shifts.length; c++) {
            shifts[c] = dependence.parent(c) < 0 ? 60 : 4 * dependence.parent(c);
        }
        return shifts;
    }

    private double[] flat(Dependence dependence) {
        double[] flat = new double[comparisons * 256];
        for (int c = 0; c < comparisons; c++) {
            for (int p = 0; p < 16; p++) {
                for (int l = 1; l <= levelCounts[c]; l++) {
                    flat[c * 256 + p * 16 + l] = dependence.log(c, p, l);
                }
            }
        }
        return flat;
    }

    /** The weight of the evidence in bits, term frequencies and the prior of this kind of pair included. */
    public double bits(long pattern, int kind, int[] left, int leftAt, int[] right, int rightAt) {
        return bits(pattern, kind, left, leftAt, right, rightAt, Double.NEGATIVE_INFINITY);
    }

    /**
     * The same, but the answer may be too high where it is less than {@code leastBits} either way: most candidates are
     * far from that, and then the relations need not be looked at.
     */
    public double bits(long pattern, int kind, int[] left, int leftAt, int[] right, int rightAt, double leastBits) {
        double[] prior = priorFactors[kind];
        double person = prior[0];
        double stranger = prior[1];
        for (int c = 0; c < comparisons; c++) {
            int level = (int) (pattern >>> (4 * c)) & 15;
            if (level == 0) {
                continue;
            }
            int at = c * 256 + level;
            person *= personFactors[at + ((int) (pattern >>> personParents[c]) & 15) * 16];
            stranger *= strangerFactors[at + ((int) (pattern >>> strangerParents[c]) & 15) * 16];
            if (level <= similarLevels[c] && termSlots[c] >= 0) {
                stranger *= termFactor(c, level, left[leftAt + termSlots[c]], right[rightAt + termSlots[c]]);
            }
        }
        double bits = Math.log(person / stranger) / LN2;
        if (bits < leastBits) {
            return bits;
        }
        double others = stranger;
        for (int r = 0; r < relations; r++) {
            if (prior[r + 2] > 0) {
                others += related(r, prior[r + 2], pattern, left, leftAt, right, rightAt);
            }
        }
        return Math.log(person / others) / LN2;
    }

    private double related(int relation, double prior, long pattern, int[] left, int leftAt, int[] right, int rightAt) {
        double product = prior;
        boolean[] own = shared[relation];
        double[] factors = relatedFactors[relation];
        int[] parents = relatedParents[relation];
        for (int c = 0; c < comparisons; c++) {
            int level = (int) (pattern >>> (4 * c)) & 15;
            if (level == 0) {
                continue;
            }
            int at = c * 256 + level;
            if (own[c]) {
                product *= factors[at + ((int) (pattern >>> parents[c]) & 15) * 16];
                continue;
            }
            product *= strangerFactors[at + ((int) (pattern >>> strangerParents[c]) & 15) * 16];
            if (level <= similarLevels[c] && termSlots[c] >= 0) {
                product *= termFactor(c, level, left[leftAt + termSlots[c]], right[rightAt + termSlots[c]]);
            }
        }
        return product;
    }

    /**
     * The same weight taken apart, in bits: at place 0 the prior, then for comparison {@code c} at {@code 1 + 2 c} what
     * its level changes and at {@code 2 + 2 c} what the rarity of the values changes beyond that. The sum is the weight.
     *
     * <p>A pair that is not one person may be strangers or related in several ways, and which of them is likely changes
     * with each comparison; so what one comparison changes depends a little on those before it.
     */
    public double[] steps(long pattern, int kind, int[] left, int leftAt, int[] right, int rightAt) {
        double[] steps = new double[1 + 2 * comparisons];
        double[] sums = priors[kind].clone();
        double before = weight(sums);
        steps[0] = before;
        for (int c = 0; c < comparisons; c++) {
            int level = level(pattern, c);
            if (level == 0) {
                continue;
            }
            int at = c * 256 + level;
            double chance = strangerLogs[at + ((int) (pattern >>> strangerParents[c]) & 15) * 16];
            sums[0] += personLogs[at + ((int) (pattern >>> personParents[c]) & 15) * 16];
            sums[1] += chance;
            for (int r = 0; r < relations; r++) {
                sums[r + 2] += shared[r][c]
                        ? relatedLogs[r][at + ((int) (pattern >>> relatedParents[r][c]) & 15) * 16]
                        : chance;
            }
            double after = weight(sums);
            steps[1 + 2 * c] = after - before;
            before = after;
            if (level <= similarLevels[c] && termSlots[c] >= 0) {
                double term = term(c, level, left[leftAt + termSlots[c]], right[rightAt + termSlots[c]]);
                sums[1] += term;
                for (int r = 0; r < relations; r++) {
                    sums[r + 2] += shared[r][c] ? 0 : term;
                }
                after = weight(sums);
                steps[2 + 2 * c] = after - before;
                before = after;
            }
        }
        return steps;
    }

    private static double weight(double[] sums) {
        double others = sums[1];
        for (int r = 2; r < sums.length; r++) {
            others = logOfSum(others, sums[r]);
        }
        return (sums[0] - others) / LN2;
    }

    /** What the rarity of the agreed values adds to the logarithm of the chance that strangers agree. */
    private double term(int comparison, int level, int one, int other) {
        TermFrequencies frequencies = terms[comparison];
        double mean = logMeanRarity[comparison][level];
        if (frequencies == null || mean == 0) {
            return 0;
        }
        return mean - Math.log(frequencies.rarity(one, other));
    }

    /** The same as a factor. */
    private double termFactor(int comparison, int level, int one, int other) {
        TermFrequencies frequencies = terms[comparison];
        return frequencies == null || logMeanRarity[comparison][level] == 0
                ? 1
                : meanRarity[comparison][level] / frequencies.rarity(one, other);
    }

    private static double logOfSum(double a, double b) {
        double top = Math.max(a, b);
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double rest = Math.min(a, b) - top;
        return rest < -40 ? top : top + Math.log1p(Math.exp(rest));
    }

    /** The probability that belongs to a weight in bits. */
    public static double probability(double bits) {
        return 1 / (1 + Math.exp(-bits * LN2));
    }

    /** The level of a comparison in a pattern; 0 when missing. */
    public static int level(long pattern, int comparison) {
        return PairComparer.level(pattern, comparison);
    }
}
