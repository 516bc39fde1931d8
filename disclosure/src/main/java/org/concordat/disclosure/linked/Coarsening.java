package org.concordat.disclosure.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Sum;
import org.concordat.disclosure.tables.Table;

/**
 * A table made smaller without loss to anybody outside: base codes that no table tells apart, such as the streets of a ward
 * of which only wards are published, become one. Codes that a table names keep their names and their figures.
 */
final class Coarsening {
    private final Table everything;
    private final List<Along> along;

    /** How one dimension is made smaller: the new one, and for each old base code the new one that it goes into. */
    private record Along(Dimension dimension, List<Optional<String>> into) {}

    private Coarsening(Table everything, BitSet named) {
        this.everything = everything;
        this.along = IntStream.range(0, everything.dimensions().size())
                .mapToObj(d -> along(everything.dimensions().get(d), used(d, named)))
                .toList();
    }

    /** The same figures for all that {@code named} cells tell apart. Who stands behind a cell is lost. */
    static Table of(Table everything, BitSet named) {
        return new Coarsening(everything, named).table();
    }

    private BitSet used(int dimension, BitSet named) {
        BitSet used = new BitSet();
        named.stream().forEach(cell -> used.set(everything.code(cell, dimension)));
        return used;
    }

    private static Along along(Dimension dimension, BitSet used) {
        List<String> codes = dimension.codes();
        List<BitSet> bases = bases(dimension);
        Map<BitSet, BitSet> groups = new LinkedHashMap<>();
        for (int base = 0; base < dimension.baseCount(); base++) {
            int one = base;
            BitSet within = new BitSet();
            used.stream().filter(code -> bases.get(code).get(one)).forEach(within::set);
            groups.computeIfAbsent(within, key -> new BitSet()).set(base);
        }
        Map<Integer, String> groupOf = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        groups.values().forEach(group -> {
            String name = used.stream()
                    .filter(code -> bases.get(code).equals(group))
                    .mapToObj(codes::get)
                    .findFirst()
                    .orElseGet(() -> group.cardinality() == 1
                            ? codes.get(group.nextSetBit(0))
                            : codes.get(group.nextSetBit(0)) + " and " + (group.cardinality() - 1) + " more");
            names.add(name);
            group.stream().forEach(base -> groupOf.put(base, name));
        });
        List<Sum> sums = new ArrayList<>();
        used.stream().mapToObj(codes::get).filter(code -> !names.contains(code)).forEach(code -> {
            for (Sum sum : dimension.sums()) {
                if (sum.total().equals(code)) {
                    sums.add(new Sum(code, parts(dimension, sum, used, bases, groupOf)));
                }
            }
        });
        Set<String> placed = new LinkedHashSet<>();
        sums.forEach(sum -> {
            placed.add(sum.total());
            placed.addAll(sum.parts());
        });
        // A dimension is made of sums; a code that is named and in none of them is the sum of itself.
        used.stream()
                .mapToObj(codes::get)
                .filter(code -> !placed.contains(code))
                .forEach(code -> {
                    String itself = "all of " + code;
                    sums.add(new Sum(code, List.of(itself)));
                    groupOf.replaceAll((base, name) -> name.equals(code) ? itself : name);
                });
        Dimension smaller = Dimension.of(dimension.name(), sums);
        return new Along(
                smaller,
                IntStream.range(0, dimension.baseCount())
                        .mapToObj(base -> Optional.of(groupOf.getOrDefault(base, ""))
                                .filter(name -> smaller.find(name).isPresent()))
                        .toList());
    }

    /** The named codes that a sum consists of, and the groups that are in none of them. */
    private static List<String> parts(
            Dimension dimension, Sum sum, BitSet used, List<BitSet> bases, Map<Integer, String> groupOf) {
        BitSet rest =
                (BitSet) bases.get(dimension.find(sum.total()).orElseThrow()).clone();
        Set<String> parts = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(sum.parts());
        while (!open.isEmpty()) {
            String part = open.removeFirst();
            int place = dimension.find(part).orElseThrow();
            if (used.get(place)) {
                parts.add(part);
                rest.andNot(bases.get(place));
            } else {
                dimension.sums().stream()
                        .filter(one -> one.total().equals(part))
                        .findFirst()
                        .ifPresent(one -> open.addAll(one.parts()));
            }
        }
        rest.stream().forEach(base -> parts.add(groupOf.getOrDefault(base, "")));
        return List.copyOf(parts);
    }

    /** The base codes in each code, by their places. */
    private static List<BitSet> bases(Dimension dimension) {
        List<BitSet> bases = new ArrayList<>();
        for (int code = 0; code < dimension.codes().size(); code++) {
            BitSet of = new BitSet();
            if (code < dimension.baseCount()) {
                of.set(code);
            }
            bases.add(of);
        }
        // Each sum comes after those of its parts.
        for (Sum sum : dimension.sums()) {
            BitSet all = bases.get(dimension.find(sum.total()).orElseThrow());
            sum.parts().forEach(part -> all.or(bases.get(dimension.find(part).orElseThrow())));
        }
        return bases;
    }

    private Table table() {
        Map<List<String>, Long> figures = new LinkedHashMap<>();
        Set<List<String>> possible = new LinkedHashSet<>();
        for (int cell = 0; cell < everything.cellCount(); cell++) {
            if (everything.isBase(cell)) {
                Optional<List<String>> codes = codes(cell);
                if (codes.isPresent()) {
                    figures.merge(codes.get(), everything.value(cell), Math::addExact);
                    if (!everything.isStructuralZero(cell)) {
                        possible.add(codes.get());
                    }
                }
            }
        }
        GivenCells cells = new GivenCells(along.stream().map(Along::dimension).toList());
        figures.forEach((codes, figure) -> {
            cells.cell(codes, figure);
            if (!possible.contains(codes)) {
                cells.structuralZero(codes);
            }
        });
        return cells.fromBase();
    }

    /** Where a base cell goes; nowhere if no table names anything that it is in. */
    private Optional<List<String>> codes(int cell) {
        String[] codes = new String[along.size()];
        for (int d = 0; d < codes.length; d++) {
            Optional<String> into = along.get(d).into().get(everything.code(cell, d));
            if (into.isEmpty()) {
                return Optional.empty();
            }
            codes[d] = into.get();
        }
        return Optional.of(Arrays.asList(codes));
    }
}
