package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * How much may still be asked of perturbed figures before averaging tells the true ones. The same cell always gets the same
 * answer, so asking twice tells nothing; but a count can also be had as the sum of its parts, by sex, by age, by street, and
 * each such sum is another draw of noise. Fewer than two hundred questions recovered true counts from a national
 * table-builder in this way (Asghar and Kaafar 2020).
 *
 * <p>The best linear estimate of a count from all answers has a variance; one direct answer has the variance of the noise.
 * A question is granted as long as no answered cell, and no total of a table asked for, can be estimated better than by its
 * own answer together with a sum of {@link #partsAllowed} others. That number is worked out from the noise: from so many
 * parts on, the sum raises the chance of guessing right by no more than is allowed.
 *
 * <p>Looks at the counts that were asked for and the totals of tables, not at others that nobody named. Up to 1,500 different
 * cells. A value: the caller keeps what is returned.
 */
public final class QueryBudget {
    private static final int MOST_PARTS = 400;
    private static final int MOST_ANSWERS = 1_500;
    private static final double SLACK = 1e-9;

    private final int partsAllowed;
    private final List<Cell> answered;
    private final List<Cell> totals;

    private QueryBudget(int partsAllowed, List<Cell> answered, List<Cell> totals) {
        this.partsAllowed = partsAllowed;
        this.answered = answered;
        this.totals = totals;
    }

    /**
     * A budget of which nothing is spent.
     *
     * @param noise of each answer
     * @param mostGain by how much the chance of guessing a count right may rise, such as .01
     */
    public static QueryBudget of(Noise noise, double mostGain) {
        if (!(mostGain > 0 && mostGain < 1)) {
            throw new IllegalArgumentException("a gain lies between 0 and 1, both excluded, given " + mostGain);
        }
        double alone = noise.guessing();
        Noise sum = noise;
        int allowed = MOST_PARTS + 1;
        for (int parts = 2; parts <= MOST_PARTS; parts++) {
            sum = sum.plus(noise);
            if (noise.guessingWith(sum) - alone > mostGain) {
                allowed = MOST_PARTS + 1;
            } else if (allowed > MOST_PARTS) {
                allowed = parts;
            }
        }
        return new QueryBudget(allowed > MOST_PARTS ? Integer.MAX_VALUE : allowed, List.of(), List.of());
    }

    /** What is said to a question. */
    public sealed interface Reply {
        /** It may be answered; the budget that is left. */
        record Granted(QueryBudget left) implements Reply {}

        /**
         * It may not: with it, a count could be averaged out.
         *
         * @param count which one, in words
         * @param information how much would be known of it, in direct answers: 2 means as much as from two independent ones
         * @param allowed how much may be
         */
        record Spent(String count, double information, double allowed) implements Reply {}
    }

    /** From how many parts on a sum of them may be had beside the direct answer; the largest int where none may. */
    public int partsAllowed() {
        return partsAllowed;
    }

    /**
     * Asks for a table.
     *
     * @param name as a sentence names it
     * @param table cells, one or more; they may overlap where each is answered by itself, as a total beside its parts
     */
    public Reply ask(String name, List<Cell> table) {
        QueryBudget after = remembering(name, table);
        List<Cell> all = after.answered;
        double allowed = 1 + 1.0 / partsAllowed;
        if (all.size() > MOST_ANSWERS) {
            return new Reply.Spent(name, Double.POSITIVE_INFINITY, allowed);
        }
        List<Cell> asked = new ArrayList<>(all);
        asked.addAll(after.totals);
        double[] information = information(all, asked);
        int worst = 0;
        for (int i = 1; i < information.length; i++) {
            worst = information[i] > information[worst] ? i : worst;
        }
        return information[worst] > allowed + SLACK
                ? new Reply.Spent(asked.get(worst).name(), information[worst], allowed)
                : new Reply.Granted(after);
    }

    /** The budget that is left after a table that was answered before, whatever it told; for whoever kept a list of them. */
    public QueryBudget remembering(String name, List<Cell> table) {
        List<Cell> all = new ArrayList<>(answered);
        Set<List<Integer>> known = new HashSet<>();
        answered.forEach(cell -> known.add(atoms(cell)));
        for (Cell cell : table) {
            if (known.add(atoms(cell))) {
                all.add(cell);
            }
        }
        int[] atoms = table.stream()
                .flatMapToInt(cell -> Arrays.stream(cell.atoms()))
                .distinct()
                .toArray();
        List<Cell> sums = new ArrayList<>(totals);
        sums.add(Cell.of("the total of " + name, atoms));
        return new QueryBudget(partsAllowed, List.copyOf(all), List.copyOf(sums));
    }

    /** How many different counts were answered. */
    public int answers() {
        return answered.size();
    }

    /**
     * For each of {@code asked} one over the variance of its best linear estimate from the answers, where an answer has
     * variance 1; 0 for a count that no combination of answers estimates.
     */
    private static double[] information(List<Cell> answers, List<Cell> asked) {
        int atoms = asked.stream().mapToInt(Cell::lastAtom).max().orElseThrow() + 1;
        Pieces pieces = new Pieces(asked, new long[atoms]);
        R064Store matrix = R064Store.FACTORY.make(answers.size(), pieces.count());
        for (int i = 0; i < answers.size(); i++) {
            for (int piece : pieces.of(i)) {
                matrix.set(i, piece, 1.0);
            }
        }
        SingularValue<Double> decomposition = SingularValue.R064.make(matrix);
        decomposition.decompose(matrix);
        int rank = decomposition.getRank();
        MatrixStore<Double> directions = decomposition.getV();
        double[] information = new double[asked.size()];
        for (int a = 0; a < information.length; a++) {
            double variance = 0;
            double covered = 0;
            for (int d = 0; d < rank; d++) {
                double along = 0;
                for (int piece : pieces.of(a)) {
                    along += directions.doubleValue(piece, d);
                }
                double size = decomposition.getSingularValues().doubleValue(d);
                variance += along * along / (size * size);
                covered += along * along;
            }
            boolean estimable = covered > pieces.of(a).length - 1e-6;
            information[a] = estimable ? 1 / variance : 0;
        }
        return information;
    }

    private static List<Integer> atoms(Cell cell) {
        return Arrays.stream(cell.atoms()).boxed().toList();
    }
}
