package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command tried on one file after another.
 *
 * @param folder where the file lies and the folder of results, called {@code out}, is to appear
 * @param command its name
 * @param usual what always follows the file
 */
public record OneFileTrial(Path folder, String command, List<String> usual) {
    private static final String FILE = "input.csv";

    /** Runs it on a table. */
    public CommandRun run(String table, String... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(command, CommandRun.file(folder, FILE, table)));
        words.addAll(usual);
        words.addAll(List.of("--out", folder.resolve("out")));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    /** Sees that it refuses a table with this code and leaves nothing behind. */
    public void refuses(String code, int exitCode, String table, String... more) throws IOException {
        CommandRun run = run(table, more);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains("(" + code + ")");
        assertThat(CommandRun.namesIn(folder)).containsExactly(FILE);
    }

    /** A file of the results. */
    public String result(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    /** The names of one part of the results. */
    public List<String> names(String part) throws IOException {
        return CommandRun.namesIn(folder.resolve("out").resolve(part)).toList();
    }
}
