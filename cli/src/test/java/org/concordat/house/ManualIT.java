package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.house.ProseRules.Command;
import org.concordat.house.Sources.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that a page marks as runnable are run, in order, each page in an empty folder of its own. */
final class ManualIT {

    private static final int LONGEST_RUN_SECONDS = 300;
    private static final Pattern SHOWN_FILE = Pattern.compile(
            "^```(?:yaml|csv) file=(?<name>\\S+)\\n(?<text>.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    static Stream<String> pagesWithRunnableCommands() {
        return Sources.prose().stream()
                .filter(page -> ProseRules.commands(page).stream().anyMatch(Command::runnable))
                .map(Text::path);
    }

    @ParameterizedTest
    @MethodSource("pagesWithRunnableCommands")
    void theCommandsOfAPageEndAsItSays(String page, @TempDir Path folder) throws Exception {
        writeFilesThatThePageShows(Sources.text(page), folder);
        for (Command command : ProseRules.commands(Sources.text(page))) {
            if (command.runnable()) {
                assertEndsAsThePageSays(command, folder);
            }
        }
    }

    /** Blocks that begin {@code ```yaml file=NAME}, or csv, become files of that name, as readers are told to make them. */
    private static void writeFilesThatThePageShows(Text page, Path folder) throws IOException {
        Matcher block = SHOWN_FILE.matcher(page.content());
        while (block.find()) {
            Path file = folder.resolve(block.group("name"));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, block.group("text"));
        }
    }

    @Test
    void aCommandThatEndsOtherwiseIsSeen(@TempDir Path folder) throws Exception {
        var wrong = new Command("x.md", "$ ./concordat --nonsense", List.of("--nonsense"), false, true, 0);
        assertThatThrownBy(() -> assertEndsAsThePageSays(wrong, folder)).isInstanceOf(AssertionError.class);
    }

    private static void assertEndsAsThePageSays(Command command, Path folder) throws Exception {
        int exitCode = exitCode(command.words(), folder);
        assertThat(exitCode)
                .as("%s%n%s", command, Files.readString(folder.resolve("said")))
                .isEqualTo(command.exitCode());
    }

    private static int exitCode(List<String> words, Path folder) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var line = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                Objects.requireNonNull(classPath),
                "org.concordat.cli.Concordat"));
        line.addAll(words);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after " + LONGEST_RUN_SECONDS + " s: concordat " + words);
        }
        return process.exitValue();
    }
}
