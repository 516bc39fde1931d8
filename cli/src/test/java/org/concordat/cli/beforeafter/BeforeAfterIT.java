package org.concordat.cli.beforeafter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.concordat.cli.OneFileTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BeforeAfterIT {
    private static final String TABLE = """
            place,year,people,events
            Harbour,2022,1000,100
            Hill,2022,600,60
            Moor,2022,400,40
            Harbour,2023,1000,100
            Hill,2023,600,60
            Moor,2023,400,40
            Harbour,2024,1000,60
            Hill,2024,600,66
            Moor,2024,400,44
            """;

    private static final List<String> COLUMNS =
            List.of("--group", "place", "--period", "year", "--treated", "Harbour", "--persons", "people");

    @TempDir
    private Path folder;

    private CommandRun run(String table, String... more) throws IOException {
        return trial().run(table, more);
    }

    private OneFileTrial trial() {
        return new OneFileTrial(folder, "before-after", COLUMNS);
    }

    private CommandRun counts(String table, String... more) throws IOException {
        return countTrial().run(table, more);
    }

    private OneFileTrial countTrial() {
        List<String> words = new ArrayList<>(COLUMNS);
        words.addAll(List.of("--count", "events", "--from", "2024"));
        return new OneFileTrial(folder, "before-after", words);
    }

    /** (60/1000 - 110/1000) - (100/1000 - 100/1000) is minus five points, by hand. */
    @Test
    void tellsHowMuchMoreItChanged() throws Exception {
        CommandRun run = counts(TABLE, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"change2024\":-0.05", "\"doubtful\":false");
        assertThat(Files.readString(folder.resolve("out/publish/before-after.html")))
                .contains("−5.0 percentage points", "That cannot be proved.");
        assertThat(Files.readString(folder.resolve("out/publish/groups.csv")))
                .contains("others,2024,0.11,", ",110,1000,");
    }

    /** Card and Krueger (1994), table 3: full-time jobs in restaurants of New Jersey and Pennsylvania, before and after. */
    @Test
    void agreesWithCardAndKruegerOnMeans() throws Exception {
        CommandRun run = run("""
                place,year,people,jobs,se
                Harbour,1,321,20.44,0.51
                Hill,1,77,23.33,1.35
                Harbour,2,319,21.03,0.52
                Hill,2,77,21.17,0.94
                """, "--mean", "jobs", "--error", "se", "--from", "2", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        // 2.76 in the paper, which rounds each mean first; the errors of all four put together are 1.80.
        assertThat(run.out()).containsPattern("\"change2\":2\\.7[45]\\d*");
    }

    @Test
    void saysWhereBothWentDifferentWaysBeforeAlready() throws Exception {
        CommandRun run = counts(TABLE.replace("Harbour,2022,1000,100", "Harbour,2022,1000,200"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("went different ways already");
    }

    @Test
    void hidesAFewAndEveryChangeMadeOfThem() throws Exception {
        CommandRun run = counts(TABLE.replace("Harbour,2023,1000,100", "Harbour,2023,1000,3"), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"change2024\":\"c\"");
        assertThat(Files.readAllLines(folder.resolve("out/publish/groups.csv"))).contains("Harbour,2023,c,c,c,c,c");
        assertThat(Files.readAllLines(folder.resolve("out/publish/changes.csv")))
                .contains("gap,2023,c,c,c,c,c,c,,c", "change of the gap,2024,c,c,c,c,c,c,,c");
        assertThat(Files.readString(folder.resolve("out/publish/before-after.html")))
                .doesNotContain("0.3%");
        assertThat(Files.readString(folder.resolve("out/keep/groups.csv"))).contains("Harbour,2023,0.003,");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        trial().refuses("BEFORE-AFTER-OPTION", 2, TABLE, "--from", "2024");
        trial().refuses("BEFORE-AFTER-OPTION", 2, TABLE, "--from", "2024", "--mean", "events");
        countTrial().refuses("CONFIDENCE-OPTION", 2, TABLE, "--confidence", "0");
        countTrial().refuses("BEFORE-AFTER-TABLE", 1, TABLE.replace("Harbour", "Quay"));
        trial().refuses("BEFORE-AFTER-TABLE", 1, TABLE, "--count", "events", "--from", "2030");
        trial().refuses("BEFORE-AFTER-TABLE", 1, TABLE, "--count", "events", "--from", "2022");
        countTrial().refuses("BEFORE-AFTER-TABLE", 1, TABLE.replace("Moor,2023,400,40\n", ""));
        countTrial().refuses("BEFORE-AFTER-TABLE", 1, TABLE + "Moor,2024,400,44\n");
        countTrial().refuses("BEFORE-AFTER-TABLE", 1, TABLE.replace("2022", "2022-23"));
        countTrial().refuses("FIGURES-CELL", 3, TABLE.replace("400,44", "40,44"));
        countTrial().refuses("FIGURES-CELL", 3, TABLE.replace("400,44", "400,-4"));
        countTrial().refuses("BEFORE-AFTER-TABLE", 1, TABLE.replace("Hill,", "Harbour,"));
        countTrial().refuses("FIGURES-NO-COLUMN", 2, TABLE.replace("events", "cases"));
    }
}
