package org.concordat.cli.pathways;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.suppression.SuppressionAnswer;
import org.concordat.disclosure.suppression.Suppressor;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.RowCounter;
import org.concordat.disclosure.tables.Table;

/**
 * How often each step was taken from each other, as a table with its totals, in which what fewer people did than the threshold
 * is hidden with whatever would give it away. Totals are never hidden: how often people came to a step is how often they left
 * it, so that a hidden total would follow from the other.
 *
 * @param cells row by row, totals included
 */
record SafeSteps(List<Cell> cells) {
    /** Where everybody begins. */
    static final String START = "(start)";

    /** Where everybody ends. */
    static final String END = "(end)";

    /** The code of totals. */
    static final String ALL = "all";

    private static final int MOST_STEPS = 60;

    /**
     * How often people went from one step to another.
     *
     * @param times how often
     */
    record Cell(String from, String to, long times, boolean hidden) {
        boolean total() {
            return from.equals(ALL) || to.equals(ALL);
        }
    }

    SafeSteps {
        cells = List.copyOf(cells);
    }

    static SafeSteps of(Journeys journeys, SmallCounts small) {
        TreeSet<String> steps = new TreeSet<>();
        journeys.steps().forEach(steps::addAll);
        if (steps.size() > MOST_STEPS) {
            throw new CommandException(
                    "PATHWAYS-STEPS",
                    ExitCode.REFUSED,
                    "There are " + steps.size() + " different steps, of which nobody sees a way. Put them into at most "
                            + MOST_STEPS + " kinds. Nothing was written.");
        }
        List<String> from = new ArrayList<>(List.of(START));
        from.addAll(steps);
        List<String> to = new ArrayList<>(steps);
        to.add(END);
        RowCounter counter =
                new RowCounter(List.of(Dimension.flat("from", ALL, from), Dimension.flat("to", ALL, to)), 0);
        steps.forEach(step -> counter.structuralZero(List.of(step, step)));
        counter.structuralZero(List.of(START, END));
        for (int person = 0; person < journeys.steps().size(); person++) {
            String last = START;
            for (String step : journeys.steps().get(person)) {
                counter.row(List.of(last, step), "person " + person, BigDecimal.ONE);
                last = step;
            }
            counter.row(List.of(last, END), "person " + person, BigDecimal.ONE);
        }
        Table table = counter.table();
        return small.shownBecause().isEmpty()
                ? shown(table, protectedBy(table, small))
                : new SafeSteps(cells(table, new boolean[table.cellCount()]));
    }

    private static Suppression protectedBy(Table table, SmallCounts small) {
        List<Finding> findings = new Rules(List.of(new Rule.FewContributors((int) small.threshold()))).findings(table);
        List<Integer> totals = IntStream.range(0, table.cellCount())
                .filter(cell -> !table.isBase(cell))
                .boxed()
                .toList();
        Protection protection = Protection.usual().publishing(totals);
        for (Protection tried : List.of(protection, protection.withZerosHidden())) {
            if (Suppressor.protect(table, findings, tried) instanceof SuppressionAnswer.Protected good) {
                return good.suppression();
            }
        }
        throw new CommandException(
                "PATHWAYS-IMPOSSIBLE",
                ExitCode.REFUSED,
                "What few people did would follow from the rest, whatever else is hidden. Put steps into fewer kinds, or take"
                        + " --show ways. Nothing was written.");
    }

    private static SafeSteps shown(Table table, Suppression suppression) {
        boolean[] hidden = new boolean[table.cellCount()];
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] = suppression.isHidden(cell);
        }
        return new SafeSteps(cells(table, hidden));
    }

    private static List<Cell> cells(Table table, boolean[] hidden) {
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < hidden.length; cell++) {
            List<String> codes = table.codes(cell);
            cells.add(new Cell(codes.getFirst(), codes.getLast(), table.value(cell), hidden[cell]));
        }
        return cells;
    }

    /** The steps between two that are shown and were taken, most frequent first. */
    List<Cell> frequent() {
        return cells.stream()
                .filter(cell -> !cell.hidden() && !cell.total() && cell.times() > 0)
                .filter(cell -> !cell.from().equals(START) && !cell.to().equals(END))
                .sorted((a, b) -> Long.compare(b.times(), a.times()))
                .toList();
    }
}
