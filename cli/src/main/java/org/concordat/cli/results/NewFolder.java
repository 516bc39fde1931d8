package org.concordat.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the making. It is written beside its place under another name and moved there by {@link #finish}; closed
 * before that, or at the end of the program, it disappears with all it holds.
 */
public final class NewFolder implements AutoCloseable {
    private final Path target;
    private final List<Path> parentsMade = new ArrayList<>();
    private final Thread atEnd;
    private @Nullable Path workplace;
    private boolean over;

    private NewFolder(Path target) {
        this.target = target;
        this.atEnd = new Thread(this::abandon, "removes what is half written");
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
        NewFolder folder = new NewFolder(place);
        // Before anything is made, so that an interrupt at any moment finds what there is to remove.
        Runtime.getRuntime().addShutdownHook(folder.atEnd);
        try {
            folder.makeWorkplace();
            return folder;
        } catch (IOException trouble) {
            folder.close();
            throw OutputTrouble.of(trouble, place);
        }
    }

    private synchronized void makeWorkplace() throws IOException {
        Path parent = target.getParent() == null ? target : target.getParent();
        List<Path> missing = new ArrayList<>();
        for (Path at = parent; at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(at);
        }
        for (Path folder : missing.reversed()) {
            Files.createDirectory(folder);
            parentsMade.add(folder);
        }
        workplace = Files.createTempDirectory(parent, "." + target.getFileName() + "-being-written-");
    }

    private static void refuseExisting(Path place, Path asGiven) {
        try (Stream<Path> inside = Files.isDirectory(place) ? Files.list(place) : Stream.of()) {
            if (Files.exists(place)
                    && (!Files.isDirectory(place) || inside.findAny().isPresent())) {
                throw existing(asGiven);
            }
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place);
        }
    }

    private static CommandException existing(Path place) {
        return new CommandException(
                "OUT-EXISTS",
                ExitCode.WRONG_USE,
                place + " exists already and is not an empty folder. Nothing is overwritten: give another name with"
                        + " --out, or move it away.");
    }

    /** Writes one file; returns what the content says, mostly how many rows it has. */
    public long write(String name, Content content) {
        try (OutputStream out = open(name)) {
            return content.writeTo(out);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, target);
        } catch (UncheckedIOException trouble) {
            throw OutputTrouble.of(trouble, target);
        }
    }

    /** Opens a file to be written; the caller closes it. A name may begin with folders, which are made. */
    public OutputStream open(String name) throws IOException {
        Path path = path(name);
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        return Files.newOutputStream(path);
    }

    /** Where the folder is to appear. */
    public Path target() {
        return target;
    }

    /** Where a file of this folder lies until the folder is finished. */
    public Path path(String name) {
        return workplace().resolve(name);
    }

    private Path workplace() {
        return Objects.requireNonNull(workplace, "made before anybody gets this folder");
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
        } catch (IOException trouble) {
            refuseExisting(target, target);
            throw OutputTrouble.of(trouble, target);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(workplace(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(workplace(), target);
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
        Path made = workplace;
        // Another thread may just be adding a file; then the folder is not empty yet at the first try.
        for (int tries = 0; made != null && tries < 3 && Files.exists(made); tries++) {
            try (Stream<Path> inside = Files.walk(made)) {
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
}
