package org.concordat.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Troubles of the whole program, in a process of its own. */
final class TroublesIT {
    @TempDir
    private Path folder;

    @Test
    void tooLittleMemoryIsSaidInWordsAndNothingIsLeft() throws Exception {
        String rows = IntStream.range(0, 300_000)
                .mapToObj(i -> "%d,Name%d,Surname%d,19%02d-01-%02d\n".formatted(i, i, i, i % 90 + 10, i % 28 + 1))
                .collect(Collectors.joining());
        Path file = CommandRun.file(folder, "people.csv", "ref,forename,surname,dob\n" + rows);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-cp",
                        Objects.requireNonNull(
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                        "org.concordat.cli.Concordat",
                        "link",
                        file.toString(),
                        "--out",
                        folder.resolve("deep/results").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("said.txt")))
                .contains("(OUT-OF-MEMORY)", "CONCORDAT_MEMORY=6g")
                .doesNotContain("Error", "\tat ");
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(folder.resolve("deep")).doesNotExist();
    }
}
