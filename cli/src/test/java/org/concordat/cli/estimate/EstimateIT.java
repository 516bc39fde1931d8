package org.concordat.cli.estimate;

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

/** The command estimate, from cells and a model to shares of areas. */
final class EstimateIT {
    /** The odds are 1 to 9 for somebody to whom nothing applies, three times that for the widowed, times four for the ill. */
    private static final String MODEL = "variable,estimate\n(constant)," + Math.log(1 / 9.0) + "\nwidowed,"
            + Math.log(3) + "\nhealth_poor," + Math.log(4) + "\n";

    private static final String CELLS = """
            area_code,health,marital,people
            A,poor,widowed,70
            A,good,other,100
            B,poor,other,130
            B,good,widowed,40
            C,poor,other,3
            C,good,other,90
            """;

    @TempDir
    private Path folder;

    private CommandRun run(String cells, String model, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("estimate", CommandRun.file(folder, "cells.csv", cells)));
        words.addAll(List.of("--model", CommandRun.file(folder, "model.csv", model), "--out", folder.resolve("out")));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray());
    }

    /** By hand: in A 70 at odds of 12 to 9 (4/7) and 100 at 1 in 10; in B 130 at 4 to 9 (4/13) and 40 at 3 to 9 (1/4). */
    @Test
    void addsUpTheChancesOfEachKindOfPeople() throws IOException {
        CommandRun run =
                run(CELLS, MODEL, "--by", "health,marital", "--reference", "health_good,other", "--groups", "2");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out/estimate.csv"));
        assertThat(lines.getFirst()).isEqualTo("area_code,people,expected,share,group,status");
        String[] a = lines.get(1).split(",");
        assertThat(Double.parseDouble(a[2])).isCloseTo(50, within(1e-9));
        assertThat(Double.parseDouble(a[3])).isCloseTo(50 / 170.0, within(1e-12));
        assertThat(List.of(a[4], a[5])).containsExactly("1", "e");
        String[] b = lines.get(2).split(",");
        assertThat(Double.parseDouble(b[2])).isCloseTo(50, within(1e-9));
        assertThat(lines.get(3)).isEqualTo("C,c,c,c,c,c");
        assertThat(run.out()).contains("1 area is marked c for a small or hidden cell", AreaShares.CAUTION);
        assertThat(Files.readString(folder.resolve("out/estimate.html")))
                .contains("must not be used about a person", "Do not rank areas");
    }

    @Test
    void publishedCellsAreShownForAReason() throws IOException {
        run(
                CELLS,
                MODEL,
                "--by",
                "health,marital",
                "--reference",
                "health_good,other",
                "--no-suppress",
                "the cells are published");
        assertThat(Files.readAllLines(folder.resolve("out/estimate.csv")).get(3))
                .startsWith("C,93,");
        assertThat(Files.readString(folder.resolve("out/estimate.csv-metadata.json")))
                .contains("because the cells are published");
    }

    @ParameterizedTest
    @CsvSource({
        "health|marital --reference=other, 1, ESTIMATE-UNKNOWN",
        "health|marital, 1, ESTIMATE-UNKNOWN",
        "marital --reference=other, 3, FIGURES-CELL",
        "wealth, 2, FIGURES-NO-COLUMN",
        "health|marital --reference=good|other --people=health, 3, FIGURES-CELL",
        "health|marital --reference=good|other --absent=widowed, 2, WRONG-USE",
        "health|marital --reference=good|other --absent=rich, 2, WRONG-USE",
        "health|marital --reference=good|other --groups=1, 2, WRONG-USE",
        "health|marital --reference=good|other --threshold=200, 1, ESTIMATE-EMPTY",
        "health|marital --reference=good|other --area=town, 2, FIGURES-NO-COLUMN"
    })
    void whatTheModelDoesNotKnowIsRefusedAndNothingIsLeft(String options, int exit, String code) throws IOException {
        List<Object> words = new ArrayList<>(List.of("--by"));
        words.addAll(Arrays.asList((Object[]) options.replace('|', ',').split(" ")));
        CommandRun run = run(CELLS, MODEL, words.toArray());
        assertThat(run.err()).contains("(" + code + ")");
        assertThat(run.exitCode()).isEqualTo(exit);
        assertThat(CommandRun.namesIn(folder)).containsExactlyInAnyOrder("cells.csv", "model.csv");
    }

    @Test
    void aVariableThatNoCellGivesIsRefusedUnlessItAppliesToNobody() throws IOException {
        String cells = "area_code,health,people\nA,poor,70\nA,good,100\nB,poor,30\nB,good,40\n";
        Object[] by = {"--by", "health", "--reference", "health_good"};
        CommandRun refused = run(cells, MODEL, by);
        assertThat(refused.err()).contains("says nothing of widowed", "(ESTIMATE-MISSING)");
        CommandRun said = run(cells, MODEL, "--by", "health", "--reference", "health_good", "--absent", "widowed");
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    @Test
    void aTableThatIsNoModelIsRefused() throws IOException {
        Object[] by = {"--by", "health,marital", "--reference", "health_good,other"};
        assertThat(run(CELLS, "variable,estimate\nwidowed,1\n", by).err()).contains("(ESTIMATE-MODEL)");
        assertThat(run(CELLS, MODEL + "widowed,1\n", by).err()).contains("(FIGURES-CELL)");
        assertThat(run(CELLS, "name,estimate\nwidowed,1\n", by).err()).contains("(FIGURES-NO-COLUMN)");
    }

    @Test
    void theLonelinessOfAgeUkComesOutAsPublished() throws IOException {
        Path model = Path.of(System.getProperty("concordat.data", ""))
                .resolve("statistics/indices/ageuk_loneliness_coefficients_2015.csv");
        assumeTrue(Files.exists(model), "skipped: the real data are not here; see concordat.data");
        String rest =
                "eye_conditions_3plus,pets,adl_difficulty_2plus,age_75_79,adl_difficulty_1,household_size,widowed";
        CommandRun run = CommandRun.of(
                "estimate",
                CommandRun.file(
                        folder,
                        "cells.csv",
                        "area_code,health,people," + rest + "\nbase,excellent,1000,0,0,0,0,0,0,0\n"
                                + "ill,poor,1000,0,0,0,0,0,0,1\n"),
                "--model",
                model,
                "--by",
                "health," + rest,
                "--reference",
                "health_excellent",
                "--groups",
                "2",
                "--out",
                folder.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out/estimate.csv"));
        // As the data's README gives them: .06786 of the base and .60971 of those widowed and in poor health.
        assertThat(Double.parseDouble(lines.get(1).split(",")[3])).isCloseTo(.06786, within(.000005));
        assertThat(Double.parseDouble(lines.get(2).split(",")[3])).isCloseTo(.60971, within(.000005));
    }
}
