package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Rows of a table of published answers, beside the test that uses it. */
public final class KnownAnswers {
    private KnownAnswers() {}

    /** The rows below the heading, split at commas; no cell may hold one. */
    public static List<String[]> of(Class<?> test, String name) {
        try (InputStream stream = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
