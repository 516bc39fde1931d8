package org.concordat.linkage.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the known answers that lie beside the tests: simple CSV, no quotes, a header, a {@code source} column last. */
final class KnownAnswers {
    private KnownAnswers() {}

    /** The rows after the header, each as its fields; empty fields are kept. */
    static List<List<String>> of(String file) {
        try (InputStream in = Objects.requireNonNull(KnownAnswers.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
