package org.concordat.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.ColumnRecogniser;
import org.concordat.files.tables.ReadingReport;
import org.concordat.files.tables.Table;
import org.jspecify.annotations.Nullable;

/** A table in memory, for tests. */
final class TableOfRows implements Table {

    private final List<String> columnNames;
    private final List<@Nullable String[]> rows;
    private int at = -1;

    TableOfRows(List<String> columnNames, List<@Nullable String[]> rows) {
        this.columnNames = columnNames;
        this.rows = rows;
    }

    /** Rows written as {@code a|b|c}; nothing between two bars is a missing value. */
    static TableOfRows of(String header, String... lines) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(values(line.split("\\|", -1)));
        }
        return new TableOfRows(List.of(header.split("\\|")), rows);
    }

    static TableOfRows read(Path path) {
        try (InputStream file = Files.newInputStream(path);
                InputStream stream = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                CsvReader<CsvRecord> reader =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> names = List.of();
            List<@Nullable String[]> rows = new ArrayList<>();
            for (CsvRecord csv : reader) {
                if (names.isEmpty()) {
                    names = csv.getFields().stream().map(String::trim).toList();
                } else {
                    rows.add(values(csv.getFields().toArray(new String[0])));
                }
            }
            return new TableOfRows(names, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String[] values(String[] fields) {
        @Nullable String[] values = new @Nullable String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            String value = fields[i].trim();
            values[i] = value.isEmpty() ? null : value;
        }
        return values;
    }

    ColumnMapping recognised() {
        return ColumnRecogniser.recognise(columnNames, rows.subList(0, Math.min(rows.size(), 5_000)));
    }

    int size() {
        return rows.size();
    }

    void rewind() {
        at = -1;
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    @Override
    public boolean next() {
        return ++at < rows.size();
    }

    @Override
    public @Nullable String value(int column) {
        return rows.get(at)[column];
    }

    @Override
    public long rowNumber() {
        return at + 1L;
    }

    @Override
    public ReadingReport report() {
        return new ReadingReport("in memory", at + 1L, List.of(), 0);
    }

    @Override
    public void close() {
        rewind();
    }
}
