package org.concordat.disclosure.linked;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.disclosure.audit.Auditor;
import org.concordat.disclosure.audit.Cell;
import org.concordat.disclosure.audit.Figure;
import org.concordat.disclosure.audit.Leak;
import org.concordat.disclosure.audit.Release;
import org.concordat.disclosure.audit.Releases;
import org.concordat.disclosure.audit.Verdict;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.suppression.SuppressionAnswer;
import org.concordat.disclosure.tables.Table;

/**
 * Protects those cells of a table that are to be published now, knowing what earlier tables show. All cells that any table
 * names are protected as those of one table; then the auditor looks for people whom no table names, and whatever gives them
 * away is hidden, until it finds none.
 */
public final class LinkedTables {
    private static final int MOST_ROUNDS = 200;

    private final Table table;
    private final BitSet fresh;
    private final List<EarlierTable> earlier;
    private final Rules rules;

    /**
     * What is to be published beside what is out.
     *
     * @param everything the true figures, over all dimensions and down to the smallest areas that any of the tables knows
     * @param fresh the cells that are to be published now; at least one
     * @param earlier tables that are out, in their order; their exact figures are those of {@code everything}
     * @param rules what is unsafe
     */
    public LinkedTables(Table everything, Set<Integer> fresh, List<EarlierTable> earlier, Rules rules) {
        if (fresh.isEmpty()) {
            throw new IllegalArgumentException("at least one cell is to be published, given none");
        }
        BitSet named = new BitSet();
        fresh.forEach(named::set);
        for (EarlierTable before : earlier) {
            before.figures().forEach((cell, figure) -> {
                if (!figure.admits(everything.value(cell))) {
                    throw new IllegalArgumentException("what " + before.name() + " says of " + everything.name(cell)
                            + " is not what the table says that is to be protected");
                }
                named.set(cell);
            });
        }
        boolean countsOfPersons =
                everything.decimals() == 0 && everything.contributors().isEmpty();
        Table smaller = countsOfPersons ? Coarsening.of(everything, named) : everything;
        this.rules = rules;
        this.fresh = new BitSet();
        fresh.forEach(cell -> this.fresh.set(smaller.cell(everything.codes(cell))));
        this.earlier = earlier.stream()
                .map(before -> new EarlierTable(
                        before.name(),
                        before.figures().entrySet().stream()
                                .collect(Collectors.toMap(
                                        said -> smaller.cell(everything.codes(said.getKey())), Map.Entry::getValue))))
                .toList();
        Set<Integer> all = named.stream()
                .mapToObj(cell -> smaller.cell(everything.codes(cell)))
                .collect(Collectors.toSet());
        table = smaller.releasing(codes -> all.contains(smaller.cell(codes)));
    }

    /** The cells that are to be published now, as {@link #table()} numbers them. */
    public Set<Integer> fresh() {
        return fresh.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is protected: the cells of all tables, and others that are known to nobody outside. Base codes that no table tells
     * apart may have become one; those that a table names have kept their names.
     */
    public Table table() {
        return table;
    }

    /** How a table is protected by itself, near-optimally or optimally. */
    @FunctionalInterface
    public interface Method {
        SuppressionAnswer protect(Table table, List<Finding> findings, Protection protection);
    }

    /**
     * Protects.
     *
     * @param wanted what every unsafe cell must withstand; earlier figures are added to what must be published and hidden
     * @param method such as {@code Suppressor::protect}
     * @throws IllegalArgumentException when a cell is asked to be published that an earlier table hides, or the other way
     *     round
     */
    public LinkedAnswer protect(Protection wanted, Method method) {
        Set<Integer> shown = new TreeSet<>();
        Set<Integer> kept = new TreeSet<>();
        for (EarlierTable before : earlier) {
            before.inOrder().forEach((cell, figure) -> (figure instanceof Figure.Exact ? shown : kept).add(cell));
        }
        // Where one table shows what another hides, it is out.
        kept.removeAll(shown);
        refuse(wanted.publish(), kept, "is hidden in an earlier table, so it cannot be asked to be published");
        refuse(wanted.hide(), shown, "is shown in an earlier table, so hiding it is no use");
        Set<Integer> alreadyOut = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : rules.findings(table)) {
            if (isOut(finding, shown)) {
                alreadyOut.add(finding.cell());
            } else {
                findings.add(finding);
            }
        }
        Protection protection = wanted.publishing(List.copyOf(shown)).hiding(List.copyOf(kept));
        if (kept.stream().anyMatch(cell -> table.value(cell) == 0)) {
            protection = protection.withZerosUnknown();
        }
        Map<Integer, String> against = new TreeMap<>();
        List<Leak> leaks = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Suppression suppression;
            switch (method.protect(table, findings, protection)) {
                case SuppressionAnswer.CannotProtect cannot -> {
                    Set<Integer> follow = followAlready(cannot.cells(), protection);
                    if (!findings.removeIf(finding -> follow.contains(finding.cell()))) {
                        return new LinkedAnswer.CannotProtect(cannot.cells());
                    }
                    alreadyOut.addAll(follow);
                    continue;
                }
                case SuppressionAnswer.Protected good -> suppression = good.suppression();
            }
            switch (judged(suppression, protection)) {
                case Verdict.Accepted accepted -> {
                    return new LinkedAnswer.Protected(suppression, alreadyOut, against, accepted.standing());
                }
                case Verdict.Refused refused -> leaks = refused.leaks();
            }
            Map<Integer, String> more = toHide(leaks, suppression, protection);
            if (more.isEmpty()) {
                break;
            }
            against.putAll(more);
            protection = protection.hiding(List.copyOf(more.keySet()));
        }
        return new LinkedAnswer.GivesAway(leaks);
    }

    /** Those of {@code cells} that follow from the earlier tables alone. */
    private Set<Integer> followAlready(List<Integer> cells, Protection protection) {
        if (earlier.isEmpty() || table.decimals() != 0) {
            return Set.of();
        }
        Map<Cell, Integer> numbers = new LinkedHashMap<>();
        cells.forEach(cell -> numbers.put(named(cell), cell));
        // The threshold plays no part in what is known.
        return new Auditor(new org.concordat.disclosure.audit.Protection(2, protection.leastWidth()))
                .known(out(), List.copyOf(numbers.keySet()), truth()).stream()
                        .map(numbers::get)
                        .collect(Collectors.toSet());
    }

    private void refuse(Set<Integer> asked, Set<Integer> against, String why) {
        asked.stream().filter(against::contains).sorted().findFirst().ifPresent(cell -> {
            throw new IllegalArgumentException("the cell " + table.name(cell) + " " + why);
        });
    }

    private static boolean isOut(Finding finding, Set<Integer> shown) {
        return switch (finding) {
            case Finding.UnsafeCell unsafe -> shown.contains(unsafe.cell());
            case Finding.UnsafeDifference unsafe -> shown.contains(unsafe.cell()) && shown.contains(unsafe.total());
        };
    }

    /** Counts of persons alone can be judged: an amount of money between two boundaries is nobody's. */
    private Verdict judged(Suppression suppression, Protection protection) {
        OptionalLong threshold = rules.rules().stream()
                .filter(Rule.Threshold.class::isInstance)
                .mapToLong(rule -> ((Rule.Threshold) rule).safeFrom())
                .filter(safeFrom -> safeFrom > 1)
                .max();
        if (table.decimals() != 0 || threshold.isEmpty()) {
            return new Verdict.Accepted(Releases.none(), List.of());
        }
        List<Release.Published> figures = fresh.stream()
                .mapToObj(cell -> new Release.Published(
                        named(cell), suppression.isHidden(cell) ? Figure.hidden() : Figure.exact(table.value(cell))))
                .toList();
        return new Auditor(
                        new org.concordat.disclosure.audit.Protection(threshold.getAsLong(), protection.leastWidth()))
                .judge(out(), new Release("this table", figures), truth());
    }

    private long[] truth() {
        return IntStream.range(0, table.cellCount()).mapToLong(table::value).toArray();
    }

    private Releases out() {
        Releases out = Releases.none();
        for (EarlierTable before : earlier) {
            List<Release.Published> figures = new ArrayList<>();
            before.inOrder().forEach((cell, figure) -> figures.add(new Release.Published(named(cell), figure)));
            out = out.with(new Release(before.name(), figures));
        }
        return out;
    }

    private Cell named(int cell) {
        return Cell.of(table.name(cell), table.bases(cell));
    }

    /** Of each leak's figures the one that costs least to hide; none where no figure of this table can be hidden. */
    private Map<Integer, String> toHide(List<Leak> leaks, Suppression suppression, Protection protection) {
        Map<String, Integer> cells = new HashMap<>();
        fresh.stream()
                .filter(cell -> !suppression.isHidden(cell)
                        && !protection.publish().contains(cell)
                        && (table.value(cell) > 0 || protection.zerosMayBeHidden()))
                .forEach(cell -> cells.put(table.name(cell), cell));
        Map<Integer, String> chosen = new TreeMap<>();
        for (Leak leak : leaks) {
            OptionalInt cheapest = leak.because().stream()
                    .flatMap(argument -> argument.terms().stream())
                    .filter(term -> cells.containsKey(term.cell()))
                    .map(term -> cells.get(term.cell()))
                    .sorted(Comparator.<Integer>comparingLong(table::value).thenComparing(Comparator.naturalOrder()))
                    .mapToInt(Integer::intValue)
                    .findFirst();
            cheapest.ifPresent(cell -> chosen.putIfAbsent(cell, leak.group()));
        }
        return chosen;
    }
}
