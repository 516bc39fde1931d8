package org.concordat.measures.areas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the areas of one vintage became those of another, as the Office for National Statistics publishes it for the LSOAs of
 * 2011 and 2021: unchanged, split, merged, or changed in a way that cannot be told.
 *
 * @param from the vintage converted from, such as "LSOA 2011"
 * @param to the vintage converted to
 * @param rows one for each pair of an old and a new area
 */
public record VintageLookup(String from, String to, List<Row> rows) {
    /** What became of an area; the letters are those of the published look-ups. */
    public enum Change {
        /** The same area; the code may be new. */
        UNCHANGED('U'),
        /** One old area became several new ones. */
        SPLIT('S'),
        /** Several old areas became one new one. */
        MERGED('M'),
        /** The old and new areas cannot be compared. */
        COMPLEX('X');

        private final char letter;

        Change(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }

        /** The change of a letter; any other is refused. */
        public static Change ofLetter(String letter) {
            for (Change change : values()) {
                if (letter.equals(String.valueOf(change.letter))) {
                    return change;
                }
            }
            throw new IllegalArgumentException("a change code is U, S, M or X, given " + letter);
        }
    }

    /** One old area and one new area that have land in common. */
    public record Row(String from, String to, Change change) {}

    /** Refuses a look-up whose change codes contradict its pairs. */
    public VintageLookup {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a look-up has at least one row, given none");
        }
        var news = group(rows, Row::from, Row::to);
        var olds = group(rows, Row::to, Row::from);
        for (Row row : rows) {
            int pieces = news.getOrDefault(row.from(), new TreeSet<>()).size();
            int parts = olds.getOrDefault(row.to(), new TreeSet<>()).size();
            boolean fits = switch (row.change()) {
                case UNCHANGED -> pieces == 1 && parts == 1;
                case SPLIT -> pieces > 1 && parts == 1;
                case MERGED -> pieces == 1 && parts > 1;
                case COMPLEX -> true;
            };
            if (!fits) {
                throw new IllegalArgumentException("the look-up from " + from + " to " + to + " says "
                        + row.change().letter() + " of " + row.from() + " and " + row.to() + ", but " + row.from()
                        + " has " + pieces + " new and " + row.to() + " has " + parts
                        + " old areas in it; look whether rows are missing or listed twice");
            }
        }
    }

    private static SortedMap<String, SortedSet<String>> group(
            List<Row> rows,
            java.util.function.Function<Row, String> key,
            java.util.function.Function<Row, String> value) {
        var groups = new TreeMap<String, SortedSet<String>>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new TreeSet<>()).add(value.apply(row)));
        return groups;
    }

    /** The way back: what was split is merged. */
    public VintageLookup reversed() {
        return new VintageLookup(
                to,
                from,
                rows.stream()
                        .map(row -> new Row(
                                row.to(),
                                row.from(),
                                switch (row.change()) {
                                    case UNCHANGED -> Change.UNCHANGED;
                                    case SPLIT -> Change.MERGED;
                                    case MERGED -> Change.SPLIT;
                                    case COMPLEX -> Change.COMPLEX;
                                }))
                        .toList());
    }

    /** All codes converted from. */
    public Vintage fromVintage() {
        return new Vintage(from, rows.stream().map(Row::from).collect(Collectors.toSet()));
    }

    /** All codes converted to. */
    public Vintage toVintage() {
        return new Vintage(to, rows.stream().map(Row::to).collect(Collectors.toSet()));
    }

    /** What to do with areas whose old and new shapes cannot be compared. */
    public enum Complex {
        /** Convert nothing. */
        REFUSE,
        /** Convert the others, and say which were left out. */
        LEAVE_OUT
    }

    /** What became of counts. */
    public sealed interface Conversion {}

    /**
     * A count of a new area.
     *
     * @param area its code
     * @param count the old count, the sum of old counts, or a share of one
     * @param change how it came about
     * @param sources the old areas it came of
     * @param share of the source's count that went here; 1 unless it was split
     */
    public record NewCount(String area, double count, Change change, List<String> sources, double share) {
        public NewCount {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Counts of the new areas, in the order of their codes.
     *
     * @param leftOut old areas whose counts went nowhere, because their change is complex and the caller asked to leave
     *     them out
     * @param countLeftOut the sum of their counts; with that of the new counts it makes the sum of the old ones
     */
    public record Converted(List<NewCount> counts, List<String> leftOut, double countLeftOut) implements Conversion {
        public Converted {
            counts = List.copyOf(counts);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Nothing was converted, for these reasons, each in a sentence. */
    public record Refused(List<String> reasons) implements Conversion {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Converts counts. Only counts can be converted: of a rate or an average, convert what is above and below its line.
     *
     * @param counts by old code, 0 or more; every part of a merged area must be there
     * @param weights by new code, such as residents, by which the count of a split area is shared out; without those of all
     *     its pieces a split is refused
     */
    public Conversion convert(Map<String, Double> counts, Map<String, Double> weights, Complex complex) {
        if (fromVintage().check(counts.keySet(), List.of(toVintage())) instanceof Vintage.SomeUnknown unknown) {
            return new Refused(List.of(unknown.message()));
        }
        counts.forEach((area, count) -> {
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException("counts are 0 or more, given " + count + " for " + area);
            }
        });
        List<Row> used =
                rows.stream().filter(row -> counts.containsKey(row.from())).toList();
        List<String> complexes = codes(used.stream().filter(row -> row.change() == Change.COMPLEX));
        List<String> reasons =
                reasons(counts.keySet(), used, weights, complex == Complex.REFUSE ? complexes : List.of());
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        double left = complexes.stream()
                .mapToDouble(area -> counts.getOrDefault(area, 0.0))
                .sum();
        return new Converted(converted(counts, used, weights), complexes, left);
    }

    private static List<String> codes(Stream<Row> rows) {
        return rows.map(Row::from).distinct().sorted().toList();
    }

    private List<String> reasons(
            Collection<String> given, List<Row> used, Map<String, Double> weights, List<String> complexes) {
        var reasons = new ArrayList<String>();
        if (!complexes.isEmpty()) {
            reasons.add(areas(complexes) + " changed in a way that cannot be told (X): " + Vintage.first(complexes)
                    + ". Leave such areas out, or take their figures from a source in " + to + ".");
        }
        List<String> unweighted =
                codes(used.stream().filter(row -> row.change() == Change.SPLIT && !weights.containsKey(row.to())));
        if (!unweighted.isEmpty()) {
            reasons.add(areas(unweighted) + " became several (S), without weights to share the old counts by: "
                    + Vintage.first(unweighted) + ". Give residents or another weight of each of the new areas, in "
                    + to
                    + ".");
        }
        List<String> weightless = new TreeMap<>(sumsOfWeights(used, weights))
                .entrySet().stream()
                        .filter(sum -> !unweighted.contains(sum.getKey()) && !(sum.getValue() > 0))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!weightless.isEmpty()) {
            reasons.add(areas(weightless) + " became several (S), of which all have a weight of 0: "
                    + Vintage.first(weightless) + ".");
        }
        var merged = used.stream()
                .filter(row -> row.change() == Change.MERGED)
                .map(Row::to)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> absent =
                codes(rows.stream().filter(row -> merged.contains(row.to()) && !given.contains(row.from())));
        if (!absent.isEmpty()) {
            reasons.add(areas(absent) + " merged with others of the table (M) but missing from it: "
                    + Vintage.first(absent) + ". Add what is missing, or leave the others out.");
        }
        return reasons;
    }

    private String areas(Collection<String> codes) {
        return codes.size() + (codes.size() == 1 ? " area of " : " areas of ") + from;
    }

    private static Map<String, Double> sumsOfWeights(List<Row> used, Map<String, Double> weights) {
        var sums = new LinkedHashMap<String, Double>();
        for (Row row : used) {
            if (row.change() == Change.SPLIT) {
                double weight = weights.getOrDefault(row.to(), 0.0);
                if (!(weight >= 0) || Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("weights are 0 or more, given " + weight + " for " + row.to());
                }
                sums.merge(row.from(), weight, Double::sum);
            }
        }
        return sums;
    }

    private static List<NewCount> converted(Map<String, Double> counts, List<Row> used, Map<String, Double> weights) {
        Map<String, Double> sums = sumsOfWeights(used, weights);
        var news = new TreeMap<String, NewCount>();
        for (Row row : used) {
            double count = counts.getOrDefault(row.from(), 0.0);
            NewCount piece = switch (row.change()) {
                case COMPLEX -> null;
                case UNCHANGED, MERGED -> new NewCount(row.to(), count, row.change(), List.of(row.from()), 1);
                case SPLIT -> {
                    double share = weights.getOrDefault(row.to(), 0.0) / sums.getOrDefault(row.from(), 1.0);
                    yield new NewCount(row.to(), count * share, row.change(), List.of(row.from()), share);
                }
            };
            if (piece != null) {
                news.merge(row.to(), piece, VintageLookup::added);
            }
        }
        return List.copyOf(news.values());
    }

    private static NewCount added(NewCount one, NewCount other) {
        return new NewCount(
                one.area(),
                one.count() + other.count(),
                one.change(),
                Stream.concat(one.sources().stream(), other.sources().stream()).toList(),
                1);
    }
}
