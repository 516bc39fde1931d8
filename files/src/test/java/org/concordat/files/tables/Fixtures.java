package org.concordat.files.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that {@code make_fixtures.py} made. */
final class Fixtures {

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return in.readAllBytes();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
