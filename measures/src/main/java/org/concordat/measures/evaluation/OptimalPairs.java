package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.evaluation.Matches.Pair;

/**
 * The pairs that are most in number and, among those, least apart in all, no partner twice. On a line no two pairs of a best
 * choice need cross, and nobody need go farther than where all would stand if each, in order, took the next free place on
 * one side: so a table of the treated by the places between those two is enough, filled row by row. Against every possible
 * choice in {@code MatcherFuzz}. Cost: those places summed over the treated, in time and bytes.
 */
final class OptimalPairs {
    private static final byte MATCH = 1;
    private static final byte LEAVE = 2;
    private static final byte PASS = 3;

    private final double[] treated;
    private final int ratio;
    private final double most;
    private final int[] turns;
    private final int[] places;
    private final double[] sorted;

    OptimalPairs(double[] treated, double[] pool, int ratio, double most) {
        this.treated = treated;
        this.ratio = ratio;
        this.most = most;
        this.turns = SortedPool.order(treated);
        this.places = SortedPool.order(pool);
        this.sorted = new double[pool.length];
        for (int p = 0; p < places.length; p++) {
            sorted[p] = pool[places[p]];
        }
    }

    List<Pair> pairs() {
        int seekers = Math.multiplyExact(treated.length, ratio);
        double[] positions = new double[seekers];
        for (int s = 0; s < seekers; s++) {
            positions[s] = treated[turns[s / ratio]];
        }
        int[] farthestUp = parkedUp(positions);
        int[] farthestDown = parkedDown(positions);
        boolean[] wanted = new boolean[sorted.length];
        for (int s = 0; s < seekers; s++) {
            mark(wanted, farthestUp[s]);
            mark(wanted, farthestDown[s]);
        }
        int[] rank = new int[sorted.length];
        int count = 0;
        for (int p = 0; p < sorted.length; p++) {
            rank[p] = count;
            count += wanted[p] ? 1 : 0;
        }
        int[] candidates = new int[count];
        for (int p = 0; p < sorted.length; p++) {
            if (wanted[p]) {
                candidates[rank[p]] = p;
            }
        }
        int[] low = new int[seekers];
        int[] high = new int[seekers];
        for (int s = 0; s < seekers; s++) {
            int down = farthestDown[s] < 0 ? 0 : rank[farthestDown[s]];
            int up = farthestUp[s] >= sorted.length ? count - 1 : rank[farthestUp[s]];
            // Among equals the first place from below is left of the first from above.
            low[s] = Math.min(down, up);
            high[s] = Math.max(down, up);
        }
        return read(candidates, fill(positions, candidates, low, high), low, high);
    }

    private static void mark(boolean[] wanted, int place) {
        if (place >= 0 && place < wanted.length) {
            wanted[place] = true;
        }
    }

    /** Where each stands if all, from the lowest, take the next free place from theirs upwards; the length if none is left. */
    private int[] parkedUp(double[] positions) {
        int[] parked = new int[positions.length];
        int free = 0;
        for (int s = 0; s < positions.length; s++) {
            free = Math.max(free, SortedPool.lowerBound(sorted, positions[s]));
            parked[s] = Math.min(free, sorted.length);
            free++;
        }
        return parked;
    }

    private int[] parkedDown(double[] positions) {
        int[] parked = new int[positions.length];
        int free = sorted.length - 1;
        for (int s = positions.length - 1; s >= 0; s--) {
            int at = SortedPool.lowerBound(sorted, Math.nextUp(positions[s])) - 1;
            free = Math.min(free, at);
            parked[s] = Math.max(free, -1);
            free--;
        }
        return parked;
    }

    /** For each seeker and each place from {@code low - 1} to {@code high}, what is best with the places up to that one. */
    private byte[][] fill(double[] positions, int[] candidates, int[] low, int[] high) {
        byte[][] choices = new byte[positions.length][];
        int width = candidates.length + 1;
        // Column c stands for "the first c candidates"; a row is known from low to high + 1, and level beyond.
        int[] left = new int[width];
        double[] cost = new double[width];
        int[] leftNext = new int[width];
        double[] costNext = new double[width];
        int known = width - 1;
        for (int s = 0; s < positions.length; s++) {
            int from = low[s];
            int to = high[s] + 1;
            choices[s] = new byte[to - from + 1];
            for (int c = from; c <= to; c++) {
                int before = Math.min(c, known);
                int bestLeft = left[before] + 1;
                double best = cost[before];
                byte choice = LEAVE;
                if (c > from) {
                    double distance = Math.abs(positions[s] - sorted[candidates[c - 1]]);
                    int diagonal = Math.min(c - 1, known);
                    if (distance <= most && better(left[diagonal], cost[diagonal] + distance, bestLeft, best)) {
                        bestLeft = left[diagonal];
                        best = cost[diagonal] + distance;
                        choice = MATCH;
                    }
                    if (!better(bestLeft, best, leftNext[c - 1], costNext[c - 1])) {
                        bestLeft = leftNext[c - 1];
                        best = costNext[c - 1];
                        choice = PASS;
                    }
                }
                leftNext[c] = bestLeft;
                costNext[c] = best;
                choices[s][c - from] = choice;
            }
            int[] swapLeft = left;
            left = leftNext;
            leftNext = swapLeft;
            double[] swapCost = cost;
            cost = costNext;
            costNext = swapCost;
            known = to;
        }
        return choices;
    }

    private static boolean better(int left, double cost, int thanLeft, double thanCost) {
        return left < thanLeft || (left == thanLeft && cost < thanCost);
    }

    private List<Pair> read(int[] candidates, byte[][] choices, int[] low, int[] high) {
        List<int[]> found = new ArrayList<>();
        int c = candidates.length;
        for (int s = choices.length - 1; s >= 0; s--) {
            c = Math.min(c, high[s] + 1);
            while (choices[s][c - low[s]] == PASS) {
                c--;
            }
            if (choices[s][c - low[s]] == MATCH) {
                found.add(new int[] {turns[s / ratio], candidates[c - 1]});
                c--;
            }
        }
        boolean[] used = new boolean[sorted.length];
        found.forEach(pair -> used[pair[1]] = true);
        List<Pair> pairs = new ArrayList<>();
        for (int[] pair : found.reversed()) {
            double value = sorted[pair[1]];
            int others = 0;
            for (int p = SortedPool.lowerBound(sorted, value); p < sorted.length && sorted[p] == value; p++) {
                others += used[p] ? 0 : 1;
            }
            pairs.add(new Pair(pair[0], places[pair[1]], Math.abs(treated[pair[0]] - value), others));
        }
        return pairs;
    }
}
