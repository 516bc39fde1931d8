package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The slow reference: an attacker who writes down every combination of whole numbers that the published figures allow, and
 * looks between which values each group lies in them. Groups are sets of atoms, as bits.
 */
final class TryingEverything {
    private final List<Release.Published> figures;
    private final int atoms;
    private final long[] masks;
    private final long[] least;
    private final long[] most;
    /** Stands for any number, of atoms of which no figure says anything. */
    private static final long ANY = 1_000;

    private TryingEverything(List<Release.Published> figures, int atoms, Set<Long> groups) {
        this.figures = figures.stream()
                .filter(f -> !(f.figure() instanceof Figure.Hidden))
                .toList();
        this.atoms = atoms;
        masks = groups.stream().mapToLong(Long::longValue).toArray();
        least = new long[masks.length];
        most = new long[masks.length];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
    }

    /** How wide each group's interval is. */
    static Map<Long, Long> widths(List<Release.Published> figures, int atoms, Set<Long> groups) {
        TryingEverything attacker = new TryingEverything(figures, atoms, groups);
        attacker.descend(new long[atoms], 0);
        Map<Long, Long> widths = new HashMap<>();
        for (int g = 0; g < attacker.masks.length; g++) {
            widths.put(attacker.masks[g], attacker.most[g] - attacker.least[g]);
        }
        return widths;
    }

    private void descend(long[] values, int atom) {
        if (atom == atoms) {
            for (int g = 0; g < masks.length; g++) {
                long sum = 0;
                for (int a = 0; a < atoms; a++) {
                    sum += (masks[g] >> a & 1) * values[a];
                }
                least[g] = Math.min(least[g], sum);
                most[g] = Math.max(most[g], sum);
            }
            return;
        }
        long room = ANY;
        for (Release.Published published : figures) {
            if (holds(published.cell(), atom)) {
                room = Math.min(room, greatest(published.figure()) - sum(published.cell(), values, atom));
            }
        }
        // Of an atom that no figure mentions, the two ends are enough.
        long step = room == ANY ? ANY : 1;
        for (long value = 0; value <= room; value += step) {
            values[atom] = value;
            if (figures.stream()
                    .allMatch(f -> f.cell().lastAtom() != atom
                            || sum(f.cell(), values, atom + 1) >= f.figure().least())) {
                descend(values, atom + 1);
            }
        }
        values[atom] = 0;
    }

    private static long greatest(Figure figure) {
        return switch (figure) {
            case Figure.Exact(long count) -> count;
            case Figure.Between(long low, long high) -> high;
            case Figure.Hidden() -> ANY;
        };
    }

    private static boolean holds(Cell cell, int atom) {
        return Arrays.binarySearch(cell.atoms(), atom) >= 0;
    }

    private static long sum(Cell cell, long[] values, int below) {
        long sum = 0;
        for (int atom : cell.atoms()) {
            sum += atom < below ? values[atom] : 0;
        }
        return sum;
    }

    /**
     * Every cell, every piece, everything in one cell and not in another within it, save where cells are named that make up
     * the rest.
     */
    static Set<Long> groups(List<Release.Published> figures, int atoms) {
        List<Long> cells = figures.stream().map(f -> mask(f.cell())).toList();
        Set<Long> groups = new LinkedHashSet<>(cells);
        groups.addAll(pieces(cells, atoms));
        for (long outer : cells) {
            for (long inner : cells) {
                if ((inner & ~outer) == 0 && inner != outer && !isNamed(outer & ~inner, cells)) {
                    groups.add(outer & ~inner);
                }
            }
        }
        return groups;
    }

    private static boolean isNamed(long rest, List<Long> cells) {
        return cells.stream().filter(cell -> (cell & ~rest) == 0).reduce(0L, (a, b) -> a | b) == rest;
    }

    /** Every union of pieces, which is everything that an attacker can name. */
    static Set<Long> unions(List<Release.Published> figures, int atoms) {
        List<Long> pieces =
                new ArrayList<>(pieces(figures.stream().map(f -> mask(f.cell())).toList(), atoms));
        Set<Long> unions = new LinkedHashSet<>();
        for (int some = 1; some < 1 << pieces.size(); some++) {
            long union = 0;
            for (int p = 0; p < pieces.size(); p++) {
                union |= (some >> p & 1) == 1 ? pieces.get(p) : 0;
            }
            unions.add(union);
        }
        return unions;
    }

    private static Set<Long> pieces(List<Long> cells, int atoms) {
        Set<Long> pieces = new LinkedHashSet<>();
        for (int atom = 0; atom < atoms; atom++) {
            long piece = (1L << atoms) - 1;
            boolean somewhere = false;
            for (long cell : cells) {
                boolean inside = (cell >> atom & 1) == 1;
                somewhere |= inside;
                piece &= inside ? cell : ~cell;
            }
            if (somewhere) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    static long mask(Cell cell) {
        long mask = 0;
        for (int atom : cell.atoms()) {
            mask |= 1L << atom;
        }
        return mask;
    }
}
