package org.concordat.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the rules that find most of a sample of probable matches for the fewest candidate pairs, under a budget.
 *
 * <p>Every key alone and every sensible conjunction of two or three is weighed at several limits on how many records may
 * share a value; the best is taken, what it finds is set aside, and so on (greedy weighted coverage, after Bilenko,
 * Kamath and Mooney, 2006, Adaptive blocking; but the matches it learns from are the model's own guesses, not labels).
 */
final class RuleProposer {
    private static final int[] LIMITS = {8, 20, 50, 120, 300, 1_000, 4_000};
    /** Records whose keys are worked out at a time. */
    private static final int PART = 4_096;

    /** In large files a rule must be expected to find one new match in this many of its pairs; in small ones, in more. */
    private static final double PAIRS_A_MATCH = 400;
    /** With more records than this, conjunctions of three keys are too many to weigh. */
    private static final int MANY_RECORDS = 200_000;

    /** A rule must find at least this share of the sample's matches that no other has found. */
    private static final double LEAST_GAIN = .0003;

    /** A conjunction is worth counting when it may find at least this share. */
    private static final double LEAST_PROMISE = 10 * LEAST_GAIN;

    private final Records records;
    private final KeyTable table;
    private final int[] lefts;
    private final int[] rights;
    private final double[] weights;
    private final double expectedMatches;

    /**
     * @param weights how probable it is that each pair is a match
     * @param expectedMatches how many matches there are among all pairs, as the model has it
     */
    RuleProposer(Records records, KeyTable table, int[] lefts, int[] rights, double[] weights, double expectedMatches) {
        this.records = records;
        this.table = table;
        this.lefts = lefts;
        this.rights = rights;
        this.weights = weights;
        this.expectedMatches = expectedMatches;
    }

    /** Rules that together find most, at most this many candidates by estimate, best value first. */
    BlockingPlan propose(List<BlockingKey> keys, long budget) {
        List<Candidate> candidates =
                new ArrayList<>(weighed(keys.stream().map(List::of).toList()));
        @Nullable Candidate[][] twos = new Candidate[keys.size()][keys.size()];
        for (Candidate two : weighed(conjunctionsOfTwo(candidates))) {
            int a = keys.indexOf(two.keys.getFirst());
            int b = keys.indexOf(two.keys.getLast());
            twos[a][b] = two;
        }
        List<List<BlockingKey>> threes =
                records.size() <= MANY_RECORDS ? conjunctionsOfThree(candidates, twos) : List.of();
        for (@Nullable Candidate[] row : twos) {
            for (Candidate two : row) {
                if (two != null) {
                    candidates.add(two);
                }
            }
        }
        candidates.addAll(weighed(threes));
        return choose(candidates, budget);
    }

    private List<Candidate> weighed(List<List<BlockingKey>> conjunctions) {
        return conjunctions.parallelStream().map(this::weigh).toList();
    }

    private List<List<BlockingKey>> conjunctionsOfTwo(List<Candidate> singles) {
        List<List<BlockingKey>> all = new ArrayList<>();
        for (int a = 0; a < singles.size(); a++) {
            for (int b = a + 1; b < singles.size(); b++) {
                BlockingKey first = singles.get(a).only();
                BlockingKey second = singles.get(b).only();
                if (!first.family().equals(second.family()) && mayFindMore(singles.get(a), singles.get(b))) {
                    all.add(List.of(first, second));
                }
            }
        }
        return all;
    }

    /** Three keys that many records share each. */
    private List<List<BlockingKey>> conjunctionsOfThree(List<Candidate> singles, @Nullable Candidate[][] twos) {
        List<List<BlockingKey>> all = new ArrayList<>();
        for (int a = 0; a < singles.size(); a++) {
            for (int b = a + 1; b < singles.size(); b++) {
                for (int c = b + 1; c < singles.size(); c++) {
                    List<BlockingKey> keys = List.of(
                            singles.get(a).only(),
                            singles.get(b).only(),
                            singles.get(c).only());
                    if (keys.stream().noneMatch(BlockingKey::isSharp)
                            && keys.stream().map(BlockingKey::family).distinct().count() == keys.size()
                            && mayFindMore(singles, twos, a, b, c)) {
                        all.add(keys);
                    }
                }
            }
        }
        return all;
    }

    /** The same of three keys: groups too large under any two of them, and probably small enough under all. */
    private boolean mayFindMore(List<Candidate> singles, @Nullable Candidate[][] twos, int a, int b, int c) {
        double sum = 0;
        double all = 0;
        for (int p = 0; p < lefts.length; p++) {
            double ab = groupSize(singles, twos, a, b, p);
            double ac = groupSize(singles, twos, a, c, p);
            double bc = groupSize(singles, twos, b, c, p);
            double least = Math.min(ab, Math.min(ac, bc));
            double expected = Math.min(
                            ab * singles.get(c).groupSizes[p],
                            Math.min(ac * singles.get(b).groupSizes[p], bc * singles.get(a).groupSizes[p]))
                    / records.size();
            if (least > LIMITS[0] && expected <= 2.0 * LIMITS[LIMITS.length - 1]) {
                sum += weights[p];
            }
            all += weights[p];
        }
        return sum > LEAST_PROMISE * all;
    }

    /** How many records share both keys of this pair of records: as counted, or else as by chance. */
    private double groupSize(List<Candidate> singles, @Nullable Candidate[][] twos, int a, int b, int pair) {
        Candidate two = twos[a][b];
        return two != null
                ? two.groupSizes[pair]
                : (double) singles.get(a).groupSizes[pair] * singles.get(b).groupSizes[pair] / records.size();
    }

    /**
     * Whether enough matches share both keys, with groups too large under each alone to be cheap, and probably small
     * enough under both. Spares counting most conjunctions: those with a key that hardly anybody shares, and those of
     * two that everybody does.
     */
    private boolean mayFindMore(Candidate first, Candidate second) {
        double sum = 0;
        double all = 0;
        for (int p = 0; p < lefts.length; p++) {
            double one = first.groupSizes[p];
            double other = second.groupSizes[p];
            boolean cheapAlone = one <= LIMITS[0] || other <= LIMITS[0];
            if (!cheapAlone && one * other / records.size() <= 2.0 * LIMITS[LIMITS.length - 1]) {
                sum += weights[p];
            }
            all += weights[p];
        }
        return sum > LEAST_PROMISE * all;
    }

    /** What a conjunction finds and costs at each limit. */
    private record Candidate(List<BlockingKey> keys, int[] groupSizes, double[] pairs) {
        BlockingKey only() {
            return keys.getFirst();
        }
    }

    private Candidate weigh(List<BlockingKey> keys) {
        int[][] columns = table.columns(new BlockingRule(keys, Integer.MAX_VALUE));
        int n = records.size();
        IntNumbers wanted = new IntNumbers(lefts.length / 4);
        int[] keyOfPair = new int[lefts.length];
        for (int p = 0; p < lefts.length; p++) {
            int key = BlockingRule.of(columns, lefts[p]);
            if (key != 0 && key == BlockingRule.of(columns, rights[p])) {
                keyOfPair[p] = wanted.add(key);
            }
        }
        int[] counts = new int[wanted.size() + 1];
        GroupSizes groups = new GroupSizes(n);
        int[] keysOfPart = new int[PART];
        for (int from = 0; from < n; from += PART) {
            int to = Math.min(n, from + PART);
            BlockingRule.fill(columns, from, to, keysOfPart);
            for (int i = 0; i < to - from; i++) {
                int key = keysOfPart[i];
                if (key == 0) {
                    continue;
                }
                counts[wanted.numberOf(key)]++;
                groups.add(key);
            }
        }
        // Place 0 counted the keys that no pair has.
        counts[0] = 0;
        for (int p = 0; p < keyOfPair.length; p++) {
            keyOfPair[p] = counts[keyOfPair[p]];
        }
        return new Candidate(keys, keyOfPair, groups.pairs(LIMITS));
    }

    private BlockingPlan choose(List<Candidate> candidates, long budget) {
        boolean[] found = new boolean[lefts.length];
        int[] limitOf = new int[candidates.size()];
        Arrays.fill(limitOf, -1);
        double all = Arrays.stream(weights).sum();
        double covered = 0;
        double pairsAMatch = PAIRS_A_MATCH * Math.max(1, (double) MANY_RECORDS / records.size());
        double spent = 0;
        List<Integer> order = new ArrayList<>();
        while (true) {
            int best = -1;
            int bestLimit = -1;
            double bestValue = 0;
            double bestGain = 0;
            double bestCost = 0;
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                double[] gains = gains(candidate, found, limitOf[i]);
                for (int l = limitOf[i] + 1; l < LIMITS.length; l++) {
                    double cost = candidate.pairs[l] - (limitOf[i] < 0 ? 0 : candidate.pairs[limitOf[i]]);
                    double value = gains[l] / (cost + 1 + .0002 * budget);
                    if (gains[l] > LEAST_GAIN * all
                            && gains[l] / all * expectedMatches * pairsAMatch > cost
                            && value > bestValue
                            && spent + cost <= budget) {
                        best = i;
                        bestLimit = l;
                        bestValue = value;
                        bestGain = gains[l];
                        bestCost = cost;
                    }
                }
            }
            if (best < 0 || order.size() >= BlockingPlan.MOST_RULES && limitOf[best] < 0) {
                break;
            }
            for (int p = 0; p < found.length; p++) {
                int size = candidates.get(best).groupSizes[p];
                found[p] |= size > 0 && size <= LIMITS[bestLimit];
            }
            covered += bestGain;
            spent += bestCost;
            if (limitOf[best] < 0) {
                order.add(best);
            }
            limitOf[best] = bestLimit;
        }
        List<BlockingRule> rules = new ArrayList<>();
        for (int i : order) {
            rules.add(new BlockingRule(candidates.get(i).keys, LIMITS[limitOf[i]]));
        }
        return new BlockingPlan(rules, all == 0 ? 0 : covered / all);
    }

    private double[] gains(Candidate candidate, boolean[] found, int after) {
        double[] gains = new double[LIMITS.length];
        for (int p = 0; p < found.length; p++) {
            int size = candidate.groupSizes[p];
            if (found[p] || size == 0) {
                continue;
            }
            for (int l = Math.max(0, after); l < LIMITS.length; l++) {
                if (size <= LIMITS[l]) {
                    gains[l] += weights[p];
                }
            }
        }
        return gains;
    }
}
