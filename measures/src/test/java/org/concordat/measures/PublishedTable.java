package org.concordat.measures;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A table of published answers among the real data, read when a test runs; nothing of it is kept here. */
public final class PublishedTable {
    private final List<String> header;
    private final List<List<String>> rows;

    private PublishedTable(List<List<String>> lines) {
        header = lines.getFirst();
        rows = lines.subList(1, lines.size());
    }

    /** The file of this name under {@code statistics}; where it is not there, the test is skipped and says so. */
    public static PublishedTable read(String file) throws IOException {
        Path path =
                Path.of(System.getProperty("concordat.data", ""), "statistics").resolve(file);
        assumeTrue(Files.exists(path), "skipped: the real data are not here (" + file + "); see concordat.data");
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            lines.add(cells(line.startsWith("\uFEFF") ? line.substring(1) : line));
        }
        return new PublishedTable(lines);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    public List<Row> rows() {
        return rows.stream().map(Row::new).toList();
    }

    /** One row, asked by the names of its columns. */
    public final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            this.cells = cells;
        }

        public String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column + " among " + header);
            }
            return cells.get(index).strip();
        }

        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public OptionalDouble optional(String column) {
            return has(column) ? OptionalDouble.of(number(column)) : OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return cells.toString();
        }
    }
}
