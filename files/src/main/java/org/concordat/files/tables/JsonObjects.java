package org.concordat.files.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a JSON file, one flat object after another. */
interface JsonObjects extends Closeable {

    /**
     * One row, or why it is none.
     *
     * @param values by name, nested names joined with dots; empty when {@code fault} is given
     * @param fault why the row cannot be read
     */
    record Row(
            Map<String, @Nullable String> values, @Nullable String fault) {
        static Row broken(String fault) {
            return new Row(Map.of(), fault);
        }
    }

    /** The next row, {@code null} at the end. */
    @Nullable Row next() throws IOException;
}
