package org.concordat.server.foundation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.server.foundation.ServerException;

/**
 * The mark that a data folder carries from its first start on, where people only practise in it. A folder without it is never started
 * for practice, nor one with it for anything else, so neither can be taken for the other.
 */
public final class PracticeFolder {
    private static final String MARK = "practice.txt";
    private static final String SAYS = "Nothing here is real: Concordat's practice mode keeps its made-up town here.\n";

    /** Any of these shows that a server was started here. */
    private static final List<String> STARTED = List.of("keys", "keys-made.txt", "database");

    private PracticeFolder() {}

    /**
     * Marks a new folder, where it is for practice.
     *
     * @throws ServerException with {@code PRACTICE-IN-REAL-FOLDER} or {@code REAL-IN-PRACTICE-FOLDER} where it is of the other kind
     */
    public static void check(Path dataFolder, boolean practice) {
        if (!practice) {
            if (isMarked(dataFolder)) {
                throw new ServerException(
                        "REAL-IN-PRACTICE-FOLDER",
                        "The data folder " + dataFolder + " is for practice, so no real server starts in it. Name"
                                + " another with concordat.data-folder, or start ./concordat demo.");
            }
            return;
        }
        if (isMarked(dataFolder)) {
            return;
        }
        if (STARTED.stream().map(dataFolder::resolve).anyMatch(Files::exists)) {
            throw notMarked(dataFolder);
        }
        try {
            Files.createDirectories(dataFolder);
            Files.writeString(dataFolder.resolve(MARK), SAYS, UTF_8);
        } catch (IOException e) {
            throw unusable(dataFolder, e);
        }
    }

    /**
     * Empties a folder for practice, so that the next start begins anew. Nothing happens where there is none.
     *
     * @throws ServerException where it is not marked as one for practice, or a server works in it
     */
    public static void clear(Path dataFolder) {
        if (!Files.exists(dataFolder)) {
            return;
        }
        if (!isMarked(dataFolder)) {
            throw notMarked(dataFolder);
        }
        try (DataFolderLock _ = DataFolderLock.take(dataFolder)) {
            if (isDatabaseRunning(dataFolder)) {
                throw new ServerException(
                        "DATA-FOLDER-IN-USE",
                        "The database of " + dataFolder
                                + " still runs, as after a crash. Start ./concordat demo once, end"
                                + " it with Ctrl-C, and try again.");
            }
            delete(dataFolder);
        } catch (IOException e) {
            throw unusable(dataFolder, e);
        }
    }

    private static boolean isMarked(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(MARK));
    }

    private static boolean isDatabaseRunning(Path dataFolder) throws IOException {
        Path pid = dataFolder.resolve("database").resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return false;
        }
        Optional<String> number = Files.readAllLines(pid, UTF_8).stream().findFirst();
        return number.filter(text -> text.strip().matches("[0-9]{1,9}"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text.strip())))
                .isPresent();
    }

    /** Everything but the mark, which goes last, so that a half-emptied folder is still known for what it was. */
    private static void delete(Path dataFolder) throws IOException {
        Path mark = dataFolder.resolve(MARK);
        try (Stream<Path> found = Files.walk(dataFolder)) {
            // Links are deleted, not followed.
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(dataFolder) && !path.equals(mark))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        Files.delete(mark);
    }

    private static ServerException notMarked(Path dataFolder) {
        return new ServerException(
                "PRACTICE-IN-REAL-FOLDER",
                "The data folder " + dataFolder + " was not made for practice, so it is left alone. Name another with"
                        + " concordat.data-folder; a new one is made where there is none.");
    }

    private static ServerException unusable(Path dataFolder, IOException why) {
        return new ServerException(
                "DATA-FOLDER-UNUSABLE",
                "The data folder " + dataFolder
                        + " cannot be read or written. Let the server's user do so, or name another"
                        + " with concordat.data-folder.",
                why);
    }
}
