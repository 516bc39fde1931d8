package org.concordat.cli.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.tables.InputSource;
import org.jspecify.annotations.Nullable;

/** A file on disk, which tells how many of its bytes were read. */
public final class DiskFile implements InputSource {
    private static final Set<String> PACKED = Set.of("gz", "gzip");
    private static final Set<String> FORMATS = Set.of(
            "csv", "tsv", "tab", "txt", "psv", "dat", "xlsx", "xlsm", "parquet", "json", "jsonl", "ndjson", "geojson");

    private final Path path;
    private final LongConsumer progress;
    private final @Nullable State atFirst;

    /** How a file looked; another state means that somebody wrote to it. */
    private record State(long sizeBytes, FileTime changed) {}

    /** @throws CommandException when there is no such file or it cannot be read */
    public DiskFile(Path path, LongConsumer progress) {
        this.path = path;
        this.progress = progress;
        if (!Files.exists(path)) {
            throw new CommandException(
                    "FILE-MISSING",
                    ExitCode.COULD_NOT,
                    "There is no file " + path + ". Look for a slip in its name, and whether the folder is right.");
        }
        if (Files.isDirectory(path)) {
            throw new CommandException(
                    "FILE-IS-FOLDER",
                    ExitCode.WRONG_USE,
                    path + " is a folder. Name the files in it that are to be read.");
        }
        if (!Files.isReadable(path)) {
            throw new CommandException(
                    "FILE-NOT-ALLOWED",
                    ExitCode.COULD_NOT,
                    "You are not allowed to read " + path + ". Ask whoever owns it for the right to.");
        }
        this.atFirst = state();
    }

    /** How the file looks now; {@code null} for a pipe or device, or where it is gone. */
    private @Nullable State state() {
        try {
            return Files.isRegularFile(path) ? new State(Files.size(path), Files.getLastModifiedTime(path)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** @throws CommandException when the file was written to or taken away since it was opened */
    public void requireUnchanged() {
        if (atFirst != null && !atFirst.equals(state())) {
            throw new CommandException(
                    "FILE-CHANGED",
                    ExitCode.COULD_NOT,
                    path
                            + " was changed or taken away while it was read, so nobody knows what was read of it. Wait until"
                            + " nothing writes to it any more, or read a copy.");
        }
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** What the source is called in results: the file's name without the endings of formats that we read. */
    String sourceName() {
        String name = name();
        name = without(name, PACKED);
        String bare = without(name, FORMATS);
        return bare.isEmpty() ? name : bare;
    }

    private static String without(String name, Set<String> endings) {
        int dot = name.lastIndexOf('.');
        boolean known = dot > 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return known ? name.substring(0, dot) : name;
    }

    @Override
    public InputStream open() throws IOException {
        return new Counting(Files.newInputStream(path), progress);
    }

    @Override
    public long sizeBytes() {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : -1;
        } catch (IOException e) {
            return -1; // opening it will say what is wrong
        }
    }

    /** Counts bytes as they pass. */
    private static final class Counting extends FilterInputStream {
        private final LongConsumer progress;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                progress.accept(1);
            }
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            if (read > 0) {
                progress.accept(read);
            }
            return read;
        }
    }
}
