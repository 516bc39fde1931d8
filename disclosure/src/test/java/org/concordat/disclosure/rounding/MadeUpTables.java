package org.concordat.disclosure.rounding;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;

/** Seeded tables of counts. */
final class MadeUpTables {
    private MadeUpTables() {}

    /** A table of flat dimensions with counts from 0 to {@code largest}. */
    static Table of(long seed, int largest, int... sizes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Dimension> dimensions = IntStream.range(0, sizes.length)
                .mapToObj(d -> Dimension.flat(
                        "d" + d,
                        "Total",
                        IntStream.range(0, sizes[d])
                                .mapToObj(i -> "d" + d + "-" + i)
                                .toList()))
                .toList();
        GivenCells cells = new GivenCells(dimensions);
        for (List<String> codes : combinations(dimensions, 0)) {
            cells.cell(codes, random.nextInt(largest + 1));
        }
        return cells.fromBase();
    }

    private static List<List<String>> combinations(List<Dimension> dimensions, int from) {
        if (from == dimensions.size()) {
            return List.of(List.of());
        }
        return dimensions.get(from).codes().subList(0, dimensions.get(from).baseCount()).stream()
                .flatMap(code -> combinations(dimensions, from + 1).stream()
                        .map(rest -> IntStream.rangeClosed(0, rest.size())
                                .mapToObj(i -> i == 0 ? code : rest.get(i - 1))
                                .toList()))
                .toList();
    }
}
