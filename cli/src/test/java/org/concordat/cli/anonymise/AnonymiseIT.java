package org.concordat.cli.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single records made anonymous on the command line, and what is said of those that cannot be. */
final class AnonymiseIT {
    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("safe");
    }

    private Path people() throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_130);
        StringBuilder rows = new StringBuilder("nhs,age,sex,ward,diagnosis,seen\n");
        for (int i = 0; i < 300; i++) {
            rows.append("n%03d,%d,%s,w%d,%s,2025%n"
                    .formatted(
                            i,
                            random.nextInt(18, 90),
                            random.nextBoolean() ? "F" : "M",
                            random.nextInt(4),
                            List.of("asthma", "flu", "gout").get(random.nextInt(3))));
        }
        return CommandRun.file(folder, "people.csv", rows.toString());
    }

    private CommandRun anonymise(Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("anonymise", people(), "--quasi", "age,sex,ward"));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private Path areas() throws IOException {
        return CommandRun.file(folder, "areas.csv", "ward,side\nw0,North\nw1,North\nw2,South\nw3,South\n");
    }

    @Test
    void whatLeavesIsAsAnonymousAndAsDiverseAsAsked() throws IOException {
        CommandRun run = anonymise(
                "--sensitive",
                "diagnosis",
                "--bands",
                "AGE=5,20,40",
                "--hierarchy",
                "ward=" + areas(),
                "--k",
                "6",
                "--l",
                "3",
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> rows = Files.readAllLines(out().resolve("publish/rows.csv"));
        assertThat(rows.getFirst()).isEqualTo("age,sex,ward,diagnosis");
        Map<String, List<String>> groups = new HashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            int last = row.lastIndexOf(',');
            groups.computeIfAbsent(row.substring(0, last), none -> new ArrayList<>())
                    .add(row.substring(last + 1));
        }
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(group).hasSizeGreaterThanOrEqualTo(6);
            assertThat(group.stream().distinct()).hasSize(3);
        });
        List<String> leftOut = Files.readAllLines(out().resolve("keep/left-out.csv"));
        assertThat(rows.size() - 1 + leftOut.size() - 1).isEqualTo(300);
        assertThat(rows.subList(1, rows.size())).isSorted();
        assertThat(leftOut.size() - 1).isLessThanOrEqualTo(15);
        assertThat(run.out()).contains("Not named, so left behind: nhs, seen.");
        assertThat(Files.readString(out().resolve("keep/report.html")))
                .contains("How easily people can be found again", "l-diversity", "Samarati")
                .doesNotContain("n017");
        assertThat(Files.readString(out().resolve("publish/rows.csv-metadata.json")))
                .contains("Told ");
    }

    @Test
    void measuresAFileAsItStandsAndFindsItWanting() throws IOException {
        CommandRun run = CommandRun.of(
                "anonymise",
                CommandRun.file(
                        folder, "four.csv", "age,sex,illness\n30,F,flu\n30,F,flu\n30,F,flu\n41,M,gout\n41,M,flu\n"),
                "--quasi",
                "age,sex",
                "--sensitive",
                "illness",
                "--k",
                "2",
                "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        // Two groups, of 3 and of 2: k is 2; the three share one illness. Picked right on average: 2 of 5.
        assertThat(run.out())
                .contains(
                        "\"k\":2", "\"unique_rows\":0", "\"classes\":2", "\"highest_risk\":0.5", "\"average_risk\":0.4")
                .contains("\"l\":{\"illness\":1}", "not_safe_as_asked");
        assertThat(CommandRun.namesIn(folder)).containsExactly("four.csv");
    }

    @Test
    void saysSoWhereAFileIsSafeAsItStands() throws IOException {
        Path file = CommandRun.file(folder, "same.csv", "age,sex\n30,F\n30,F\n30,F\n");
        assertThat(CommandRun.of("anonymise", file, "--quasi", "age,sex", "--k", "3")
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesWhatNoLevelsCanDo() throws IOException {
        Path file = CommandRun.file(folder, "one.csv", "age,illness\n30,flu\n31,flu\n32,flu\n33,flu\n");
        CommandRun run = CommandRun.of(
                "anonymise", file, "--quasi", "age", "--sensitive", "illness", "--k", "2", "--out", out());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("fewer than 2 values", "(ANONYMISE-IMPOSSIBLE)");
        assertThat(out()).doesNotExist();
    }

    @Test
    void anEmptyCellIsAValueOfItsOwnThatStaysEmpty() throws IOException {
        Path file = CommandRun.file(folder, "gaps.csv", "age,x\n31,a\n32,a\n,a\n,a\n");
        CommandRun run =
                CommandRun.of("anonymise", file, "--quasi", "age", "--bands", "age=10", "--k", "2", "--out", out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(out().resolve("publish/rows.csv"))).contains("30 to 39\n30 to 39\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --k 1                                        | 2 | ANONYMISE-OPTION        | --k is 2 or more
            --l 2                                        | 2 | ANONYMISE-OPTION        | --l is about columns of --sensitive
            --sensitive diagnosis --l 9                  | 2 | ANONYMISE-OPTION        | from 1 to k
            --sensitive age                              | 2 | ANONYMISE-OPTION        | named twice
            --max-left-out 1                             | 2 | ANONYMISE-OPTION        | below 1
            --bands seen=5                               | 2 | ANONYMISE-OPTION        | which --quasi does not
            --bands age                                  | 2 | ANONYMISE-OPTION        | is written COL=N,N
            --bands age=five                             | 2 | ANONYMISE-OPTION        | is written COL=N,N
            --bands age=5,12                             | 2 | ANONYMISE-OPTION        | a multiple of the one before
            --bands age=5 --bands age=10                 | 2 | ANONYMISE-OPTION        | given two
            --bands ward=5                               | 3 | FIGURES-CELL            | is no whole number
            --hierarchy ward=few.csv                     | 3 | ANONYMISE-VALUE-UNKNOWN | column ward
            --hierarchy ward=crossed.csv                 | 3 | ANONYMISE-HIERARCHY     | is no hierarchy
            --hierarchy ward=double.csv                  | 3 | ANONYMISE-HIERARCHY     | Data row 5
            --hierarchy ward=narrow.csv                  | 3 | ANONYMISE-HIERARCHY     | has one column
            --hierarchy ward=none.csv                    | 3 | FILE-MISSING            | none.csv
            --sensitive colour                           | 2 | FIGURES-NO-COLUMN       | colour
            --kk 3                                       | 2 | WRONG-USE               | --kk
            """)
    void saysWhatIsWrongAndWritesNothing(String more, int exitCode, String code, String words) throws IOException {
        CommandRun.file(folder, "few.csv", "ward,side\nw0,North\n");
        CommandRun.file(folder, "narrow.csv", "ward\nw0\n");
        CommandRun.file(folder, "crossed.csv", "ward,side,half\nw0,N,a\nw1,N,b\nw2,S,a\nw3,S,b\n");
        CommandRun.file(folder, "double.csv", "ward,side\nw0,N\nw1,N\nw2,S\nw3,S\nw0,S\n");
        List<Object> all = new ArrayList<>(List.of("--out", out()));
        all.addAll(
                List.of(more.replaceAll("=(\\w+\\.csv)", "=" + folder + "/$1").split(" ")));
        CommandRun run = anonymise(all.toArray());

        assertThat(run.err()).contains(words, "(" + code + ")");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(out()).doesNotExist();
    }

    @Test
    void refusesToTakeEverybodyForAlike() throws IOException {
        assertThat(CommandRun.of("anonymise", people(), "--quasi", ",").err())
                .contains("at least one column", "(ANONYMISE-OPTION)");
    }

    @Test
    void refusesASensitiveCellWithNothingInIt() throws IOException {
        Path empty = CommandRun.file(folder, "gap.csv", "age,illness\n30,flu\n31,\n");
        CommandRun run = CommandRun.of("anonymise", empty, "--quasi", "age", "--sensitive", "illness");
        assertThat(run.err()).contains("data row 2", "column illness is empty", "(FIGURES-CELL)");
    }
}
