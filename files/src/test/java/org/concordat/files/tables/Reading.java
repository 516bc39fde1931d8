package org.concordat.files.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/** Test vocabulary: a file in memory, what is in it, and why it was refused. */
final class Reading {

    private Reading() {}

    /** Everything a table gave. */
    record Whole(List<String> columns, List<List<@Nullable String>> rows, List<Long> rowNumbers, ReadingReport report) {

        String asLines() {
            StringBuilder lines = new StringBuilder();
            for (List<@Nullable String> row : rows) {
                lines.append(String.join("|", row.stream().map(String::valueOf).toList()))
                        .append('\n');
            }
            return lines.toString();
        }

        List<String> setAside() {
            return report.setAside().stream()
                    .map(row -> row.rowNumber() + ": " + row.reason())
                    .toList();
        }
    }

    static Whole text(String text) {
        return file("council.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Whole file(String name, byte[] bytes) {
        return file(name, bytes, ReadOptions.defaults());
    }

    static Whole file(String name, byte[] bytes, ReadOptions options) {
        try (Table table = Tables.open(InputSource.ofBytes(name, bytes), options)) {
            return whole(table);
        }
    }

    static Whole whole(Table table) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        while (table.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 0; i < table.columnNames().size(); i++) {
                row.add(table.value(i));
            }
            rows.add(row);
            numbers.add(table.rowNumber());
        }
        return new Whole(table.columnNames(), rows, numbers, table.report());
    }

    /** The code of the error that opening and reading ends in, {@code read} when there is none. */
    static String codeOf(String name, byte[] bytes) {
        return codeOf(name, bytes, ReadOptions.defaults());
    }

    static String codeOf(String name, byte[] bytes, ReadOptions options) {
        try {
            file(name, bytes, options);
            return "read";
        } catch (FilesException refused) {
            return refused.code();
        }
    }

    static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
