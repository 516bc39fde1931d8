package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The groups that {@link Protection} speaks of, each once, as sets of pieces with a name. */
final class ProtectedGroups {
    private final Pieces pieces;
    private final List<Cell> cells;
    private final Protection protection;
    private final Map<List<Integer>, String> names = new LinkedHashMap<>();

    private ProtectedGroups(Pieces pieces, List<Cell> cells, Protection protection) {
        this.pieces = pieces;
        this.cells = cells;
        this.protection = protection;
    }

    /** Names by pieces, ascending. */
    static Map<List<Integer>, String> of(Pieces pieces, List<Cell> cells, Protection protection) {
        ProtectedGroups groups = new ProtectedGroups(pieces, cells, protection);
        List<List<Integer>> cellsWith = new ArrayList<>();
        IntStream.range(0, pieces.count()).forEach(p -> cellsWith.add(new ArrayList<>()));
        for (int c = 0; c < cells.size(); c++) {
            groups.add(pieces.of(c), cells.get(c).name());
            for (int piece : pieces.of(c)) {
                cellsWith.get(piece).add(c);
            }
        }
        for (int c = 0; c < cells.size(); c++) {
            // Whatever holds all of a cell holds its first piece.
            for (int around : cellsWith.get(pieces.of(c)[0])) {
                groups.addDifference(around, c, cellsWith);
            }
        }
        for (int piece = 0; piece < pieces.count(); piece++) {
            groups.addPiece(piece, cellsWith.get(piece));
        }
        return groups.names;
    }

    private void add(int[] of, String name) {
        if (protection.protects(pieces.truth(of))) {
            names.putIfAbsent(Arrays.stream(of).boxed().toList(), name);
        }
    }

    private void addDifference(int outer, int inner, List<List<Integer>> cellsWith) {
        int[] all = pieces.of(outer);
        int[] part = pieces.of(inner);
        if (all.length <= part.length || !protection.protects(pieces.truth(all) - pieces.truth(part))) {
            return;
        }
        int[] left =
                Arrays.stream(all).filter(p -> Arrays.binarySearch(part, p) < 0).toArray();
        if (left.length == all.length - part.length && !isSumOfCells(left, cellsWith)) {
            add(
                    left,
                    "what is in " + cells.get(outer).name() + " but not in "
                            + cells.get(inner).name());
        }
    }

    /**
     * Whether what is left is put together of cells that are named. Each of those is protected; that their sum follows is so
     * in every table with hidden cells.
     */
    private boolean isSumOfCells(int[] left, List<List<Integer>> cellsWith) {
        return Arrays.stream(left)
                .allMatch(piece -> cellsWith.get(piece).stream().anyMatch(cell -> isWithin(cell, left)));
    }

    private boolean isWithin(int cell, int[] of) {
        return Arrays.stream(pieces.of(cell)).allMatch(piece -> Arrays.binarySearch(of, piece) >= 0);
    }

    private void addPiece(int piece, List<Integer> within) {
        int[] of = {piece};
        if (!protection.protects(pieces.truth(of))) {
            return;
        }
        int smallest = within.getFirst();
        for (int cell : within) {
            smallest = pieces.of(cell).length < pieces.of(smallest).length ? cell : smallest;
        }
        int chosen = smallest;
        String others = within.stream()
                .filter(cell -> cell != chosen && !isWithin(chosen, pieces.of(cell)))
                .limit(2)
                .map(cell -> " and " + cells.get(cell).name())
                .reduce("", String::concat);
        add(
                of,
                others.isEmpty()
                        ? "what is in " + cells.get(chosen).name() + " but in no smaller cell"
                        : "what is at once in " + cells.get(chosen).name() + others);
    }
}
