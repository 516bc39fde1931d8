package org.concordat.cli.agreements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.YamlFile;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of a folder and the folders in it, as bytes, by name relative to it. Links are not followed, and hidden or
 * other files not read; each is named in a notice, so that nobody believes they count.
 *
 * @param notices what was left out
 */
record FolderFiles(Map<String, byte[]> contents, List<Problem> notices) {

    /** Ten times the largest partnership that we plan for. */
    private static final int MOST_FILES = 100_000;

    private static final long MOST_BYTES = 256L << 20;
    private static final int DEEPEST = 16;

    /** What is named one by one; the rest is counted. */
    private static final int MOST_NOTICES = 20;

    /** Reads all of them, or says why it could not. */
    static FolderFiles of(Path folder) {
        if (!Files.exists(folder)) {
            throw could("FOLDER-MISSING", "There is no folder " + folder + ". Check the name.", null);
        }
        if (!Files.isDirectory(folder)) {
            throw could(
                    "FOLDER-MISSING",
                    folder + " is a file. Name the folder that holds it: agreements are read a folder at a time.",
                    null);
        }
        var walk = new Walk(folder);
        try {
            // The folder itself may be named by a link; those in it are not followed.
            Files.walkFileTree(folder.toRealPath(), Set.<FileVisitOption>of(), DEEPEST + 1, walk);
        } catch (IOException trouble) {
            throw could(
                    "FOLDER-UNREADABLE",
                    folder + " cannot be read through. Check that you may read everything in it.",
                    trouble);
        }
        if (walk.contents.isEmpty()) {
            throw could(
                    "FOLDER-EMPTY",
                    "There is no file ending in .yaml or .yml in " + folder
                            + ". Name another folder, or begin one: ./concordat agreements new --help",
                    null);
        }
        return new FolderFiles(walk.contents, walk.notices());
    }

    List<Source> sources() {
        return contents.entrySet().stream()
                .map(file -> new Source(file.getKey(), new ByteArrayInputStream(file.getValue())))
                .toList();
    }

    private static CommandException could(String code, String message, @Nullable Throwable cause) {
        return new CommandException(code, ExitCode.COULD_NOT, message, cause);
    }

    /** Goes through a folder once. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path asGiven;
        private final Map<String, byte[]> contents = new TreeMap<>();
        private final List<Problem> left = new ArrayList<>();
        private long bytes;
        private @Nullable Path root;
        private int leftOut;

        Walk(Path asGiven) {
            this.asGiven = asGiven;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (root == null) {
                root = folder;
                return FileVisitResult.CONTINUE;
            }
            if (isHidden(folder)) {
                leave(folder, "This folder is hidden, so nothing in it was read.");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                leave(file, "This is a link, and links are not followed.");
            } else if (attributes.isDirectory()) {
                throw tooLarge("holds folders more than " + DEEPEST + " deep");
            } else if (isHidden(file) || !isYaml(file)) {
                leave(file, "This is no file ending in .yaml or .yml, so it was not read.");
            } else if (!attributes.isRegularFile()) {
                leave(file, "This is no ordinary file, so it was not read.");
            } else {
                read(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            throw unreadable(file, trouble);
        }

        private void read(Path file) {
            if (contents.size() >= MOST_FILES) {
                throw tooLarge("holds more than " + MOST_FILES + " files");
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = in.readNBytes(YamlFile.LONGEST_CHARACTERS + 1);
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw tooLarge("holds more than " + (MOST_BYTES >> 20) + " MB");
                }
                contents.put(name(file), content);
            } catch (IOException trouble) {
                throw unreadable(file, trouble);
            }
        }

        private void leave(Path path, String cause) {
            if (++leftOut <= MOST_NOTICES) {
                left.add(new Problem(
                        "FILE-LEFT-OUT", new Place(name(path), 1), cause, "Move it away, or give it the right name."));
            }
        }

        private List<Problem> notices() {
            if (leftOut > MOST_NOTICES) {
                left.add(new Problem(
                        "FILE-LEFT-OUT",
                        new Place(".", 1),
                        leftOut - MOST_NOTICES + " more files were not read either.",
                        "Keep other things elsewhere."));
            }
            return List.copyOf(left);
        }

        private String name(Path path) {
            Path relative = root == null ? path : root.relativize(path);
            return Plain.text(relative.toString().replace('\\', '/'));
        }

        private CommandException unreadable(Path file, IOException trouble) {
            return could(
                    "FOLDER-UNREADABLE",
                    name(file) + " in " + asGiven
                            + " cannot be read, so nothing is said about the folder. Check that you may read it.",
                    trouble);
        }

        private CommandException tooLarge(String how) {
            return could(
                    "FOLDER-TOO-LARGE",
                    asGiven + " " + how + ". Name the folder of one partnership's agreements, and nothing else.",
                    null);
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }

        private static boolean isYaml(Path path) {
            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".yaml") || name.endsWith(".yml");
        }
    }
}
