package org.concordat.cli.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;

/** Says what it means that something cannot be written: a full disk, or none that may be written to. */
public final class OutputTrouble {
    private static final long ALMOST_NOTHING_BYTES = 1 << 16;

    private OutputTrouble() {}

    /** The same for trouble that came through code that cannot declare it, perhaps from another thread. */
    public static CommandException of(UncheckedIOException trouble, Path place) {
        Throwable at = trouble;
        while (at instanceof UncheckedIOException && at.getCause() != null) {
            at = at.getCause();
        }
        return of(at instanceof IOException found ? found : new IOException(trouble), place);
    }

    /** What it means that something cannot be written. */
    public static CommandException of(IOException trouble, Path place) {
        String said = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
        Long free = freeBytes(place);
        boolean full =
                said.contains("no space") || said.contains("quota") || (free != null && free < ALMOST_NOTHING_BYTES);
        if (full) {
            return new CommandException(
                    "OUT-DISK-FULL",
                    ExitCode.COULD_NOT,
                    "The disk of " + place.getParent() + " is full, so the results could not be written; nothing was"
                            + " left there. Free some space, or write elsewhere.",
                    trouble);
        }
        Path inTheWay = inTheWay(place);
        if (inTheWay != null) {
            return new CommandException(
                    "OUT-NOT-WRITABLE",
                    ExitCode.COULD_NOT,
                    inTheWay + " is a file, so nothing can be written into it. Name a folder instead.",
                    trouble);
        }
        return new CommandException(
                "OUT-NOT-WRITABLE",
                ExitCode.COULD_NOT,
                "Nothing can be written to " + place.getParent()
                        + ". Look whether you have the right to and the disk is"
                        + " there, or write elsewhere.",
                trouble);
    }

    /** The file that stands where a folder would have to be; {@code null} where none does. */
    private static @Nullable Path inTheWay(Path place) {
        Path at = place.getParent();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at == null || Files.isDirectory(at) ? null : at;
    }

    private static @Nullable Long freeBytes(Path place) {
        try {
            Path at = place;
            while (at.getParent() != null && !Files.exists(at)) {
                at = at.getParent();
            }
            FileStore store = Files.getFileStore(at);
            // Where the system keeps no files of its own, such as /proc, no space means nothing.
            return store.getTotalSpace() > 0 ? store.getUsableSpace() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
