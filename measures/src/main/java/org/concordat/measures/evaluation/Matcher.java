package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.concordat.measures.evaluation.Matches.Pair;

/**
 * Finds partners on one measure of distance, such as the propensity score. Cost: sorting the pool, then for each treated
 * person a search in it, whoever is taken already. Among equally near partners the one lower in the measure is taken, then the
 * one who stands first in the pool; each pair tells how many others would have done as well.
 */
public final class Matcher {
    private final MatchSettings settings;

    public Matcher(MatchSettings settings) {
        this.settings = settings;
    }

    /**
     * Matches the treated with the pool.
     *
     * @param treated where each treated person stands on the measure
     * @param pool where each of the others stands
     */
    public Matches match(double[] treated, double[] pool) {
        requireFinite("treated", treated);
        requireFinite("pool", pool);
        OptionalDouble width = settings.caliper().isPresent()
                ? OptionalDouble.of(settings.caliper().getAsDouble() * deviation(treated, pool))
                : OptionalDouble.empty();
        double most = width.orElse(Double.POSITIVE_INFINITY);
        List<Pair> pairs;
        if (pool.length == 0 || treated.length == 0) {
            pairs = List.of();
        } else if (settings.replacement()) {
            // Whoever may be chosen again stands in nobody's way, so that the nearest for each is also best for all.
            pairs = chosenAgain(treated, new SortedPool(pool), most);
        } else {
            pairs = settings.choice() == Choice.OPTIMAL
                    ? new OptimalPairs(treated, pool, settings.ratio(), most).pairs()
                    : nearest(treated, new SortedPool(pool), most);
        }
        List<Pair> inOrder = new ArrayList<>(pairs);
        inOrder.sort(Comparator.comparingInt(Pair::treated));
        return new Matches(inOrder, treated.length, pool.length, width);
    }

    private static void requireFinite(String name, double[] positions) {
        for (double position : positions) {
            if (!Double.isFinite(position)) {
                throw new IllegalArgumentException(name + ": finite positions, given " + position);
            }
        }
    }

    private static double deviation(double[] treated, double[] pool) {
        int count = treated.length + pool.length;
        double sum = 0;
        for (double t : treated) {
            sum += t;
        }
        for (double p : pool) {
            sum += p;
        }
        double mean = sum / count;
        double squares = 0;
        for (double t : treated) {
            squares += (t - mean) * (t - mean);
        }
        for (double p : pool) {
            squares += (p - mean) * (p - mean);
        }
        return Math.sqrt(squares / (count - 1));
    }

    private int[] turns(double[] treated) {
        if (settings.seed().isEmpty()) {
            double[] negative = new double[treated.length];
            for (int t = 0; t < treated.length; t++) {
                negative[t] = -treated[t];
            }
            return SortedPool.order(negative);
        }
        SplittableRandom random = new SplittableRandom(settings.seed().getAsLong());
        int[] turns = new int[treated.length];
        for (int t = 0; t < turns.length; t++) {
            int other = random.nextInt(t + 1);
            turns[t] = turns[other];
            turns[other] = t;
        }
        return turns;
    }

    /** Everyone chooses one partner, then everyone a second, and so on. */
    private List<Pair> nearest(double[] treated, SortedPool pool, double most) {
        List<Pair> pairs = new ArrayList<>();
        int[] turns = turns(treated);
        boolean belowFirst = settings.choice() == Choice.NEAREST_BELOW;
        for (int round = 0; round < settings.ratio(); round++) {
            for (int person : turns) {
                double position = treated[person];
                int from = pool.from(position);
                int up = pool.openUp(from);
                int down = pool.openDown(from - 1);
                double above = up < pool.groups() ? pool.value(up) - position : Double.POSITIVE_INFINITY;
                double below = down >= 0 ? position - pool.value(down) : Double.POSITIVE_INFINITY;
                if (belowFirst && above == 0) {
                    // Level counts as below.
                    below = 0;
                    down = up;
                    above = Double.POSITIVE_INFINITY;
                } else if (belowFirst && down >= 0) {
                    above = Double.POSITIVE_INFINITY;
                }
                double distance = Math.min(above, below);
                if (distance > most || distance == Double.POSITIVE_INFINITY) {
                    continue;
                }
                int others = (above == distance ? pool.open(up) : 0) + (below == distance ? pool.open(down) : 0) - 1;
                pairs.add(new Pair(person, pool.take(below == distance ? down : up, belowFirst), distance, others));
            }
        }
        return pairs;
    }

    private List<Pair> chosenAgain(double[] treated, SortedPool pool, double most) {
        List<Pair> pairs = new ArrayList<>();
        for (int person = 0; person < treated.length; person++) {
            double position = treated[person];
            int up = pool.from(position);
            int down = up - 1;
            int usedUp = 0;
            int usedDown = 0;
            for (int k = 0; k < settings.ratio(); k++) {
                double above = up < pool.groups() ? pool.value(up) - position : Double.POSITIVE_INFINITY;
                double below = down >= 0 ? position - pool.value(down) : Double.POSITIVE_INFINITY;
                double distance = Math.min(above, below);
                if (distance > most || distance == Double.POSITIVE_INFINITY) {
                    break;
                }
                int others = (above == distance ? pool.size(up) - usedUp : 0)
                        + (below == distance ? pool.size(down) - usedDown : 0)
                        - 1;
                if (below == distance) {
                    pairs.add(new Pair(person, pool.member(down, usedDown++), distance, others));
                    if (usedDown == pool.size(down)) {
                        down--;
                        usedDown = 0;
                    }
                } else {
                    pairs.add(new Pair(person, pool.member(up, usedUp++), distance, others));
                    if (usedUp == pool.size(up)) {
                        up++;
                        usedUp = 0;
                    }
                }
            }
        }
        return pairs;
    }
}
