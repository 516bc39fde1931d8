package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Feasibility;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.attack.KnownSums;
import org.concordat.disclosure.attack.Proof;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;

/**
 * What someone can work out who sees released tables and nothing else: for every cell that a table hides, between which counts
 * it lies. All tables are seen as parts of one, over the same dimensions, so that they may share cells; a table that is not
 * broken down by a dimension has its total there. Unlike {@link Auditor} it needs no true counts.
 */
public final class TableAudit {
    private final Table frame;
    private final long hiddenLeast;
    private final SequencedMap<Integer, List<Said>> said = new LinkedHashMap<>();

    private record Said(String release, Figure figure) {}

    private TableAudit(Table frame, long hiddenLeast) {
        this.frame = frame;
        this.hiddenLeast = hiddenLeast;
    }

    /**
     * An audit of tables over these dimensions, of which nothing has been said yet.
     *
     * @param hiddenLeast what a hidden cell is known to hold at least: 0, or 1 where zeros are always published
     */
    public static TableAudit over(List<Dimension> dimensions, long hiddenLeast) {
        return new TableAudit(new GivenCells(dimensions).fromBase(), hiddenLeast);
    }

    /** Says what a release says of the cell with these codes, one a dimension. */
    public TableAudit figure(String release, List<String> codes, Figure figure) {
        said.computeIfAbsent(frame.cell(codes), cell -> new ArrayList<>()).add(new Said(release, figure));
        return this;
    }

    /** What the audit came to. */
    public sealed interface Result {
        /** What can be inferred about each hidden cell, in the order in which they were said. */
        record Audited(List<HiddenCell> cells) implements Result {
            public Audited {
                cells = List.copyOf(cells);
            }

            /** The cells that are exactly known, or known within less than {@code width}. */
            public List<HiddenCell> narrowerThan(long width) {
                return cells.stream()
                        .filter(cell -> !cell.inferred().atLeastWide(width))
                        .toList();
            }
        }

        /** The released figures contradict each other, so that nothing can be said of what is hidden. */
        record Contradictory(List<String> where) implements Result {
            public Contradictory {
                where = List.copyOf(where);
            }
        }

        /** Whether the figures fit together could not be found out in the work allowed. */
        record Undecided() implements Result {}
    }

    /**
     * A hidden cell.
     *
     * @param codes one a dimension
     * @param name as a sentence names it
     * @param inferred what can be worked out about it
     * @param because the sums that bound it, each such as "ward E05000827, religion Total by religion"; empty where the
     *     interval is as wide as was wanted
     */
    public record HiddenCell(List<String> codes, String name, Inference inferred, List<String> because) {
        public HiddenCell {
            codes = List.copyOf(codes);
            because = List.copyOf(because);
        }
    }

    /**
     * Works out what can be.
     *
     * @param width cells whose interval is narrower come with the sums that bound them
     */
    public Result run(long width) {
        long[] least = new long[frame.cellCount()];
        long[] most = new long[frame.cellCount()];
        Arrays.fill(most, Bounds.NO_LIMIT);
        List<String> conflicts = new ArrayList<>();
        said.forEach((cell, all) -> bound(cell, all, least, most, conflicts));
        if (!conflicts.isEmpty()) {
            return new Result.Contradictory(conflicts);
        }
        for (int e = 0; e < frame.equations().count(); e++) {
            if (!canAddUp(e, least, most)) {
                conflicts.add(words(e));
            }
        }
        if (!conflicts.isEmpty()) {
            return new Result.Contradictory(conflicts);
        }
        KnownSums sums = frame.equations().knownSums();
        Bounds bounds = Bounds.of(least, most);
        return switch (Feasibility.of(sums, bounds)) {
            case Feasibility.Undecided undecided -> new Result.Undecided();
            case Feasibility.Impossible(List<Integer> equations) ->
                new Result.Contradictory(equations.stream().map(this::words).toList());
            case Feasibility.Possible(long[] solution) ->
                new Result.Audited(cells(Attacker.onCounts(sums, bounds, solution), width));
        };
    }

    private void bound(int cell, List<Said> all, long[] least, long[] most, List<String> conflicts) {
        for (Said one : all) {
            switch (one.figure()) {
                case Figure.Exact(long count) -> {
                    least[cell] = Math.max(least[cell], count);
                    most[cell] = Math.min(most[cell], count);
                }
                case Figure.Between(long from, long to) -> {
                    least[cell] = Math.max(least[cell], from);
                    most[cell] = Math.min(most[cell], to);
                }
                case Figure.Hidden() -> least[cell] = Math.max(least[cell], hiddenLeast);
            }
        }
        if (least[cell] > most[cell]) {
            conflicts.add("what is said of " + frame.name(cell) + " in "
                    + String.join(
                            " and in ",
                            all.stream().map(Said::release).distinct().toList()));
        }
    }

    private boolean canAddUp(int equation, long[] least, long[] most) {
        Equations equations = frame.equations();
        long low = 0;
        long high = 0;
        for (int i = 0; i < equations.partCount(equation); i++) {
            low += least[equations.part(equation, i)];
            high += most[equations.part(equation, i)];
        }
        return low <= most[equations.total(equation)] && high >= least[equations.total(equation)];
    }

    private List<HiddenCell> cells(Attacker attacker, long width) {
        List<HiddenCell> cells = new ArrayList<>();
        for (Map.Entry<Integer, List<Said>> entry : said.entrySet()) {
            int cell = entry.getKey();
            if (entry.getValue().stream().anyMatch(one -> one.figure() instanceof Figure.Hidden)) {
                Inference inference = attacker.inference(cell);
                cells.add(new HiddenCell(
                        frame.codes(cell),
                        frame.name(cell),
                        inference,
                        inference.atLeastWide(width) ? List.of() : because(attacker, cell, entry.getValue())));
            }
        }
        return cells;
    }

    private List<String> because(Attacker attacker, int cell, List<Said> all) {
        List<String> sums = new ArrayList<>();
        for (Said one : all) {
            if (!(one.figure() instanceof Figure.Hidden)) {
                sums.add("its own figure in " + one.release());
            }
        }
        for (boolean upper : new boolean[] {true, false}) {
            Optional<Proof> proof = attacker.proof(cell, upper);
            proof.ifPresent(argument -> argument.shares().stream()
                    .map(share -> words(share.equation()))
                    .forEach(sums::add));
        }
        return sums.stream().distinct().toList();
    }

    /** A sum in words: its total, and by what it is broken down. */
    private String words(int equation) {
        return frame.name(frame.equations().total(equation)) + " by "
                + frame.dimension(equation).name();
    }
}
