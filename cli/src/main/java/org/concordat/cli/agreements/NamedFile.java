package org.concordat.cli.agreements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;

/**
 * A small file that the user named: a request, facts, trusted keys. Read once and whole, so that what is decided on is what
 * is recorded.
 */
public record NamedFile(Path path, byte[] content) {

    private static final int MOST_SHOWN = 20;

    /** Reads it, or says why that cannot be. What is longer than any file of ours is cut, and refused when it is parsed. */
    public static NamedFile of(Path path) {
        if (!Files.exists(path)) {
            throw could(
                    "FILE-MISSING",
                    "There is no file " + path + ". Look for a slip in its name, and whether the folder is right.");
        }
        if (Files.isDirectory(path)) {
            throw new CommandException(
                    "FILE-IS-FOLDER", ExitCode.WRONG_USE, path + " is a folder. Name the file in it that is meant.");
        }
        if (!Files.isRegularFile(path)) {
            throw could("FILE-NOT-ALLOWED", path + " is no ordinary file. Copy what it gives into one, and name that.");
        }
        if (!Files.isReadable(path)) {
            throw could(
                    "FILE-NOT-ALLOWED",
                    "You are not allowed to read " + path + ". Ask whoever owns it for the right to.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new NamedFile(path, in.readNBytes(YamlFile.LONGEST_CHARACTERS + 1));
        } catch (IOException trouble) {
            throw new CommandException(
                    "FILE-NOT-ALLOWED",
                    ExitCode.COULD_NOT,
                    path + " cannot be read: the place it lies on gave an error. Try again, or copy it elsewhere.",
                    trouble);
        }
    }

    /** How a library turns a file into what it means, with every problem it finds. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Nothing, when there is any problem. */
        Optional<T> read(Source file, Problems problems);
    }

    /** What the file means, or an end of the command that names everything that is wrong with it. */
    public <T> T as(Reader<T> reader) {
        var problems = new Problems();
        return reader.read(new Source(path.toString(), new ByteArrayInputStream(content)), problems)
                .orElseThrow(() -> unusable(problems.inOrder()));
    }

    private CommandException unusable(List<Problem> problems) {
        String shown = problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> "\n  " + OpenFolder.line(problem))
                .collect(Collectors.joining());
        String more = problems.size() > MOST_SHOWN ? "\n  and " + (problems.size() - MOST_SHOWN) + " more." : "";
        return could(
                "FILE-UNUSABLE",
                path + " cannot be used, so nothing was decided or done. Mend it and try again:" + shown + more
                        + "\n ");
    }

    private static CommandException could(String code, String message) {
        return new CommandException(code, ExitCode.COULD_NOT, message);
    }

    /** The path alone. */
    @Override
    public String toString() {
        return "NamedFile[" + path + "]";
    }
}
