package org.concordat.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command index: its methods, its working, and what it refuses. */
final class IndexIT {
    private static final String TABLE = """
            area_code,income,crime,life
            A,0.30,12,78
            B,0.10,30,80
            C,0.20,3,82
            D,0.05,6,84
            """;

    @TempDir
    private Path folder;

    private CommandRun run(String table, Object... words) throws IOException {
        Path file = CommandRun.file(folder, "table.csv", table);
        Object[] all = new Object[words.length + 4];
        all[0] = "index";
        all[1] = file;
        all[2] = "--out";
        all[3] = folder.resolve("index");
        System.arraycopy(words, 0, all, 4, words.length);
        return CommandRun.of(all);
    }

    private void refuses(CommandRun run, int exitCode, String code) throws IOException {
        assertThat(run.err()).contains("(" + code + ")");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(CommandRun.namesIn(folder)).containsExactly("table.csv");
    }

    @Test
    void showsTheWorkingOfAnAreaAndAddsItUp() throws IOException {
        CommandRun run =
                run(TABLE, "--method", "iod", "--indicator", "income=0.6", "--indicator", "crime=.4", "--show", "C");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Working of C:",
                        "income: rank 2 of 4, R = 0.750000, X = -23 ln(1 - R (1 - exp(-100/23))) = 31.0091; times the weight 0.6",
                        "rank 3 of 4",
                        IndexResult.CAUTION);
        assertThat(Files.readAllLines(folder.resolve("index/index.csv")))
                .hasSize(5)
                .first()
                .isEqualTo("area_code,score,rank,group,adds_1,adds_2");
        assertThat(Files.readString(folder.resolve("index/index.html"))).contains("How C comes to its score");
    }

    @Test
    void turnsIndicatorsRoundAndComparesWithTheMean() throws IOException {
        CommandRun z = run(TABLE, "--method", "z", "--indicator", "income", "--indicator", "life=2:low", "--json");
        assertThat(z.exitCode()).as(z.err()).isZero();
        assertThat(z.out()).contains("\"area\":\"A\"", "turned round because low is worse");
        CommandRun vli = CommandRun.of(
                "index",
                folder.resolve("table.csv"),
                "--method",
                "vli",
                "--indicator",
                "income",
                "--indicator",
                "crime",
                "--out",
                folder.resolve("vli"));
        assertThat(vli.exitCode()).as(vli.err()).isZero();
        // A: income .3 of a mean of .1625, crime 12 of 12.75.
        assertThat(Files.readAllLines(folder.resolve("vli/index.csv")).get(1)).startsWith("A,139.36651583");
    }

    @Test
    void refusesGapsRepeatsAndWhatDoesNotFitTheMethod() throws IOException {
        String[] income = {"--method", "iod", "--indicator", "income"};
        refuses(run(TABLE.replace("0.10", ""), (Object[]) income), 3, "FIGURES-CELL");
        refuses(run(TABLE.replace("\nB,", "\nA,"), (Object[]) income), 3, "FIGURES-CELL");
        refuses(run(TABLE.replaceAll("0\\.\\d+", "1"), (Object[]) income), 1, "INDEX-UNFIT");
        refuses(run(TABLE, "--method", "iod", "--ranks", "--indicator", "crime"), 1, "INDEX-UNFIT");
        refuses(run(TABLE, "--method", "iod", "--indicator", "wealth"), 2, "FIGURES-NO-COLUMN");
        refuses(run(TABLE, "--method", "median", "--indicator", "income"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "vli", "--indicator", "income=2"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "iod", "--indicator", "life:low"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "z", "--indicator", "life=-1"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "z", "--indicator", "life", "--show", "Q"), 2, "WRONG-USE");
    }
}
