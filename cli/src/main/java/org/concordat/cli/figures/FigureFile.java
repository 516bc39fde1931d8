package org.concordat.cli.figures;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.concordat.cli.results.CsvOut;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of figures as it is published: comma-separated values, and beside them the metadata that W3C's "CSV on the Web"
 * asks for (Metadata Vocabulary for Tabular Data, 2015), so that a program knows each column's meaning and type. The
 * metadata of {@code rates.csv} are in {@code rates.csv-metadata.json}, where the standard looks for them.
 */
public final class FigureFile {
    private final String title;
    private final String about;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> key = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Column(String name, String title, String about, String datatype, boolean hideable) {}

    private FigureFile(String title, String about) {
        this.title = title;
        this.about = about;
    }

    /** A table without columns yet; both texts are for people who find the file without its makers. */
    public static FigureFile titled(String title, String about) {
        return new FigureFile(title, about);
    }

    /** A column of words or codes. */
    public FigureFile text(String name, String columnTitle, String meaning) {
        return column(name, columnTitle, meaning, "string");
    }

    /** A column of numbers with decimals; an empty cell is no figure. */
    public FigureFile number(String name, String columnTitle, String meaning) {
        return column(name, columnTitle, meaning, "number");
    }

    /** A column of whole numbers; an empty cell is no figure. */
    public FigureFile count(String name, String columnTitle, String meaning) {
        return column(name, columnTitle, meaning, "integer");
    }

    /** A column of figures of which some are hidden: {@code c} stands in their place, and the metadata say so. */
    public FigureFile hideable(String name, String columnTitle, String meaning, boolean whole) {
        return column(name, columnTitle, meaning, whole ? "integer" : "number", true);
    }

    /** The columns of one estimate, as {@link Rows#estimate} fills them. */
    public FigureFile estimate(String whatNumerator, String whatDenominator) {
        return hideable("value", "Value", "The figure", false)
                .hideable("numerator", "Numerator", whatNumerator, false)
                .hideable("denominator", "Denominator", whatDenominator, false)
                .hideable("lower", "Lower end", "Of the interval", false)
                .hideable("upper", "Upper end", "Of the interval", false)
                .hideable("confidence", "Confidence", "Of the interval", false)
                .text("method", "Method", "How it was made");
    }

    private FigureFile column(String name, String columnTitle, String meaning, String datatype) {
        return column(name, columnTitle, meaning, datatype, false);
    }

    private FigureFile column(String name, String columnTitle, String meaning, String datatype, boolean hideable) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("name: each column once, given " + name + " again");
        }
        columns.add(new Column(name, columnTitle, meaning, datatype, hideable));
        return this;
    }

    /** The columns that together name a row. */
    public FigureFile key(String... columnNames) {
        for (String name : columnNames) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("key: one of " + names + ", given " + name);
            }
            key.add(name);
        }
        return this;
    }

    /** A sentence that whoever uses the table must know, such as a caution. */
    public FigureFile note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /**
     * Writes table and metadata into a folder.
     *
     * @param name of the table's file, such as {@code rates.csv}
     * @param rows hands each row to the writer, cell by cell
     * @return how many rows were written
     */
    public long writeInto(NewFolder folder, String name, Consumer<Rows> rows) {
        long written = folder.write(name, out -> {
            CsvOut csv = new CsvOut(out);
            csv.header(columns.stream().map(Column::name).toArray(String[]::new));
            Rows writer = new Rows(csv, columns.size());
            rows.accept(writer);
            csv.flush();
            return writer.written;
        });
        byte[] metadata = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(metadata(name))
                .getBytes(StandardCharsets.UTF_8);
        folder.write(name + "-metadata.json", out -> {
            out.write(metadata);
            return metadata.length;
        });
        return written;
    }

    private Map<String, Object> metadata(String name) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("columns", columns.stream().map(FigureFile::described).toList());
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        // Relative to the metadata, which lie beside the table.
        metadata.put("url", name.substring(name.lastIndexOf('/') + 1));
        metadata.put("dc:title", title);
        metadata.put("dc:description", about);
        if (!notes.isEmpty()) {
            metadata.put("rdfs:comment", notes);
        }
        metadata.put("tableSchema", schema);
        return metadata;
    }

    private static Map<String, Object> described(Column column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", List.of(column.name(), column.title()));
        described.put("dc:description", column.about());
        described.put("datatype", column.datatype());
        if (column.hideable()) {
            described.put("null", List.of("c"));
        }
        return described;
    }

    /** Takes the rows of one table, cell by cell in the order of its columns. */
    public static final class Rows {
        private final CsvOut csv;
        private final int width;
        private int cells;
        private long written;

        private Rows(CsvOut csv, int width) {
            this.csv = csv;
            this.width = width;
        }

        /** Words, a code, or nothing where the text is empty. */
        public Rows text(String value) {
            cells++;
            csv.text(value);
            return this;
        }

        /** A number in full, without exponent, in the fewest digits that give it back. */
        public Rows number(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: finite, given " + value);
            }
            BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            return text(plain.signum() == 0 ? "0" : plain.toPlainString());
        }

        /** A whole number. */
        public Rows count(long value) {
            return text(Long.toString(value));
        }

        /** A number, or an empty cell where there is none. */
        public Rows number(OptionalDouble value) {
            return value.isPresent() ? number(value.getAsDouble()) : none();
        }

        /** Value, numerator, denominator, both ends of the interval, its confidence, and the method: seven cells. */
        public Rows estimate(Estimate estimate) {
            number(estimate.value()).number(estimate.numerator()).number(estimate.denominator());
            Optional<Interval> interval = estimate.interval();
            if (interval.isPresent()) {
                number(interval.get().lower())
                        .number(interval.get().upper())
                        .number(interval.get().confidence());
            } else {
                none().none().none();
            }
            return text(estimate.method());
        }

        /** The mark of hidden figures in so many cells. */
        public Rows hidden(int columns) {
            for (int c = 0; c < columns; c++) {
                text(SmallCounts.MARK);
            }
            return this;
        }

        /** No figure: an empty cell, whose status another cell tells. */
        public Rows none() {
            return text("");
        }

        /** A number, an empty cell where it is none, or the mark of what is hidden. */
        public Rows numberIf(boolean shown, double value) {
            return !shown ? text(SmallCounts.MARK) : Double.isFinite(value) ? number(value) : none();
        }

        /** Ends a row, which must be complete. */
        public void end() {
            if (cells != width) {
                throw new IllegalStateException("a row has " + width + " cells, given " + cells);
            }
            cells = 0;
            written++;
            csv.endRow();
        }
    }
}
