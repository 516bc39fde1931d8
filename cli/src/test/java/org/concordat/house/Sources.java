package org.concordat.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of this project, as they lie in the folder that the build was started for. */
final class Sources {

    static final Path ROOT = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .normalize();

    private Sources() {}

    /** One text file: its path from the root, with slashes, and what it says. */
    record Text(String path, String content) {
        List<String> lines() {
            return content.lines().toList();
        }
    }

    /** Every Java file of the program itself, in all modules. */
    static List<Text> mainJava() {
        return texts(path -> path.matches("[a-z-]+/src/main/java/.*\\.java"));
    }

    /** Every Java file, tests included. */
    static List<Text> allJava() {
        return texts(path -> path.matches("[a-z-]+/src/[a-z]+/java/.*\\.java"));
    }

    /** What people read: the pages at the root, under docs, and each module's own. */
    static List<Text> prose() {
        return texts(path -> path.endsWith(".md") && !path.contains("/src/"));
    }

    static Text text(String path) {
        return new Text(path, read(ROOT.resolve(path)));
    }

    private static List<Text> texts(Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.contains("target/") && !path.startsWith(".git/"))
                    .filter(wanted)
                    .sorted()
                    .map(Sources::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
