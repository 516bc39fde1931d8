package org.concordat.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class BlockingPlanTest {
    private final SmallTown town = SmallTown.oneFile(2_500, SmallTown.SEED);
    private final Records records = town.records();
    private final int[] lefts;
    private final int[] rights;
    private final double[] certain;

    BlockingPlanTest() {
        List<Long> matches = new ArrayList<>();
        for (int left = 0; left < town.size(); left++) {
            for (int right = left + 1; right < town.size(); right++) {
                if (town.isMatch(left, right)) {
                    matches.add(PairSet.pair(left, right));
                }
            }
        }
        lefts = matches.stream().mapToInt(PairSet::first).toArray();
        rights = matches.stream().mapToInt(PairSet::second).toArray();
        certain = new double[lefts.length];
        Arrays.fill(certain, 1);
    }

    /** A plan for these records that is chosen by the first so many of the town's matches. */
    private BlockingPlan propose(Records of, int matches, long budget) {
        return BlockingPlan.propose(
                of,
                BlockingKeys.of(of),
                Arrays.copyOf(lefts, matches),
                Arrays.copyOf(rights, matches),
                Arrays.copyOf(certain, matches),
                matches,
                budget,
                new SplittableRandom(1));
    }

    private BlockingPlan propose(long budget) {
        return propose(records, lefts.length, budget);
    }

    private static long candidates(Blocks blocks) {
        return IntStream.range(0, blocks.rules()).mapToLong(blocks::pairs).sum();
    }

    @Test
    void theBudgetIsKept() {
        for (long budget : new long[] {2_000, 20_000, 200_000}) {
            BlockingPlan plan = propose(budget);
            assertThat(plan.rules()).as("budget " + budget).isNotEmpty();
            assertThat(candidates(new Blocks(records, plan.rules())))
                    .as("budget %d, which is kept by estimate", budget)
                    .isLessThanOrEqualTo(budget + budget / 50);
        }
    }

    @Test
    void theRulesFindTheShareOfMatchesThatThePlanExpects() {
        BlockingPlan plan = propose(50_000);
        Set<Long> candidates = PairSet.ofRules(records, plan.rules());
        long found = IntStream.range(0, lefts.length)
                .filter(p -> candidates.contains(PairSet.pair(lefts[p], rights[p])))
                .count();
        assertThat((double) found / lefts.length)
                .as(town.seedNote())
                .isCloseTo(plan.expectedCoverage(), within(1e-9))
                .isGreaterThan(.97);
    }

    @Test
    void keysThatSayTheSameAreNotJoined() {
        for (BlockingRule rule : propose(50_000).rules()) {
            assertThat(rule.keys()).extracting(BlockingKey::family).doesNotHaveDuplicates();
        }
    }

    @Test
    void theSamePlanIsMadeWhateverTheNumberOfThreads() {
        List<String> one = names(inPool(1, () -> propose(50_000)));
        assertThat(names(inPool(4, () -> propose(50_000)))).isEqualTo(one);
    }

    @Test
    void withoutProbableMatchesThereAreNoRules() {
        BlockingPlan plan = propose(records, 0, 50_000);
        assertThat(plan.rules()).isEmpty();
        assertThat(plan.expectedCoverage()).isZero();
    }

    @Test
    void ofFewRecordsAllPairsAreCompared() {
        Records few = SmallTown.twoFiles(60, SmallTown.SEED).records();
        BlockingPlan plan = propose(few, 0, 5_000_000);
        assertThat(candidates(new Blocks(few, plan.rules()))).isEqualTo(few.size() * (few.size() - 1L) / 2);
        assertThat(plan.expectedCoverage()).isEqualTo(1);
    }

    private static List<String> names(BlockingPlan plan) {
        return plan.rules().stream()
                .map(rule -> rule.name() + " up to " + rule.mostSharing())
                .toList();
    }

    private static BlockingPlan inPool(int threads, java.util.concurrent.Callable<BlockingPlan> work) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(work).join();
        }
    }
}
