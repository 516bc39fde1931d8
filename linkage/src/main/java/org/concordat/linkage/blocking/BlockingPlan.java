package org.concordat.linkage.blocking;

import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.records.Records;

/**
 * The rules that bring records together, in the order in which they run.
 *
 * @param rules each pair belongs to the first rule that finds it
 * @param expectedCoverage the share of the sample's probable matches that the rules find, from 0 to 1
 */
public record BlockingPlan(List<BlockingRule> rules, double expectedCoverage) {
    /** More rules cost more in checking for pairs found before than they bring. */
    static final int MOST_RULES = 40;

    /** Probable matches that rules are chosen by. */
    private static final int MOST_MATCHES = 10_000;

    /** When there are no more pairs than this, all are compared. */
    private static final long FEW_PAIRS = 2_000_000;

    private static final String ALL_RECORDS = "all records";

    public BlockingPlan {
        rules = List.copyOf(rules);
        // Summed up match by match, a full share can come out a hair above 1.
        expectedCoverage = Math.min(1, expectedCoverage);
    }

    /**
     * Chooses rules from the data.
     *
     * @param lefts first record of each pair of a sample of probable matches
     * @param rights second record of each
     * @param probabilities how probable each match is, from 0 to 1
     * @param expectedMatches how many matches there are among all pairs, as the model has it
     * @param budget how many candidate pairs there may be at most, by estimate
     */
    public static BlockingPlan propose(
            Records records,
            List<BlockingKey> keys,
            int[] lefts,
            int[] rights,
            double[] probabilities,
            double expectedMatches,
            long budget,
            SplittableRandom random) {
        int n = records.size();
        if ((long) n * (n - 1) / 2 <= Math.min(budget, FEW_PAIRS)) {
            return everyPair(n);
        }
        int[] chosen = sample(lefts.length, random);
        int[] someLefts = new int[chosen.length];
        int[] someRights = new int[chosen.length];
        double[] weights = new double[chosen.length];
        for (int p = 0; p < chosen.length; p++) {
            someLefts[p] = lefts[chosen[p]];
            someRights[p] = rights[chosen[p]];
            weights[p] = probabilities[chosen[p]];
        }
        KeyTable table = new KeyTable(records, keys);
        return new RuleProposer(records, table, someLefts, someRights, weights, expectedMatches).propose(keys, budget);
    }

    /** A plan for files so small that every pair of records can be compared. */
    private static BlockingPlan everyPair(int records) {
        BlockingKey all = new BlockingKey(ALL_RECORDS, ALL_RECORDS, false, record -> 1);
        return new BlockingPlan(List.of(new BlockingRule(List.of(all), Math.max(2, records))), 1);
    }

    /** Whether the records were so few that every pair is compared. */
    public boolean comparesEveryPair() {
        return rules.size() == 1 && rules.getFirst().name().equals(ALL_RECORDS);
    }

    private static int[] sample(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        int most = Math.min(size, MOST_MATCHES);
        for (int i = 0; i < most; i++) {
            int j = i + random.nextInt(size - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return java.util.Arrays.copyOf(order, most);
    }
}
