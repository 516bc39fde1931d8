package org.concordat.disclosure.suppression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.tables.Table;

/**
 * Hides what must be hidden in a table so that nothing unsafe can be worked out from the rest. The same table, findings and
 * protection give the same answer.
 */
public final class Suppressor {
    /** The largest table of which the cheapest choice is looked for. */
    public static final int MOST_CELLS_FOR_OPTIMUM = 1_000;

    private Suppressor() {}

    /**
     * Near-optimal, for tables of any size: tens of thousands of cells in seconds.
     *
     * @param findings what is unsafe, from {@code primary}; none gives a table with nothing hidden
     */
    public static SuppressionAnswer protect(Table table, List<Finding> findings, Protection protection) {
        return protect(new Problem(table, findings, protection), findings, protection);
    }

    /**
     * Optimal where the table is small: the choice is proved to be the cheapest. Where that cannot be proved in the work
     * allowed, the near-optimal answer, which says so.
     *
     * @param table with at most {@value #MOST_CELLS_FOR_OPTIMUM} cells
     */
    public static SuppressionAnswer protectOptimally(Table table, List<Finding> findings, Protection protection) {
        if (table.cellCount() > MOST_CELLS_FOR_OPTIMUM) {
            throw new IllegalArgumentException("the cheapest choice is proved for tables of at most "
                    + MOST_CELLS_FOR_OPTIMUM + " cells, given " + table.cellCount() + "; take the near-optimal search");
        }
        Problem problem = new Problem(table, findings, protection);
        return switch (protect(problem, findings, protection)) {
            case SuppressionAnswer.CannotProtect cannot -> cannot;
            case SuppressionAnswer.Protected good -> {
                boolean[] hidden = good.suppression().hidden();
                boolean[] cheapest = new OptimalSearch(problem, protection.seed()).cheapest(hidden);
                yield cheapest == null
                        ? good
                        : new SuppressionAnswer.Protected(new Suppression(problem, findings, cheapest, true));
            }
        };
    }

    private static SuppressionAnswer protect(Problem problem, List<Finding> findings, Protection protection) {
        Search search = new Search(problem);
        search.makeSafe();
        Set<Integer> impossible = new TreeSet<>(search.impossible());
        Widening widening = new Widening(problem, search);
        if (impossible.isEmpty()) {
            search.improve((long) protection.effort() * problem.items().length, protection.seed());
            impossible.addAll(widening.run());
        }
        return impossible.isEmpty()
                ? new SuppressionAnswer.Protected(new Suppression(problem, findings, widening.hidden(), false))
                : new SuppressionAnswer.CannotProtect(Suppression.cellsOf(problem, impossible));
    }
}
