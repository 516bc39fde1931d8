package org.concordat.linkage;

/**
 * How a linkage is run. The defaults serve every data set that we measure on.
 *
 * @param seed where random samples start; the same seed and records give the same answer
 * @param candidateBudget how many pairs may be compared at most, by estimate; 0 to let the number of records decide
 * @param leastProbability pairs that are less probable are not kept, from 0 to 1
 * @param personThreshold the least probability of a link that may join two groups to one person, from 0 to 1
 * @param randomPairs how many random pairs show how strangers agree
 * @param probePairs how many pairs around sampled records the model is trained on, at most
 */
public record LinkageSettings(
        long seed,
        long candidateBudget,
        double leastProbability,
        double personThreshold,
        int randomPairs,
        int probePairs) {
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
        return new LinkageSettings(seed, candidateBudget, leastProbability, threshold, randomPairs, probePairs);
    }

    public LinkageSettings withSeed(long newSeed) {
        return new LinkageSettings(
                newSeed, candidateBudget, leastProbability, personThreshold, randomPairs, probePairs);
    }

    public LinkageSettings withCandidateBudget(long budget) {
        return new LinkageSettings(seed, budget, leastProbability, personThreshold, randomPairs, probePairs);
    }

    /** The budget for this many records: five million pairs, and forty more for each record beyond fifty thousand. */
    long budgetFor(int records) {
        if (candidateBudget > 0) {
            return candidateBudget;
        }
        return 5_000_000L + 40L * Math.max(0, records - 50_000);
    }
}
