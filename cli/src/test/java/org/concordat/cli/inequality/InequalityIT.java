package org.concordat.cli.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command inequality, from a table to its folder of results. */
final class InequalityIT {
    private static final String FIFTHS = """
            fifth,numerator,denominator
            1,250,1000
            2,200,1000
            3,150,1000
            4,100,1000
            5,50,1000
            """;

    @TempDir
    private Path folder;

    private CommandRun run(String table, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("inequality", CommandRun.file(folder, "table.csv", table)));
        words.addAll(List.of(options));
        words.addAll(List.of("--out", folder.resolve("out")));
        return CommandRun.of(words.toArray());
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    /** Figures on a line: 25 % at a tenth of the population down to 5 % at nine tenths, so 27.5 % and 2.5 % at its ends. */
    @Test
    void theSlopeOfFiguresOnALineIsReadAtItsEnds() throws IOException {
        CommandRun run = run(FIFTHS, "--method", "proportion", "--quantile", "fifth", "--polarity", "low-is-good");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CommandRun.namesIn(folder.resolve("out")))
                .containsExactlyInAnyOrder(
                        "inequality.csv",
                        "inequality.csv-metadata.json",
                        "groups.csv",
                        "groups.csv-metadata.json",
                        "report.html");
        assertThat(number("inequality.csv", 1, 1)).isCloseTo(25, within(1e-9));
        assertThat(number("inequality.csv", 2, 1)).isCloseTo(11, within(1e-9));
        assertThat(run.out()).contains("the deprived are worse off", "Not adjusted for age");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("1, most deprived", "Low and Low", "seed 1");
    }

    @Test
    void thePolarityTurnsTheIndicesRound() throws IOException {
        run(FIFTHS, "--method", "proportion", "--quantile", "fifth", "--polarity", "high-is-good");
        assertThat(number("inequality.csv", 1, 1)).isCloseTo(-25, within(1e-9));
        assertThat(number("inequality.csv", 2, 1)).isCloseTo(1 / 11.0, within(1e-9));
    }

    private double number(String file, int line, int cell) throws IOException {
        return Double.parseDouble(lines(file).get(line).split(",")[cell]);
    }

    @Test
    void areasAreAddedUpWithinGroupsByTheirDeprivation() throws IOException {
        StringBuilder table = new StringBuilder("area_code,rank,numerator,denominator\n");
        for (int i = 1; i <= 10; i++) {
            table.append('A')
                    .append(i)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(10 * i)
                    .append(",1000\n");
        }
        run(table.toString(), "--method", "rate", "--deprivation", "rank", "--ranks", "--groups", "5");
        // The first group holds ranks 1 and 2, so 10 and 20 events among 2,000.
        assertThat(lines("groups.csv").get(1)).startsWith("1,2,2000,30,1500,");
        assertThat(lines("groups.csv").get(5)).startsWith("5,2,2000,190,9500,");
    }

    @Test
    void aHiddenGroupHidesTheIndexThatWouldTellIt() throws IOException {
        CommandRun run = run(FIFTHS.replace(",50,", ",4,"), "--method", "rate", "--quantile", "fifth");
        assertThat(run.exitCode()).isZero();
        assertThat(lines("groups.csv").get(5)).isEqualTo("5,1,c,c,c,c,c,c");
        assertThat(lines("inequality.csv").get(1))
                .startsWith("slope index of inequality,c,c,c,5,")
                .endsWith(",c");
        assertThat(run.out()).contains("put the groups through protect");
        assertThat(Files.readString(folder.resolve("out/report.html"))).doesNotContain("<svg");
    }

    @Test
    void aCountHiddenInTheTableStaysHidden() throws IOException {
        run(
                FIFTHS.replace(",50,", ",c,"),
                "--method",
                "rate",
                "--quantile",
                "fifth",
                "--no-suppress",
                "for the analyst alone");
        assertThat(lines("groups.csv").get(5)).isEqualTo("5,1,c,c,c,c,c,c");
    }

    @Test
    void aGroupWithNoneHasNoLogarithmAndSoNoIndex() throws IOException {
        CommandRun run = run(FIFTHS.replace(",50,", ",0,"), "--method", "rate", "--quantile", "fifth", "--json");
        assertThat(run.out()).contains("a group with none, or all");
        assertThat(lines("inequality.csv").get(1))
                .startsWith("slope index of inequality,,,,5,")
                .endsWith(",x");
    }

    @ParameterizedTest
    @CsvSource({
        "proportion --quantile=fifth --by=denominator, 0, none",
        "proportion, 2, WRONG-USE",
        "proportion --quantile=fifth --deprivation=fifth, 2, WRONG-USE",
        "proportion --quantile=fifth --groups=5, 2, WRONG-USE",
        "proportion --deprivation=fifth --groups=4, 2, WRONG-USE",
        "proportion --deprivation=fifth, 1, INEQUALITY-UNFIT",
        "given --deprivation=fifth, 2, WRONG-USE",
        "given --quantile=fifth, 2, FIGURES-NO-COLUMN",
        "given --quantile=fifth --value=numerator --lower=denominator --upper=denominator, 3, FIGURES-CELL",
        "proportion --quantile=numerator, 3, FIGURES-CELL",
        "proportion --quantile=fifth --numerator=denominator --denominator=numerator, 3, FIGURES-CELL",
        "proportion --quantile=fifth --scale=log, 2, WRONG-USE",
        "given --quantile=fifth --on-scale, 2, WRONG-USE",
        "proportion --quantile=fifth --confidence=95, 2, WRONG-USE",
        "median --quantile=fifth, 2, WRONG-USE"
    })
    void whatDoesNotFitIsRefusedAndNothingIsLeft(String options, int exit, String said) throws IOException {
        List<Object> words = new ArrayList<>(List.of("--method"));
        words.addAll(Arrays.asList((Object[]) options.split(" ")));
        CommandRun run = run(exit == 0 ? FIFTHS.replace("5,50,1000", "5,50,900") : FIFTHS, words.toArray());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exit);
        if (exit == 0) {
            assertThat(run.out()).contains("it needs at least 5 groups, and there are 4");
        } else {
            assertThat(run.err()).contains("(" + said + ")");
            assertThat(CommandRun.namesIn(folder)).containsExactly("table.csv");
        }
    }

    @Test
    void publishedIndicesComeOutOfGivenFigures() throws IOException {
        Path published = Path.of(System.getProperty("concordat.data", ""))
                .resolve("statistics/phe/testdata_SII__testdata_SII.csv");
        assumeTrue(Files.exists(published), "skipped: the real data are not here; see concordat.data");
        List<String> all = Files.readAllLines(published);
        List<String> head = List.of(all.getFirst().replace("\uFEFF", "").split(","));
        String first = "default (e.g. life expectancy) - default parameters,area1,";
        StringBuilder table = new StringBuilder("q,value,lower,upper,denominator\n");
        double slope = Double.NaN;
        double ratio = Double.NaN;
        for (String line : all) {
            if (line.contains(first)) {
                List<String> cells = List.of(line.split(",", -1));
                table.append(String.join(
                                ",",
                                List.of("Quantile", "Value", "LowerCL", "UpperCL", "Population").stream()
                                        .map(name -> cells.get(head.indexOf(name)))
                                        .toList()))
                        .append('\n');
                if (!cells.get(head.indexOf("sii")).isEmpty()) {
                    slope = Double.parseDouble(cells.get(head.indexOf("sii")));
                    ratio = Double.parseDouble(cells.get(head.indexOf("rii")));
                }
            }
        }
        CommandRun run = run(table.toString(), "--method", "given", "--quantile", "q", "--polarity", "high-is-good");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(number("inequality.csv", 1, 1)).isCloseTo(slope, within(1e-9 * slope));
        assertThat(number("inequality.csv", 2, 1)).isCloseTo(ratio, within(1e-9 * ratio));
    }
}
