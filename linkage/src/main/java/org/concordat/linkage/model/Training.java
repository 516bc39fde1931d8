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
    private static final int RELATIONS = Relation.ALL.size();
    /** A pair that is less probable than this teaches nothing about matches: there are too many such pairs. */
    private static final double LEAST_PROBABLE = .1;

    private static final double MOST_NOT_STRANGERS = .95;
    private static final double LEAST_SHARE = 1e-12;

    private final List<Comparison> comparisons;
    private final int[] levelCounts;
    private final PatternCounts compared;
    private final double[] pairsOfKind;
    private final PatternCounts random;

    /**
     * How the training ended.
     *
     * @param converged whether the largest change of any probability fell under one in ten thousand, and the matches
     *     stand out from the strangers who agree by chance: where they do not, the columns say too little to tell, and the
     *     model expects hardly any match
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

    /** The pattern without the kind of its pair. */
    public static long levels(long pattern) {
        return pattern & ((1L << KIND_BITS) - 1);
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
        return settled(second.model, new Convergence(second.converged, first.count + second.count, second.change));
    }

    private record Rounds(Model model, int count, double change, boolean converged) {}

    private Rounds rounds(Model start, boolean independent, int most) {
        Model model = start;
        int @Nullable [][] trees = null;
        double change = Double.MAX_VALUE;
        for (int round = 1; round <= most; round++) {
            Expected expected = expect(model, independent);
            if (!independent && (trees == null || round == 20)) {
                trees = trees(expected);
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

    /** The trees of persons, strangers and each relation. */
    private int[][] trees(Expected expected) {
        int[][] trees = new int[RELATIONS + 2][];
        trees[0] = expected.persons.tree(allowed(true));
        trees[1] = expected.strangers.tree(allowed(false));
        for (int r = 0; r < RELATIONS; r++) {
            trees[r + 2] = expected.related[r].tree(allowed(false));
        }
        return trees;
    }

    /**
     * Which comparisons may depend on each other. Among pairs of one person, two personal details are wrong together
     * only by chance: were they allowed to depend, siblings at one address would be learnt as a kind of match.
     */
    private boolean[][] allowed(boolean persons) {
        int n = levelCounts.length;
        boolean[][] allowed = new boolean[n][n];
        for (int c = 0; c < n; c++) {
            for (int d = 0; d < n; d++) {
                allowed[c][d] = !persons
                        || comparisons.get(c).scope() == Scope.HOUSEHOLD
                        || comparisons.get(d).scope() == Scope.HOUSEHOLD;
            }
        }
        return allowed;
    }

    /** The model where levels that persons were not met with count for nothing, and matches no more than they can be told. */
    private Model settled(Model m, Convergence convergence) {
        boolean[][] unmet = UnmetLevels.of(expect(m, false).persons, levelCounts);
        Dependence persons = UnmetLevels.capped(m.persons, unmet, m.strangers);
        Dependence[] related = new Dependence[RELATIONS];
        for (int r = 0; r < RELATIONS; r++) {
            related[r] = UnmetLevels.raised(m.related[r], unmet, persons);
        }
        Model settled = new Model(
                m.comparisons(),
                persons,
                related,
                UnmetLevels.raised(m.strangers, unmet, persons),
                m.personShare,
                m.relatedShare,
                m.meanRarity,
                convergence);
        double matches = 0;
        double pairs = 0;
        for (int k = 0; k < pairsOfKind.length; k++) {
            matches += pairsOfKind[k] * m.personShare[k];
            pairs += pairsOfKind[k];
        }
        if (!new ChanceAgreement(settled.strangers, random).hides(matches, pairs)) {
            return settled;
        }
        double[] hardlyAny = new double[pairsOfKind.length];
        Arrays.fill(hardlyAny, Math.max(LEAST_SHARE, .5 / pairs));
        return settled.withPriorsAtMost(
                hardlyAny, new Convergence(false, convergence.rounds(), convergence.lastChange()));
    }

    private Model start(double startingShare) {
        int n = levelCounts.length;
        Dependence.Counts chance = new Dependence.Counts(levelCounts);
        PatternCounts source = random.distinct() > 0 ? random : compared;
        for (long pattern : source.patterns()) {
            chance.add(pattern, source.count(pattern));
        }
        double[][] strangers = chance.distributions(.2);
        double[][] persons = new double[n][];
        for (int c = 0; c < n; c++) {
            persons[c] = agreeing(levelCounts[c], .08);
        }
        Dependence[] related = new Dependence[RELATIONS];
        for (int r = 0; r < RELATIONS; r++) {
            Relation relation = Relation.ALL.get(r);
            double[][] starts = new double[n][];
            for (int c = 0; c < n; c++) {
                boolean agrees = relation.startsAgreeing(comparisons.get(c));
                starts[c] = agrees ? agreeing(levelCounts[c], .25) : strangers[c];
            }
            related[r] = Dependence.independent(starts);
        }
        double[] person = new double[pairsOfKind.length];
        double[][] relatedShare = new double[RELATIONS][pairsOfKind.length];
        Arrays.fill(person, startingShare);
        for (double[] share : relatedShare) {
            Arrays.fill(share, Relation.canBeTold(comparisons) ? startingShare : 0);
        }
        leaveRoomForStrangers(person, relatedShare);
        return new Model(
                comparisons,
                Dependence.independent(persons),
                related,
                Dependence.independent(strangers),
                person,
                relatedShare,
                new double[n][],
                new Convergence(false, 0, 1));
    }

    /** A distribution that mostly agrees and differs with this probability. */
    private static double[] agreeing(int levels, double different) {
        double[] distribution = new double[levels + 1];
        double between = levels > 2 ? .15 : 0;
        for (int l = 2; l < levels; l++) {
            distribution[l] = between / (levels - 2);
        }
        distribution[levels] = different;
        distribution[1] = 1 - different - between;
        return distribution;
    }

    private static final class Expected {
        final Dependence.Counts persons;
        final Dependence.Counts[] related = new Dependence.Counts[RELATIONS];
        final Dependence.Counts strangers;
        final double[] personPairs;
        final double[][] relatedPairs;

        Expected(int[] levelCounts, int kinds) {
            persons = new Dependence.Counts(levelCounts);
            for (int r = 0; r < RELATIONS; r++) {
                related[r] = new Dependence.Counts(levelCounts);
            }
            strangers = new Dependence.Counts(levelCounts);
            personPairs = new double[kinds];
            relatedPairs = new double[RELATIONS][kinds];
        }
    }

    /**
     * Shares every pattern out among the kinds of pair.
     *
     * @param keepStrangers leave the random pairs whole: while matches are still being looked for, chance agreement must
     *     not be explained away by calling it a match
     */
    private Expected expect(Model model, boolean keepStrangers) {
        Expected expected = new Expected(levelCounts, pairsOfKind.length);
        boolean fromRandom = random.distinct() > 0;
        double[] shares = new double[RELATIONS + 1];
        for (long pattern : compared.patterns()) {
            double count = compared.count(pattern);
            int kind = kind(pattern);
            model.shares(pattern, kind, shares);
            double rest = 1;
            for (int r = 0; r < RELATIONS; r++) {
                expected.related[r].add(pattern, count * shares[r + 1]);
                expected.relatedPairs[r][kind] += count * shares[r + 1];
                rest -= shares[r + 1];
            }
            if (!fromRandom) {
                expected.strangers.add(pattern, count * (rest - shares[0]));
            }
            if (shares[0] >= LEAST_PROBABLE || !fromRandom) {
                expected.persons.add(pattern, count * shares[0]);
                expected.personPairs[kind] += count * shares[0];
            }
        }
        for (long pattern : random.patterns()) {
            model.shares(pattern, kind(pattern), shares);
            double stranger =
                    keepStrangers ? 1 : Math.max(0, 1 - Arrays.stream(shares).sum());
            expected.strangers.add(pattern, random.count(pattern) * stranger);
        }
        return expected;
    }

    private Model maximise(Expected expected, int @Nullable [][] trees) {
        int n = levelCounts.length;
        int[] none = new int[n];
        Arrays.fill(none, -1);
        double allPersons = 0;
        double[] allRelated = new double[RELATIONS];
        double allPairs = 0;
        for (int k = 0; k < pairsOfKind.length; k++) {
            allPersons += expected.personPairs[k];
            for (int r = 0; r < RELATIONS; r++) {
                allRelated[r] += expected.relatedPairs[r][k];
            }
            allPairs += pairsOfKind[k];
        }
        double[] person = new double[pairsOfKind.length];
        double[][] relatedShare = new double[RELATIONS][pairsOfKind.length];
        for (int k = 0; k < person.length; k++) {
            person[k] = share(expected.personPairs[k], pairsOfKind[k], allPersons / allPairs);
            for (int r = 0; r < RELATIONS && Relation.canBeTold(comparisons); r++) {
                relatedShare[r][k] = share(expected.relatedPairs[r][k], pairsOfKind[k], allRelated[r] / allPairs);
            }
        }
        leaveRoomForStrangers(person, relatedShare);
        Dependence[] related = new Dependence[RELATIONS];
        for (int r = 0; r < RELATIONS; r++) {
            related[r] = expected.related[r].with(trees == null ? none : trees[r + 2], .5);
        }
        return new Model(
                comparisons,
                expected.persons.with(trees == null ? none : trees[0], .5),
                related,
                expected.strangers.with(trees == null ? none : trees[1], .2),
                person,
                relatedShare,
                new double[n][],
                new Convergence(false, 0, 1));
    }

    /** A share of a kind of pairs, drawn a little towards that of all pairs, and never none nor half. */
    private static double share(double expected, double pairs, double ofAll) {
        double borrowed = pairs * .001;
        // Of a kind without any pairs, such as those within a source of one record, nothing is known but the rest.
        double share = pairs > 0 ? (expected + borrowed * ofAll) / (pairs + borrowed) : ofAll;
        return Math.clamp(share, LEAST_SHARE, .9);
    }

    /** Of a handful of records all pairs can seem to be something; a share of none or less would have no logarithm. */
    private static void leaveRoomForStrangers(double[] person, double[][] relatedShare) {
        for (int k = 0; k < person.length; k++) {
            double sum = person[k];
            for (double[] share : relatedShare) {
                sum += share[k];
            }
            if (sum > MOST_NOT_STRANGERS) {
                double scale = MOST_NOT_STRANGERS / sum;
                person[k] *= scale;
                for (double[] share : relatedShare) {
                    share[k] *= scale;
                }
            }
        }
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
