package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparison.Scope;

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
    final Dependence households;
    final Dependence strangers;
    /** For each kind of pair: the share that is one person, and the share that is one household. */
    final double[] personShare;

    final double[] householdShare;
    /** Comparison, level: mean rarity of the values that strangers share at this level; 0 where not adjusted. */
    final double[][] meanRarity;

    private final Training.Convergence convergence;

    Model(
            List<Comparison> comparisons,
            Dependence persons,
            Dependence households,
            Dependence strangers,
            double[] personShare,
            double[] householdShare,
            double[][] meanRarity,
            Training.Convergence convergence) {
        this.comparisons = List.copyOf(comparisons);
        this.persons = persons;
        this.households = households;
        this.strangers = strangers;
        this.personShare = personShare;
        this.householdShare = householdShare;
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
    public Model withTerms(RandomPairs random, TermFrequencies[] terms) {
        return new Model(
                comparisons,
                persons,
                households,
                strangers,
                personShare,
                householdShare,
                random.meanRarities(comparisons, terms),
                convergence);
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

    /** Whether household members have a distribution of their own on this comparison. */
    boolean isShared(int comparison) {
        return comparisons.get(comparison).scope() == Scope.HOUSEHOLD;
    }

    /** The logarithm of the pattern's probability among household members. */
    double logHousehold(long pattern) {
        double sum = 0;
        for (int c = 0; c < comparisons.size(); c++) {
            sum += isShared(c) ? households.contribution(pattern, c) : strangers.contribution(pattern, c);
        }
        return sum;
    }

    /** The probability that a pair of this kind with this pattern is one person, term frequencies left aside. */
    public double probability(long pattern, int kind) {
        double person = Math.log(personShare[kind]) + persons.log(pattern);
        double household = Math.log(householdShare[kind]) + logHousehold(pattern);
        double stranger = Math.log1p(-personShare[kind] - householdShare[kind]) + strangers.log(pattern);
        return 1 / (1 + Math.exp(household - person) + Math.exp(stranger - person));
    }
}
