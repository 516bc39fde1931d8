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
    private Suppressor() {}

    /**
     * Near-optimal, for tables of any size: tens of thousands of cells in seconds.
     *
     * @param findings what is unsafe, from {@code primary}; none gives a table with nothing hidden
     */
    public static SuppressionAnswer protect(Table table, List<Finding> findings, Protection protection) {
        Problem problem = new Problem(table, findings, protection);
        Search search = new Search(problem);
        search.makeSafe();
        Set<Integer> impossible = new TreeSet<>(search.impossible());
        if (impossible.isEmpty()) {
            search.improve((long) protection.effort() * problem.items().length, protection.seed());
        }
        Widening widening = new Widening(problem, search);
        if (impossible.isEmpty()) {
            impossible.addAll(widening.run());
        }
        return impossible.isEmpty()
                ? new SuppressionAnswer.Protected(new Suppression(problem, findings, widening.hidden(), false))
                : new SuppressionAnswer.CannotProtect(Suppression.cellsOf(problem, impossible));
    }
}
