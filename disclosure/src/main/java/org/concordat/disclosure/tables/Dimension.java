package org.concordat.disclosure.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One way in which a table is broken down: its codes and the sums among them. Sums may be nested to any depth (output area
 * within neighbourhood within town), and several hierarchies may stand over the same codes (regions by county and by kind):
 * then a code is a part of several totals. Codes are numbered: base codes first, as first met, then totals, each after its
 * parts.
 */
public final class Dimension {
    private final String name;
    private final List<String> codes;
    private final Map<String, Integer> places;
    private final int baseCount;
    private final int[] totals;
    private final int[][] parts;
    private final int[][] bases;

    private Dimension(String name, SequencedSet<String> base, SequencedMap<String, List<Sum>> byTotal) {
        this.name = name;
        this.places = new LinkedHashMap<>();
        base.forEach(code -> places.put(code, places.size()));
        baseCount = places.size();
        List<Sum> sums = new ArrayList<>();
        for (String total : byTotal.keySet()) {
            place(total, byTotal, new LinkedHashSet<>(), sums);
        }
        codes = List.copyOf(places.keySet());
        totals = sums.stream().mapToInt(sum -> place(sum.total())).toArray();
        parts = sums.stream()
                .map(sum -> sum.parts().stream().mapToInt(this::place).toArray())
                .toArray(int[][]::new);
        bases = new int[codes.size()][];
        for (int code = 0; code < baseCount; code++) {
            bases[code] = new int[] {code};
        }
        for (int sum = 0; sum < totals.length; sum++) {
            spread(sum);
        }
    }

    /**
     * A dimension that {@code sums} describe; base codes are those that no sum totals.
     *
     * @param name what it breaks the table down by, such as "ward"
     * @param sums one or more, in any order; a total may have several sums where they hold the same base codes
     */
    public static Dimension of(String name, List<Sum> sums) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a dimension has a name, given a blank one");
        }
        if (sums.isEmpty()) {
            throw new IllegalArgumentException("the dimension \"" + name + "\" has at least one total, given none");
        }
        SequencedMap<String, List<Sum>> byTotal = new LinkedHashMap<>();
        sums.stream()
                .distinct()
                .forEach(sum -> byTotal.computeIfAbsent(sum.total(), total -> new ArrayList<>())
                        .add(sum));
        SequencedSet<String> base = new LinkedHashSet<>();
        sums.forEach(sum ->
                sum.parts().stream().filter(part -> !byTotal.containsKey(part)).forEach(base::add));
        return new Dimension(name, base, byTotal);
    }

    /** A total over codes that have nothing between. */
    public static Dimension flat(String name, String total, List<String> codes) {
        return of(name, List.of(new Sum(total, codes)));
    }

    /**
     * A dimension read off look-up rows.
     *
     * @param total the code over everything
     * @param paths a row for each base code: the code itself, then what it lies in, from the smallest to the largest
     */
    public static Dimension nested(String name, String total, List<List<String>> paths) {
        SequencedMap<String, SequencedSet<String>> children = new LinkedHashMap<>();
        Map<String, String> above = new HashMap<>();
        for (List<String> path : paths) {
            for (int level = 0; level < path.size(); level++) {
                String code = path.get(level);
                String parent = level + 1 < path.size() ? path.get(level + 1) : total;
                String before = above.putIfAbsent(code, parent);
                if (before != null && !before.equals(parent)) {
                    throw new IllegalArgumentException("in the look-up of \"" + name + "\" the code \"" + code
                            + "\" lies in \"" + before + "\" and in \"" + parent + "\"; a code lies in one");
                }
                children.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(code);
            }
        }
        return of(
                name,
                children.entrySet().stream()
                        .map(entry -> new Sum(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList());
    }

    /** The same codes with the sums of {@code other} besides: a second hierarchy over the same base. */
    public Dimension with(Dimension other) {
        List<Sum> sums = new ArrayList<>(sums());
        sums.addAll(other.sums());
        Dimension both = of(name, sums);
        for (String code : both.codes.subList(0, both.baseCount)) {
            if (!isBase(code) || !other.isBase(code)) {
                throw new IllegalArgumentException("two hierarchies of \"" + name
                        + "\" stand over the same base codes, but \"" + code + "\" is in one alone");
            }
        }
        return both;
    }

    /** What it breaks the table down by. */
    public String name() {
        return name;
    }

    /** Every code: base codes, then totals, each after its parts. */
    public List<String> codes() {
        return codes;
    }

    /** How many codes are no total of others. */
    public int baseCount() {
        return baseCount;
    }

    /** Where {@code code} stands among {@link #codes()}, or empty where the dimension does not know it. */
    public OptionalInt find(String code) {
        Integer place = places.get(code);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Every sum, each after those of its parts. */
    public List<Sum> sums() {
        List<Sum> sums = new ArrayList<>(totals.length);
        for (int sum = 0; sum < totals.length; sum++) {
            sums.add(new Sum(
                    codes.get(totals[sum]),
                    Arrays.stream(parts[sum]).mapToObj(codes::get).toList()));
        }
        return sums;
    }

    /** The codes that are a part of nothing, such as the grand total. */
    public List<String> tops() {
        Set<Integer> within = new LinkedHashSet<>();
        Arrays.stream(parts).flatMapToInt(Arrays::stream).forEach(within::add);
        return codes.stream().filter(code -> !within.contains(place(code))).toList();
    }

    int sumCount() {
        return totals.length;
    }

    int total(int sum) {
        return totals[sum];
    }

    int[] parts(int sum) {
        return parts[sum];
    }

    /** The base codes in {@code code}, ascending. */
    int[] bases(int code) {
        return bases[code];
    }

    /** The codes that {@code base}, a base code, is counted in, itself included, ascending. */
    int[] holders(int base) {
        return IntStream.range(0, codes.size())
                .filter(code -> Arrays.binarySearch(bases[code], base) >= 0)
                .toArray();
    }

    private boolean isBase(String code) {
        OptionalInt place = find(code);
        return place.isPresent() && place.getAsInt() < baseCount;
    }

    int place(String code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("the dimension \"" + name + "\" has no code \"" + code + "\"");
        }
        return place;
    }

    private void place(String code, Map<String, List<Sum>> byTotal, SequencedSet<String> underway, List<Sum> sums) {
        List<Sum> own = byTotal.getOrDefault(code, List.of());
        if (own.isEmpty() || places.containsKey(code)) {
            return;
        }
        if (!underway.add(code)) {
            throw new IllegalArgumentException(
                    "the sums of \"" + name + "\" go round in a circle through \"" + code + "\"");
        }
        own.forEach(sum -> sum.parts().forEach(part -> place(part, byTotal, underway, sums)));
        underway.removeLast();
        places.put(code, places.size());
        sums.addAll(own);
    }

    private void spread(int sum) {
        int[] spread = Arrays.stream(parts[sum])
                .flatMap(part -> Arrays.stream(bases[part]))
                .sorted()
                .toArray();
        String total = codes.get(totals[sum]);
        for (int i = 1; i < spread.length; i++) {
            if (spread[i] == spread[i - 1]) {
                throw new IllegalArgumentException("in \"" + name + "\" the total \"" + total + "\" counts \""
                        + codes.get(spread[i]) + "\" twice");
            }
        }
        if (bases[totals[sum]] != null && !Arrays.equals(bases[totals[sum]], spread)) {
            throw new IllegalArgumentException(
                    "in \"" + name + "\" the sums of the total \"" + total + "\" do not hold the same base codes");
        }
        bases[totals[sum]] = spread;
    }

    @Override
    public String toString() {
        return "Dimension[" + name + ", " + codes.size() + " codes]";
    }
}
