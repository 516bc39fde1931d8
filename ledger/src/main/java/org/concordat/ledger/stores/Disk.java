package org.concordat.ledger.stores;

import java.io.IOException;
import java.util.Optional;

/** The few things that a file store asks of a disk, so that a test can put one in its place that loses what it may lose. */
public interface Disk extends AutoCloseable {
    /** Opens a file for reading and writing, empty if it is new. That it exists survives a crash. */
    DiskFile open(String name) throws IOException;

    /** All of a small file; empty where there is none. */
    Optional<byte[]> load(String name) throws IOException;

    /** Puts a small file in the place of what was there: after a crash at any moment, one of the two is there, whole. */
    void replace(String name, byte[] content) throws IOException;

    @Override
    void close() throws IOException;

    /** An open file. What is written survives a crash only once it is forced. Reads may run beside writes elsewhere. */
    interface DiskFile extends AutoCloseable {
        /** In bytes. */
        long size() throws IOException;

        /** Fills {@code target} from {@code position} on, or fails. */
        void read(long position, byte[] target) throws IOException;

        /** Writes at {@code position}, over what is there or after the end. */
        void write(long position, byte[] source) throws IOException;

        /** Drops everything from {@code size} on. */
        void truncate(long size) throws IOException;

        /** Returns when everything written so far survives a crash. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
