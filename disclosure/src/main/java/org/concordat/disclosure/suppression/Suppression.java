package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.tables.Table;

/** A table with the cells that are hidden in it, each with its reason, and what can still be inferred about them. */
public final class Suppression {
    private final Problem problem;
    private final List<Finding> findings;
    private final boolean[] hidden;
    private final boolean optimal;
    private final Map<Integer, List<Finding>> findingsOf;

    Suppression(Problem problem, List<Finding> findings, boolean[] hidden, boolean optimal) {
        this.problem = problem;
        this.findings = List.copyOf(findings);
        this.hidden = hidden;
        this.optimal = optimal;
        findingsOf = findings.stream()
                .filter(Finding.UnsafeCell.class::isInstance)
                .collect(Collectors.groupingBy(Finding::cell));
    }

    /** The table that was protected; its figures are for whoever holds it. */
    public Table table() {
        return problem.table;
    }

    /** Whether {@code cell} must not be published. Cells not meant for release are not. */
    public boolean isHidden(int cell) {
        return hidden[cell];
    }

    /** Whether {@code cell} is unsafe by itself. */
    public boolean isPrimary(int cell) {
        return problem.roles[cell] == Problem.GUARDED;
    }

    /** The cells that are hidden because they are unsafe, ascending. */
    public int[] primary() {
        return cells(Problem.GUARDED);
    }

    /** The cells that are hidden to protect others, or because that was asked, ascending. */
    public int[] secondary() {
        int[] chosen = cells(Problem.CANDIDATE);
        int[] asked = Arrays.stream(cells(Problem.HIDDEN))
                .filter(problem.table::isReleased)
                .toArray();
        return IntStream.concat(Arrays.stream(chosen), Arrays.stream(asked))
                .sorted()
                .toArray();
    }

    /** What the figures of all secondary cells come to, in the table's units. */
    public long secondaryValue() {
        return Arrays.stream(secondary()).mapToLong(problem.table::value).sum();
    }

    /** Whether it is proved that no cheaper choice exists. */
    public boolean isOptimal() {
        return optimal;
    }

    /** Everything that the rules found. */
    public List<Finding> findings() {
        return findings;
    }

    /** Why {@code cell}, a hidden one, is hidden. */
    public Reason reason(int cell) {
        return reasons(new int[] {cell}).getFirst();
    }

    /** The same for many cells, in their order. */
    public List<Reason> reasons(int[] cells) {
        Reasons reasons = new Reasons(problem, hidden);
        List<Reason> all = new ArrayList<>();
        for (int cell : cells) {
            if (!hidden[cell] || !problem.table.isReleased(cell)) {
                throw new IllegalArgumentException(
                        "reasons are given for hidden cells, given " + problem.table.name(cell));
            }
            if (isPrimary(cell)) {
                all.add(new Reason.Unsafe(findingsOf.getOrDefault(cell, List.of())));
            } else {
                all.add(problem.roles[cell] == Problem.HIDDEN ? new Reason.AskedFor() : reasons.of(cell));
            }
        }
        return all;
    }

    /**
     * What anyone can infer about {@code cell} who knows what is published, the sums, and that no figure is below 0. For a
     * cell that is neither hidden nor kept back it is the figure itself.
     */
    public Inference inference(int cell) {
        return new LocalAttack(problem, new Neighbourhood(problem), new int[] {cell}, hidden)
                .inference(cell, Long.MAX_VALUE);
    }

    /** The same for many cells at once, in their order. */
    public List<Inference> inferences(int[] cells) {
        List<Inference> inferences = new ArrayList<>();
        LocalAttack attack = new LocalAttack(problem, new Neighbourhood(problem), cells, hidden);
        for (int cell : cells) {
            inferences.add(attack.inference(cell, Long.MAX_VALUE));
        }
        return inferences;
    }

    /** How an unsafe cell would follow, as a sentence that names cells and no figure: "[a] = [b] - [c]". */
    public String words(Giveaway giveaway) {
        return words(giveaway, Integer.MAX_VALUE);
    }

    /** The same with at most {@code most} cells named, and how many there are besides. */
    public String words(Giveaway giveaway, int most) {
        StringBuilder words = new StringBuilder("[" + problem.table.name(giveaway.cell()) + "]");
        if (giveaway.less() >= 0) {
            words.append(" - [").append(problem.table.name(giveaway.less())).append(']');
        }
        words.append(" =");
        // What is added comes first: totals, mostly.
        List<Giveaway.Term> terms = Stream.concat(
                        giveaway.terms().stream().filter(term -> term.times() > 0),
                        giveaway.terms().stream().filter(term -> term.times() < 0))
                .toList();
        for (int i = 0; i < Math.min(most, terms.size()); i++) {
            Giveaway.Term term = terms.get(i);
            words.append(term.times() < 0 ? " - " : i == 0 ? " " : " + ");
            if (Math.abs(term.times()) != 1 || term.dividedBy() != 1) {
                words.append(Math.abs(term.times()));
                words.append(term.dividedBy() == 1 ? "" : "/" + term.dividedBy())
                        .append(" x ");
            }
            words.append('[').append(problem.table.name(term.cell())).append(']');
        }
        if (terms.size() > most) {
            words.append(" and ").append(terms.size() - most).append(" more");
        }
        return words.toString();
    }

    boolean[] hidden() {
        return hidden.clone();
    }

    private int[] cells(byte role) {
        return IntStream.range(0, hidden.length)
                .filter(cell -> hidden[cell] && problem.roles[cell] == role)
                .toArray();
    }

    /** Which cells stand for nothing but themselves in {@code items}. */
    static List<Integer> cellsOf(Problem problem, Set<Integer> items) {
        return items.stream()
                .flatMapToInt(item -> Arrays.stream(problem.cellsOf(item)))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    @Override
    public String toString() {
        return "Suppression[" + primary().length + " primary, " + secondary().length + " secondary]";
    }
}
