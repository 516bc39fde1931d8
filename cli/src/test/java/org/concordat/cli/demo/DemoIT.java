package org.concordat.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest town, whose charity writes so few rows that little can be told from them. */
final class DemoIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linksTheSmallestTownOfAnySeed(long seed) throws Exception {
        Path out = folder.resolve("town");
        CommandRun run = CommandRun.of("demo", "--people", 1000, "--seed", seed, "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Beside the truth: precision 0.9");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains(
                        "records seem to be of",
                        "That is no share of all true matches",
                        "of all true pairs were compared");
    }

    @Test
    void makesTheFilesOfAServiceAndNothingWhereSomethingIs() throws Exception {
        Path out = folder.resolve("service");
        CommandRun run = CommandRun.of("demo", "service", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CommandRun.namesIn(out)).contains("cohort.csv", "pool.csv", "steps.csv");
        CommandRun again = CommandRun.of("demo", "service", "--out", out);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("(OUT-EXISTS)");
    }
}
