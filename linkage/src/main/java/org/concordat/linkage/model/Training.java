package org.concordat.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparison.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model from patterns without knowing which pairs are matches, by expectation maximisation on pattern counts.
 *
 * <p>The input is a set of compared pairs that holds nearly all matches among a known number of pairs, and a random
 * sample of pairs that shows how strangers agree by chance. A pattern's kind of pair stands in its bits from 56 on.
 */
public final class Training {
    private static final int MOST_ROUNDS = 300;
    private static final double CLOSE_ENOUGH = 1e-4;
    private static final int KIND_BITS = 56;

    private final List<Comparison> comparisons;
    private final int[] levelCounts;
    private final PatternCounts compared;
    private final double[] pairsOfKind;
    private final PatternCounts random;

    /**
     * How the training ended.
     *
     * @param converged whether the largest change of any probability fell under one in ten thousand
     * @param rounds how many rounds it took
     * @param lastChange the largest change of a probability in the last round
     */
    public record Convergence(boolean converged, int rounds, double lastChange) {}

    /**
     * @param compared the patterns of the compared pairs
     * @param pairsOfKind how many pairs of each kind there are among the records that were compared, compared or not
     * @param random the patterns of random pairs; may be empty, and then strangers are learnt from the compared pairs
     */
    public Training(List<Comparison> comparisons, PatternCounts compared, double[] pairsOfKind, PatternCounts random) {
        this.comparisons = List.copyOf(comparisons);
        this.levelCounts = comparisons.stream().mapToInt(Comparison::levelCount).toArray();
        this.compared = compared;
        this.pairsOfKind = pairsOfKind.clone();
        this.random = random;
    }

    /** The kind of a pair, as carried in a pattern. */
    public static int kind(long pattern) {
        return (int) (pattern >>> KIND_BITS);
    }

    /** The pattern marked with the kind of its pair, from 0 to 255. */
    public static long ofKind(long pattern, int kind) {
        return pattern | (long) kind << KIND_BITS;
    }

    /** Learns the model. The prior share of persons is where the search starts, not where it ends. */
    public Model fit(double startingShare) {
        Model model = start(startingShare);
        Rounds first = rounds(model, true, 40);
        Rounds second = rounds(first.model, false, MOST_ROUNDS);
        return withConvergence(
                second.model, new Convergence(second.converged, first.count + second.count, second.change));
    }

    private record Rounds(Model model, int count, double change, boolean converged) {}

    private Rounds rounds(Model start, boolean independent, int most) {
        Model model = start;
        int @Nullable [][] trees = null;
        double change = Double.MAX_VALUE;
        for (int round = 1; round <= most; round++) {
            Expected expected = expect(model, independent);
            if (!independent && (trees == null || round == 20)) {
                trees = new int[][] {expected.persons.tree(), expected.strangers.tree()};
            }
            Model next = maximise(expected, trees);
            change = change(model, next);
            model = next;
            if (change < CLOSE_ENOUGH && (independent || round > 21)) {
                return new Rounds(model, round, change, true);
            }
        }
        return new Rounds(model, most, change, false);
    }

    private static Model withConvergence(Model m, Convergence convergence) {
        return new Model(
                m.comparisons(),
                m.persons,
                m.households,
                m.strangers,
                m.personShare,
                m.householdShare,
                m.meanRarity,
                convergence);
    }

    private Model start(double startingShare) {
        int n = levelCounts.length;
        double[][] agreeing = new double[n][];
        double[][] shared = new double[n][];
        for (int c = 0; c < n; c++) {
            int levels = levelCounts[c];
            agreeing[c] = new double[levels + 1];
            shared[c] = new double[levels + 1];
            double between = levels > 2 ? .15 : 0;
            for (int l = 2; l < levels; l++) {
                agreeing[c][l] = between / (levels - 2);
                shared[c][l] = between / (levels - 2);
            }
            agreeing[c][levels] = .08;
            agreeing[c][1] = .92 - between;
            shared[c][levels] = .25;
            shared[c][1] = .75 - between;
        }
        Dependence.Counts chance = new Dependence.Counts(levelCounts);
        PatternCounts source = random.distinct() > 0 ? random : compared;
        for (long pattern : source.patterns()) {
            chance.add(pattern, source.count(pattern));
        }
        double[] person = new double[pairsOfKind.length];
        double[] household = new double[pairsOfKind.length];
        Arrays.fill(person, startingShare);
        Arrays.fill(household, hasHouseholds() ? startingShare / 2 : 0);
        return new Model(
                comparisons,
                Dependence.independent(agreeing),
                Dependence.independent(shared),
                Dependence.independent(chance.distributions(.2)),
                person,
                household,
                new double[n][],
                new Convergence(false, 0, 1));
    }

    /** A class for households needs a surname and something of an address to be told by. */
    private boolean hasHouseholds() {
        long shared =
                comparisons.stream().filter(c -> c.scope() == Scope.HOUSEHOLD).count();
        return shared >= 2 && shared < comparisons.size();
    }

    private static final class Expected {
        final Dependence.Counts persons;
        final Dependence.Counts households;
        final Dependence.Counts strangers;
        final double[] personPairs;
        final double[] householdPairs;

        Expected(int[] levelCounts, int kinds) {
            persons = new Dependence.Counts(levelCounts);
            households = new Dependence.Counts(levelCounts);
            strangers = new Dependence.Counts(levelCounts);
            personPairs = new double[kinds];
            householdPairs = new double[kinds];
        }
    }

    /**
     * Shares every pattern out among the three kinds of pair.
     *
     * @param keepStrangers leave the random pairs whole: while matches are still being looked for, chance agreement must
     *     not be explained away by calling it a match
     */
    private Expected expect(Model model, boolean keepStrangers) {
        Expected expected = new Expected(levelCounts, pairsOfKind.length);
        boolean fromRandom = random.distinct() > 0;
        double[] shares = new double[2];
        for (long pattern : compared.patterns()) {
            double count = compared.count(pattern);
            int kind = kind(pattern);
            shares(model, pattern, kind, shares);
            expected.persons.add(pattern, count * shares[0]);
            expected.households.add(pattern, count * shares[1]);
            expected.personPairs[kind] += count * shares[0];
            expected.householdPairs[kind] += count * shares[1];
            if (!fromRandom) {
                expected.strangers.add(pattern, count * (1 - shares[0] - shares[1]));
            }
        }
        for (long pattern : random.patterns()) {
            shares(model, pattern, kind(pattern), shares);
            double stranger = keepStrangers ? 1 : 1 - shares[0] - shares[1];
            expected.strangers.add(pattern, random.count(pattern) * stranger);
        }
        return expected;
    }

    private static void shares(Model model, long pattern, int kind, double[] shares) {
        double person = Math.log(model.personShare[kind]) + model.persons.log(pattern);
        double stranger =
                Math.log(1 - model.personShare[kind] - model.householdShare[kind]) + model.strangers.log(pattern);
        double household = model.householdShare[kind] == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(model.householdShare[kind]) + model.logHousehold(pattern);
        double top = Math.max(person, Math.max(stranger, household));
        double p = Math.exp(person - top);
        double h = Math.exp(household - top);
        double s = Math.exp(stranger - top);
        double sum = p + h + s;
        shares[0] = p / sum;
        shares[1] = h / sum;
    }

    private Model maximise(Expected expected, int @Nullable [][] trees) {
        int n = levelCounts.length;
        int[] none = new int[n];
        Arrays.fill(none, -1);
        double allPersons = 0;
        double allHouseholds = 0;
        double allPairs = 0;
        for (int k = 0; k < pairsOfKind.length; k++) {
            allPersons += expected.personPairs[k];
            allHouseholds += expected.householdPairs[k];
            allPairs += pairsOfKind[k];
        }
        double[] person = new double[pairsOfKind.length];
        double[] household = new double[pairsOfKind.length];
        for (int k = 0; k < person.length; k++) {
            person[k] = share(expected.personPairs[k], pairsOfKind[k], allPersons / allPairs);
            household[k] =
                    hasHouseholds() ? share(expected.householdPairs[k], pairsOfKind[k], allHouseholds / allPairs) : 0;
        }
        return new Model(
                comparisons,
                expected.persons.with(trees == null ? none : trees[0], .5),
                expected.households.with(none, .5),
                expected.strangers.with(trees == null ? none : trees[1], .2),
                person,
                household,
                new double[n][],
                new Convergence(false, 0, 1));
    }

    /** A share of a kind of pairs, drawn a little towards that of all pairs, and never none nor half. */
    private static double share(double expected, double pairs, double ofAll) {
        double borrowed = pairs * .001;
        double share = (expected + borrowed * ofAll) / (pairs + borrowed);
        return Math.clamp(share, 1e-12, .9);
    }

    private double change(Model before, Model after) {
        double most = 0;
        for (int c = 0; c < levelCounts.length; c++) {
            for (int l = 1; l <= levelCounts[c]; l++) {
                most = Math.max(most, Math.abs(before.m(c, l) - after.m(c, l)));
                most = Math.max(most, Math.abs(before.u(c, l) - after.u(c, l)));
            }
        }
        for (int k = 0; k < pairsOfKind.length; k++) {
            most = Math.max(most, Math.abs(before.prior(k) - after.prior(k)));
        }
        return most;
    }
}
