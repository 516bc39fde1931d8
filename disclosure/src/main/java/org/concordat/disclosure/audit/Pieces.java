package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pieces into which cells cut the atoms: atoms that lie in exactly the same cells are one piece, for no figure tells
 * them apart. Atoms in no cell belong to no piece.
 */
final class Pieces {
    private final int[] pieceOf;
    private final int[][] atoms;
    private final long[] truth;
    private final List<int[]> piecesOfCell = new ArrayList<>();

    Pieces(List<Cell> cells, long[] atomTruth) {
        int[] classOf = new int[atomTruth.length];
        int classes = 1;
        for (Cell cell : cells) {
            Map<Integer, Integer> split = new HashMap<>();
            for (int atom : cell.atoms()) {
                Integer into = split.get(classOf[atom]);
                if (into == null) {
                    into = classes++;
                    split.put(classOf[atom], into);
                }
                classOf[atom] = into;
            }
        }
        // Numbered by their first atom; class 0 is what no cell holds.
        int[] pieceOfClass = new int[classes];
        Arrays.fill(pieceOfClass, -1);
        pieceOf = new int[atomTruth.length];
        List<List<Integer>> members = new ArrayList<>();
        for (int atom = 0; atom < classOf.length; atom++) {
            if (classOf[atom] == 0) {
                pieceOf[atom] = -1;
                continue;
            }
            if (pieceOfClass[classOf[atom]] < 0) {
                pieceOfClass[classOf[atom]] = members.size();
                members.add(new ArrayList<>());
            }
            pieceOf[atom] = pieceOfClass[classOf[atom]];
            members.get(pieceOf[atom]).add(atom);
        }
        atoms = members.stream()
                .map(m -> m.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        truth = Arrays.stream(atoms)
                .mapToLong(of -> Arrays.stream(of).mapToLong(a -> atomTruth[a]).sum())
                .toArray();
        for (Cell cell : cells) {
            piecesOfCell.add(Arrays.stream(cell.atoms())
                    .map(atom -> pieceOf[atom])
                    .distinct()
                    .sorted()
                    .toArray());
        }
    }

    int count() {
        return atoms.length;
    }

    /** The pieces of the {@code cell}th cell, ascending. */
    int[] of(int cell) {
        return piecesOfCell.get(cell);
    }

    int[] atoms(int piece) {
        return atoms[piece];
    }

    /** The true count of each piece. */
    long[] truth() {
        return truth.clone();
    }

    long truth(int[] pieces) {
        return Arrays.stream(pieces).mapToLong(p -> truth[p]).sum();
    }
}
