package org.concordat.files.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where the bytes of one file come from: a disk, an upload, memory. The library itself knows no paths.
 *
 * <p>{@link #open} is called once each time a table is opened.
 */
public interface InputSource {

    /** The file's name without folder, with its endings: {@code council.csv.gz}. Used in messages and as a hint. */
    String name();

    /** A fresh stream from the first byte, which the caller closes. */
    InputStream open() throws IOException;

    /** How many bytes {@link #open} gives, or -1 where nobody knows. */
    long sizeBytes();

    /** A file held in memory. The bytes are not copied. */
    static InputSource ofBytes(String name, byte[] bytes) {
        return new InputSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long sizeBytes() {
                return bytes.length;
            }
        };
    }
}
