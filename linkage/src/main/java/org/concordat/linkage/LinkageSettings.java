package org.concordat.linkage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a linkage is run. The defaults serve every data set that we measure on.
 *
 * @param seed where random samples start; the same seed and records give the same answer
 * @param candidateBudget how many pairs may be compared at most, by estimate; 0 to let the number of records decide
 * @param leastProbability pairs that are less probable are not kept, from 0 to 1
 * @param personThreshold the least probability of a link that may join two groups to one person, from 0 to 1
 * @param randomPairs how many random pairs show how strangers agree
 * @param probePairs how many pairs around sampled records the model is trained on, at most
 * @param population for an attribute the share of a whole population that has each standardised value, from 0 to 1.
 *     How common a value is comes from there instead of from the records, where the table has the value: files of few
 *     people do not show how common a name is among all. Empty where the records serve
 */
public record LinkageSettings(
        long seed,
        long candidateBudget,
        double leastProbability,
        double personThreshold,
        int randomPairs,
        int probePairs,
        Map<Attribute, Map<String, Double>> population) {
    public LinkageSettings {
        checkShare("leastProbability", leastProbability);
        checkShare("personThreshold", personThreshold);
        if (candidateBudget < 0) {
            throw new IllegalArgumentException("candidateBudget: expected 0 or more, given " + candidateBudget);
        }
        if (randomPairs < 1000 || probePairs < 1000) {
            throw new IllegalArgumentException(
                    "randomPairs, probePairs: expected 1000 or more each, given " + randomPairs + " and " + probePairs);
        }
        population = checked(population);
    }

    /** Settings without population tables. */
    public LinkageSettings(
            long seed,
            long candidateBudget,
            double leastProbability,
            double personThreshold,
            int randomPairs,
            int probePairs) {
        this(seed, candidateBudget, leastProbability, personThreshold, randomPairs, probePairs, Map.of());
    }

    private static Map<Attribute, Map<String, Double>> checked(Map<Attribute, Map<String, Double>> population) {
        Map<Attribute, Map<String, Double>> copy = new EnumMap<>(Attribute.class);
        population.forEach((attribute, shares) -> {
            for (double share : shares.values()) {
                if (!(share > 0 && share <= 1)) {
                    throw new IllegalArgumentException(
                            "population of " + attribute + ": expected shares above 0 and up to 1, given " + share);
                }
            }
            copy.put(attribute, Map.copyOf(shares));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static void checkShare(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(name + ": expected between 0 and 1, given " + share);
        }
    }

    /** The settings that serve every data set. */
    public static LinkageSettings defaults() {
        return new LinkageSettings(20_260_101L, 0, .01, .95, 500_000, 1_500_000);
    }

    public LinkageSettings withPersonThreshold(double threshold) {
        return new LinkageSettings(
                seed, candidateBudget, leastProbability, threshold, randomPairs, probePairs, population);
    }

    public LinkageSettings withSeed(long newSeed) {
        return new LinkageSettings(
                newSeed, candidateBudget, leastProbability, personThreshold, randomPairs, probePairs, population);
    }

    public LinkageSettings withCandidateBudget(long budget) {
        return new LinkageSettings(
                seed, budget, leastProbability, personThreshold, randomPairs, probePairs, population);
    }

    public LinkageSettings withPopulation(Map<Attribute, Map<String, Double>> tables) {
        return new LinkageSettings(
                seed, candidateBudget, leastProbability, personThreshold, randomPairs, probePairs, tables);
    }

    /** Names the population tables' attributes, not their thousands of values. */
    @Override
    public String toString() {
        return "LinkageSettings[seed=" + seed + ", candidateBudget=" + candidateBudget + ", leastProbability="
                + leastProbability + ", personThreshold=" + personThreshold + ", randomPairs=" + randomPairs
                + ", probePairs=" + probePairs + ", population=" + population.keySet() + "]";
    }

    /** The budget for this many records: five million pairs, and forty more for each record beyond fifty thousand. */
    long budgetFor(int records) {
        if (candidateBudget > 0) {
            return candidateBudget;
        }
        return 5_000_000L + 40L * Math.max(0, records - 50_000);
    }
}
