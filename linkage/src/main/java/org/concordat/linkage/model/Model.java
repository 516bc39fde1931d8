package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.PairComparer;
import org.jspecify.annotations.Nullable;

/**
 * A trained model: how likely each pattern of agreement is for two records of one person, of two members of one
 * household, and of two strangers, and how many of each there are.
 *
 * <p>After Fellegi and Sunter (1969), A theory for record linkage; levels and term frequencies after Winkler; with trees
 * of dependence, and a class of its own for households, without which shared surnames and addresses are counted as
 * proof of identity.
 */
public final class Model {
    private final List<Comparison> comparisons;
    final Dependence persons;
    /** Pairs that share something without being one person: in the order of {@link Relation}. */
    final Dependence[] related;

    final Dependence strangers;
    /** For each kind of pair: the share that is one person. */
    final double[] personShare;

    final double[][] relatedShare;
    /** Comparison, level: mean rarity of the values that strangers share at this level; 0 where not adjusted. */
    final double[][] meanRarity;

    private final Training.Convergence convergence;
    /** Relation, comparison: whether the relation has a distribution of its own. */
    private final boolean[][] shared;

    Model(
            List<Comparison> comparisons,
            Dependence persons,
            Dependence[] related,
            Dependence strangers,
            double[] personShare,
            double[][] relatedShare,
            double[][] meanRarity,
            Training.Convergence convergence) {
        this.comparisons = List.copyOf(comparisons);
        this.persons = persons;
        this.related = related;
        this.strangers = strangers;
        this.personShare = personShare;
        this.relatedShare = relatedShare;
        this.meanRarity = meanRarity;
        this.convergence = convergence;
        this.shared = new boolean[related.length][this.comparisons.size()];
        for (int r = 0; r < related.length; r++) {
            for (int c = 0; c < this.comparisons.size(); c++) {
                shared[r][c] = Relation.ALL.get(r).shares(this.comparisons.get(c));
            }
        }
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** How the training went. */
    public Training.Convergence convergence() {
        return convergence;
    }

    /** The share of pairs of this kind that are one person. */
    public double prior(int kind) {
        return personShare[kind];
    }

    /** The same model, with how rare the values are that strangers share. */
    public Model withTerms(RandomPairs random, @Nullable TermFrequencies[] terms) {
        return new Model(
                comparisons,
                persons,
                related,
                strangers,
                personShare,
                relatedShare,
                random.meanRarities(comparisons, terms),
                convergence);
    }

    /**
     * The same model, where no larger share of a kind's pairs is one person than can be.
     *
     * @param most the largest share of each kind, above 0
     */
    public Model withPriorsAtMost(double[] most) {
        return withPriorsAtMost(most, convergence);
    }

    Model withPriorsAtMost(double[] most, Training.Convergence newConvergence) {
        double[] capped = new double[personShare.length];
        for (int k = 0; k < capped.length; k++) {
            capped[k] = Math.min(personShare[k], most[k]);
        }
        return new Model(comparisons, persons, related, strangers, capped, relatedShare, meanRarity, newConvergence);
    }

    double[] priors() {
        return Arrays.copyOf(personShare, personShare.length);
    }

    /** The probability of a level among pairs that are one person. */
    public double m(int comparison, int level) {
        return persons.probability(comparison, level);
    }

    /** The probability of a level among pairs of strangers. */
    public double u(int comparison, int level) {
        return strangers.probability(comparison, level);
    }

    /** Whether a relation has a distribution of its own for this comparison. */
    boolean shares(int relation, int comparison) {
        return shared[relation][comparison];
    }

    /** The share of pairs of this kind that are neither one person nor related. */
    double strangerShare(int kind) {
        double share = 1 - personShare[kind];
        for (double[] shares : relatedShare) {
            share -= shares[kind];
        }
        return share;
    }

    /** The probability that a pair of this kind with this pattern is one person, term frequencies left aside. */
    public double probability(long pattern, int kind) {
        double[] shares = new double[related.length + 1];
        shares(pattern, kind, shares);
        return shares[0];
    }

    /** Fills in the probability that the pair is one person, then of each relation; the rest is strangers. */
    void shares(long pattern, int kind, double[] shares) {
        double stranger = Math.log(strangerShare(kind));
        shares[0] = Math.log(personShare[kind]);
        for (int r = 0; r < related.length; r++) {
            shares[r + 1] = Math.log(relatedShare[r][kind]);
        }
        for (int c = 0; c < comparisons.size(); c++) {
            if (PairComparer.level(pattern, c) == 0) {
                continue;
            }
            double byChance = strangers.contribution(pattern, c);
            stranger += byChance;
            shares[0] += persons.contribution(pattern, c);
            for (int r = 0; r < related.length; r++) {
                shares[r + 1] += shared[r][c] ? related[r].contribution(pattern, c) : byChance;
            }
        }
        double top = stranger;
        for (double share : shares) {
            top = Math.max(top, share);
        }
        double sum = Math.exp(stranger - top);
        for (int s = 0; s < shares.length; s++) {
            shares[s] = Math.exp(shares[s] - top);
            sum += shares[s];
        }
        for (int s = 0; s < shares.length; s++) {
            shares[s] /= sum;
        }
    }
}
