package org.concordat.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the making. It is written beside its place under another name and moved there by {@link #finish}; closed
 * before that, or at the end of the program, it disappears with all it holds.
 */
public final class NewFolder implements AutoCloseable {
    private static final long ALMOST_NOTHING_BYTES = 1 << 16;

    private final Path target;
    private final Path workplace;
    private final List<Path> parentsMade;
    private final Thread atEnd;
    private boolean over;

    private NewFolder(Path target, Path workplace, List<Path> parentsMade) {
        this.target = target;
        this.workplace = workplace;
        this.parentsMade = parentsMade;
        this.atEnd = new Thread(this::abandon, "removes what is half written");
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /**
     * Begins a folder.
     *
     * @param target where it is to appear; it must not exist, or be an empty folder
     * @throws CommandException when something is there or nothing can be written there
     */
    public static NewFolder at(Path target) {
        Path place = target.toAbsolutePath().normalize();
        refuseExisting(place, target);
        List<Path> made = new ArrayList<>();
        try {
            Path parent = place.getParent() == null ? place : place.getParent();
            makeParents(parent, made);
            Path workplace = Files.createTempDirectory(parent, "." + place.getFileName() + "-being-written-");
            return new NewFolder(place, workplace, made);
        } catch (IOException trouble) {
            made.reversed().forEach(NewFolder::deleteIfEmpty);
            throw trouble(trouble, place);
        }
    }

    private static void refuseExisting(Path place, Path asGiven) {
        try (Stream<Path> inside = Files.isDirectory(place) ? Files.list(place) : Stream.of()) {
            if (Files.exists(place)
                    && (!Files.isDirectory(place) || inside.findAny().isPresent())) {
                throw existing(asGiven);
            }
        } catch (IOException trouble) {
            throw trouble(trouble, place);
        }
    }

    private static CommandException existing(Path place) {
        return new CommandException(
                "OUT-EXISTS",
                ExitCode.WRONG_USE,
                place + " exists already and is not an empty folder. Nothing is overwritten: give another name with"
                        + " --out, or move it away.");
    }

    private static void makeParents(Path parent, List<Path> made) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = parent; at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(at);
        }
        for (Path folder : missing.reversed()) {
            Files.createDirectory(folder);
            made.add(folder);
        }
    }

    /** Writes one file; returns what the content says, mostly how many rows it has. */
    public long write(String name, Content content) {
        try (OutputStream out = Files.newOutputStream(workplace.resolve(name))) {
            return content.writeTo(out);
        } catch (IOException trouble) {
            throw trouble(trouble, workplace);
        } catch (UncheckedIOException trouble) {
            throw trouble(trouble.getCause() == null ? new IOException(trouble) : trouble.getCause(), workplace);
        }
    }

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it and leaves the stream open; returns how much it was. */
        long writeTo(OutputStream out) throws IOException;
    }

    /** Puts the complete folder into its place. */
    public synchronized void finish() {
        if (over) {
            throw new IllegalStateException("the folder is finished or abandoned");
        }
        try {
            move();
            over = true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException trouble) {
            throw existing(target);
        } catch (IOException trouble) {
            throw trouble(trouble, target);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(workplace, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(workplace, target);
        }
    }

    /** Removes everything unless it was finished. */
    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException _) {
            // The program is ending, and the hook runs already.
        }
    }

    private synchronized void abandon() {
        if (over) {
            return;
        }
        over = true;
        // Another thread may just be adding a file; then the folder is not empty yet at the first try.
        for (int tries = 0; tries < 3 && Files.exists(workplace); tries++) {
            try (Stream<Path> inside = Files.walk(workplace)) {
                inside.sorted(Comparator.reverseOrder()).forEach(NewFolder::deleteIfEmpty);
            } catch (IOException | UncheckedIOException _) {
                // Tried again; what cannot be deleted stays under its telling name.
            }
        }
        parentsMade.reversed().forEach(NewFolder::deleteIfEmpty);
    }

    private static void deleteIfEmpty(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // It is in use or not empty: then it is not ours to remove.
        }
    }

    /** What it means that something cannot be written. */
    static CommandException trouble(IOException trouble, Path place) {
        String said = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
        Long free = freeBytes(place);
        boolean full =
                said.contains("no space") || said.contains("quota") || (free != null && free < ALMOST_NOTHING_BYTES);
        if (full) {
            return new CommandException(
                    "OUT-DISK-FULL",
                    ExitCode.COULD_NOT,
                    "The disk of " + place.getParent() + " is full, so the results could not be written; nothing was"
                            + " left there. Free some space, or write elsewhere with --out.",
                    trouble);
        }
        return new CommandException(
                "OUT-NOT-WRITABLE",
                ExitCode.COULD_NOT,
                "Nothing can be written to " + place.getParent()
                        + ". Look whether you have the right to and the disk is"
                        + " there, or write elsewhere with --out.",
                trouble);
    }

    private static @Nullable Long freeBytes(Path place) {
        try {
            Path at = place;
            while (at.getParent() != null && !Files.exists(at)) {
                at = at.getParent();
            }
            return Files.getFileStore(at).getUsableSpace();
        } catch (IOException e) {
            return null;
        }
    }
}
