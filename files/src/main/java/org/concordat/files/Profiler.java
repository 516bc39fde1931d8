package org.concordat.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.concordat.files.QualityProfile.ColumnQuality;
import org.concordat.files.QualityProfile.Shape;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.Table;
import org.concordat.files.values.Addresses;
import org.concordat.files.values.Names;

/**
 * Looks through one source and says how good it is. Memory is bounded, whatever the number of rows; not for several
 * threads at once.
 */
public final class Profiler {

    private static final int MOST_SHAPES = 500;
    private static final int SHOWN_SHAPES = 5;

    private final List<Column> columns = new ArrayList<>();
    private long rows;

    private Profiler(ColumnMapping mapping, StandardiserOptions options) {
        for (RecognisedColumn column : mapping.columns()) {
            columns.add(new Column(column, valid(column, options)));
        }
    }

    /** A profiler for files whose columns are those of the mapping. */
    public static Profiler of(ColumnMapping mapping, StandardiserOptions options) {
        return new Profiler(mapping, options);
    }

    /** Takes the current row of a table into account. */
    public void add(Table table) {
        rows++;
        for (Column column : columns) {
            String value = table.value(column.column.index());
            if (value != null) {
                column.add(value);
            }
        }
    }

    /** What the rows so far show. */
    public QualityProfile profile() {
        List<ColumnQuality> qualities = new ArrayList<>();
        for (Column column : columns) {
            qualities.add(column.quality(rows));
        }
        return new QualityProfile(rows, qualities);
    }

    private static Predicate<String> valid(RecognisedColumn column, StandardiserOptions options) {
        FieldRule rule = FieldRule.of(column, options);
        if (rule != null) {
            return value -> rule.rule().apply(value).value() != null;
        }
        return switch (column.meaning()) {
            case GIVEN_NAME -> value -> Names.given(value).given() != null;
            case SURNAME -> value -> Names.surname(value).surname() != null;
            case FULL_NAME -> value -> !Names.whole(value).tokens().isEmpty();
            case MIDDLE_NAME, FORMER_NAME ->
                value -> !Names.other(value).tokens().isEmpty();
            case ADDRESS -> value -> Addresses.whole(value).street() != null;
            default -> value -> true;
        };
    }

    /** The shape of a value. */
    static String shape(String value) {
        StringBuilder out = new StringBuilder();
        char last = 0;
        int run = 0;
        for (int i = 0; i < value.length() && out.length() < 24; i++) {
            char c = value.charAt(i);
            char kind = Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '9' : c;
            kind = kind < 0x80 && kind >= ' ' ? kind : '?';
            run = kind == last ? run + 1 : 1;
            last = kind;
            boolean letter = kind == 'A' || kind == 'a';
            if (!letter || run <= 2) {
                out.append(kind);
            } else if (run == 3) {
                out.setLength(out.length() - 1);
                out.append('+');
            }
        }
        return out.toString();
    }

    private static final class Column {
        private final RecognisedColumn column;
        private final Predicate<String> isValid;
        private final DistinctCounter distinct = new DistinctCounter();
        private final Map<String, Long> shapes = new HashMap<>();
        private long filled;
        private long valid;

        Column(RecognisedColumn column, Predicate<String> isValid) {
            this.column = column;
            this.isValid = isValid;
        }

        void add(String value) {
            filled++;
            distinct.add(value);
            valid += isValid.test(value) ? 1 : 0;
            String shape = shape(value);
            Long seen = shapes.get(shape);
            if (seen != null || shapes.size() < MOST_SHAPES) {
                shapes.put(shape, seen == null ? 1 : seen + 1);
            }
        }

        ColumnQuality quality(long rows) {
            List<Shape> common = shapes.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(SHOWN_SHAPES)
                    .map(entry -> new Shape(entry.getKey(), share(entry.getValue(), filled)))
                    .toList();
            double validShare = filled == 0 ? 1 : share(valid, filled);
            return new ColumnQuality(column, share(filled, rows), distinct.count(), validShare, common);
        }

        private static double share(long count, long of) {
            return of == 0 ? 0 : (double) count / of;
        }
    }
}
