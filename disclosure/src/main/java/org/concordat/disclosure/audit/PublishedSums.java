package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.KnownSums;

/**
 * What published figures say about pieces, as few short sums: from each figure those within it that are exactly known are
 * taken away first. Says the same as the figures, and falls into more independent parts.
 */
final class PublishedSums {
    private final Pieces pieces;
    private final KnownSums sums;
    /** For each sum the figures it is made of: the first one, less the others. */
    private final List<int[]> figuresOf = new ArrayList<>();

    /** @param figures all figures, in the order of the cells that {@code pieces} was made of; only the first count */
    PublishedSums(Pieces pieces, List<Figure> figures, int count) {
        this.pieces = pieces;
        int[] bySize = IntStream.range(0, count)
                .filter(f -> !(figures.get(f) instanceof Figure.Hidden))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(f -> pieces.of(f).length)
                        .thenComparingInt(f -> figures.get(f) instanceof Figure.Exact ? 0 : 1)
                        .thenComparingInt(f -> f))
                .mapToInt(Integer::intValue)
                .toArray();
        // For each piece the exact figures that hold it and come before, largest last.
        List<List<Integer>> exactWith = new ArrayList<>();
        IntStream.range(0, pieces.count()).forEach(p -> exactWith.add(new ArrayList<>()));
        KnownSums.Builder builder = KnownSums.over(pieces.count());
        for (int f : bySize) {
            add(builder, f, figures, exactWith);
            if (figures.get(f) instanceof Figure.Exact) {
                for (int piece : pieces.of(f)) {
                    exactWith.get(piece).add(f);
                }
            }
        }
        sums = builder.build();
    }

    private void add(KnownSums.Builder builder, int figure, List<Figure> figures, List<List<Integer>> exactWith) {
        int[] of = pieces.of(figure);
        boolean[] taken = new boolean[of.length];
        List<Integer> made = new ArrayList<>(List.of(figure));
        long known = 0;
        for (int i = 0; i < of.length; i++) {
            if (taken[i]) {
                continue;
            }
            List<Integer> candidates = exactWith.get(of[i]);
            for (int c = candidates.size() - 1; c >= 0; c--) {
                int part = candidates.get(c);
                if (take(of, taken, pieces.of(part))) {
                    made.add(part);
                    known += figures.get(part).least();
                    break;
                }
            }
        }
        int[] left = IntStream.range(0, of.length)
                .filter(i -> !taken[i])
                .map(i -> of[i])
                .toArray();
        if (left.length == 0) {
            return;
        }
        long[] ones = new long[left.length];
        Arrays.fill(ones, 1);
        switch (figures.get(figure)) {
            case Figure.Exact(long count) -> builder.add(left, ones, count - known, count - known);
            case Figure.Between(long least, long most) -> builder.add(left, ones, least - known, most - known);
            case Figure.Hidden() -> throw new IllegalStateException("a hidden figure says nothing");
        }
        figuresOf.add(made.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Takes {@code part} out of {@code of} if all of it is there and not taken yet. */
    private static boolean take(int[] of, boolean[] taken, int[] part) {
        int[] places = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            places[i] = Arrays.binarySearch(of, part[i]);
            if (places[i] < 0 || taken[places[i]]) {
                return false;
            }
        }
        for (int place : places) {
            taken[place] = true;
        }
        return true;
    }

    KnownSums sums() {
        return sums;
    }

    /** The figures that sum {@code equation} is made of: the first, less the others. */
    int[] figuresOf(int equation) {
        return figuresOf.get(equation);
    }

    /** Someone who knows all this, and that no count is below 0. */
    Attacker attacker() {
        return Attacker.onCounts(sums, Bounds.notBelowZero(pieces.count()), pieces.truth());
    }
}
