package org.concordat.disclosure.primary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.concordat.disclosure.tables.Contributors;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.Table;

/** The rules that a body has set for its tables: one or more; what any of them finds is unsafe. */
public record Rules(List<Rule> rules) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rules {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a table is held against one rule or more, given none");
        }
    }

    /** Counts of 1 to 5 are unsafe, and nothing else. */
    public static Rules usual() {
        return new Rules(List.of(Rule.Threshold.USUAL));
    }

    /**
     * What is unsafe in {@code table}: by cell, and for a cell in the order of the rules. Cells not meant for release are left
     * out: nobody sees them.
     */
    public List<Finding> findings(Table table) {
        List<Finding> findings = new ArrayList<>();
        for (int cell = 0; cell < table.cellCount(); cell++) {
            if (table.isReleased(cell) && !table.isStructuralZero(cell)) {
                for (Rule rule : rules) {
                    find(table, cell, rule, findings);
                }
            }
        }
        return findings;
    }

    private static void find(Table table, int cell, Rule rule, List<Finding> findings) {
        switch (rule) {
            case Rule.Threshold threshold -> threshold(table, cell, threshold, findings);
            case Rule.FewContributors few -> fewContributors(table, cell, few, findings);
            case Rule.Dominance dominance -> dominance(table, cell, dominance, findings);
            case Rule.PPercent pPercent -> pPercent(table, cell, pPercent, findings);
            case Rule.GroupDisclosure group -> groups(table, cell, group, findings);
        }
    }

    private static void threshold(Table table, int cell, Rule.Threshold rule, List<Finding> findings) {
        BigDecimal figure = table.figure(cell);
        boolean unsafe =
                figure.signum() == 0 ? rule.zeroUnsafe() : figure.compareTo(BigDecimal.valueOf(rule.safeFrom())) < 0;
        if (unsafe) {
            findings.add(
                    new Finding.UnsafeCell(cell, rule, figure.toPlainString() + " is below " + rule.safeFrom(), 1));
        }
    }

    private static void fewContributors(Table table, int cell, Rule.FewContributors rule, List<Finding> findings) {
        int count = who(table, rule).count(cell);
        if (count > 0 && count < rule.safeFrom()) {
            findings.add(
                    new Finding.UnsafeCell(cell, rule, "contributors: " + count + ", safe from " + rule.safeFrom(), 1));
        }
    }

    private static void dominance(Table table, int cell, Rule.Dominance rule, List<Finding> findings) {
        BigDecimal largest = largest(table, cell, 0, rule.largest(), who(table, rule));
        BigDecimal total = table.figure(cell);
        if (largest.multiply(HUNDRED).compareTo(total.multiply(rule.percent())) > 0) {
            findings.add(new Finding.UnsafeCell(
                    cell,
                    rule,
                    "the " + rule.largest() + " largest give " + largest.toPlainString() + " of "
                            + total.toPlainString() + ", more than "
                            + rule.percent().toPlainString() + " %",
                    1));
        }
    }

    private static void pPercent(Table table, int cell, Rule.PPercent rule, List<Finding> findings) {
        Contributors who = who(table, rule);
        BigDecimal largest = largest(table, cell, 0, 1, who);
        BigDecimal total = table.figure(cell);
        BigDecimal remainder = total.subtract(largest).subtract(largest(table, cell, 1, rule.coalition(), who));
        BigDecimal needed = largest.multiply(rule.percent()).divide(HUNDRED);
        if (total.signum() > 0 && remainder.compareTo(needed) < 0) {
            // What is missing to the protection that the rule asks, above and below (Fischetti and Salazar 2001).
            BigDecimal missing = needed.subtract(remainder).movePointRight(table.decimals());
            long width = 2 * missing.setScale(0, RoundingMode.CEILING).longValueExact();
            findings.add(new Finding.UnsafeCell(
                    cell,
                    rule,
                    "others than the largest and a coalition of " + rule.coalition() + " give "
                            + remainder.toPlainString() + ", below "
                            + rule.percent().toPlainString() + " % of "
                            + largest.toPlainString(),
                    Math.max(1, width)));
        }
    }

    private static void groups(Table table, int total, Rule.GroupDisclosure rule, List<Finding> findings) {
        Equations equations = table.equations();
        if (table.value(total) == 0) {
            return;
        }
        for (int i = 0; i < equations.equationCount(total); i++) {
            int equation = equations.equation(total, i);
            if (equations.total(equation) != total
                    || !rule.dimensions().contains(table.dimension(equation).name())) {
                continue;
            }
            int possible = 0;
            int all = -1;
            for (int p = 0; p < equations.partCount(equation); p++) {
                int part = equations.part(equation, p);
                possible += table.isStructuralZero(part) ? 0 : 1;
                all = table.value(part) == table.value(total) ? part : all;
            }
            // Where only one kind is possible, everybody knows it beforehand.
            if (all >= 0 && possible > 1 && table.isReleased(all)) {
                findings.add(new Finding.UnsafeDifference(
                        total, all, rule, "all " + table.figure(total).toPlainString() + " are of one kind"));
            }
        }
    }

    private static BigDecimal largest(Table table, int cell, int from, int count, Contributors who) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int rank = from; rank < from + count; rank++) {
            sum = sum.add(BigDecimal.valueOf(who.largest(cell, rank), table.decimals()));
        }
        return sum;
    }

    private static Contributors who(Table table, Rule rule) {
        return table.contributors()
                .orElseThrow(() -> new IllegalArgumentException("the rule \"" + rule.words()
                        + "\" needs who contributes to each cell: count the table from rows"));
    }
}
