package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
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

    /** The logarithm of the pattern's probability among pairs related in this way. */
    double logRelated(int relation, long pattern) {
        double sum = 0;
        for (int c = 0; c < comparisons.size(); c++) {
            sum += shares(relation, c)
                    ? related[relation].contribution(pattern, c)
                    : strangers.contribution(pattern, c);
        }
        return sum;
    }

    /** Whether a relation has a distribution of its own for this comparison. */
    boolean shares(int relation, int comparison) {
        return Relation.ALL.get(relation).shares(comparisons.get(comparison));
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
        double stranger = Math.log(strangerShare(kind)) + strangers.log(pattern);
        shares[0] = Math.log(personShare[kind]) + persons.log(pattern);
        double top = Math.max(stranger, shares[0]);
        for (int r = 0; r < related.length; r++) {
            double share = relatedShare[r][kind];
            shares[r + 1] = share == 0 ? Double.NEGATIVE_INFINITY : Math.log(share) + logRelated(r, pattern);
            top = Math.max(top, shares[r + 1]);
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
