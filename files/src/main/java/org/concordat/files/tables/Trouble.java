package org.concordat.files.tables;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.concordat.files.FilesException;

/** The errors that several formats share, so that each is worded once. */
final class Trouble {

    private Trouble() {}

    /** What an interrupted stream means: a cut or damaged archive, or a world outside that failed. */
    static FilesException reading(String fileName, IOException trouble) {
        return switch (trouble) {
            case EOFException _ -> cutShort(fileName);
            case ZipException _ -> damaged(fileName, "its compressed data are damaged");
            case LimitReached reached -> tooLarge(fileName, reached.limitBytes());
            default ->
                new FilesException(
                        "FILE-UNREADABLE",
                        "Reading " + fileName + " stopped: the place it comes from gave an error. Try again, and look"
                                + " at that place if it happens again.",
                        trouble);
        };
    }

    static FilesException cutShort(String fileName) {
        return new FilesException(
                "FILE-CUT-SHORT",
                fileName + " ends before its content does, as after a broken transfer. Ask for it again, and compare"
                        + " the sizes.");
    }

    static FilesException damaged(String fileName, String what) {
        return new FilesException("FILE-DAMAGED", fileName + " cannot be read: " + what + ". Ask for it again.");
    }

    static FilesException tooLarge(String fileName, long limitBytes) {
        return new FilesException(
                "FILE-TOO-LARGE",
                fileName + " unpacks to more than " + limitBytes + " bytes, more than is read from one file. If that"
                        + " is right, split it or raise the limit.");
    }

    /** Thrown from within a stream when a file has unpacked to more than it may. */
    static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;
        private final long limitBytes;

        LimitReached(long limitBytes) {
            super("limit of " + limitBytes + " bytes reached");
            this.limitBytes = limitBytes;
        }

        long limitBytes() {
            return limitBytes;
        }
    }
}
