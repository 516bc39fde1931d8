package org.concordat.measures;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A CSV table for tests: public data from the folder of real data (the test is skipped where that is missing), or known
 * answers from the test's own resources.
 */
public final class PublicTable {
    private final List<String> header;
    private final List<List<String>> rows;

    private PublicTable(List<List<String>> lines) {
        header = lines.getFirst();
        rows = lines.subList(1, lines.size());
    }

    /** Where a file of the real data lies; skips the test where it does not. */
    public static Path file(String name) {
        Path path =
                Path.of(System.getProperty("concordat.data", ""), "statistics").resolve(name);
        assumeTrue(Files.exists(path), "Skipped: the real data are not at " + path + ".");
        return path;
    }

    /** A table of the real data, packed or not. */
    public static PublicTable real(String name) {
        Path path = file(name);
        try (InputStream file = Files.newInputStream(path);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return read(in);
        } catch (IOException e) {
            throw new AssertionError("The real data at " + path + " cannot be read", e);
        }
    }

    /** A table of known answers beside a test. */
    public static PublicTable beside(Class<?> test, String name) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return read(in);
        } catch (IOException e) {
            throw new AssertionError(name + " cannot be read", e);
        }
    }

    private static PublicTable read(InputStream in) {
        return new PublicTable(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .map(PublicTable::fields)
                .toList());
    }

    public int size() {
        return rows.size();
    }

    /** A column by its name. */
    public List<String> texts(String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new AssertionError("no column " + column + " among " + header);
        }
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** A column of numbers by its name. */
    public double[] numbers(String column) {
        return texts(column).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString().trim());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().trim());
        return fields;
    }
}
