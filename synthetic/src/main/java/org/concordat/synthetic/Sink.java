package org.concordat.synthetic;

import java.io.IOException;
import java.io.OutputStream;

/** Where the town's files go: the caller's folder, archive or memory. */
@FunctionalInterface
public interface Sink {
    /**
     * A stream for one file, which the library closes; opened one at a time.
     *
     * @param fileName plain name with ending, without folder: {@code council_tax.csv}
     * @throws IOException when the file cannot be made
     */
    OutputStream open(String fileName) throws IOException;
}
