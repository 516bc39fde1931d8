package org.concordat.cli.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables made safe on the command line, and what is said of files that cannot be. */
final class ProtectIT {
    private static final String WARDS = """
            ward,religion,persons
            Hale,Buddhist,12
            Hale,Sikh,3
            Hale,Jewish,40
            Sale,Buddhist,25
            Sale,Sikh,18
            Sale,Jewish,33
            """;

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("safe");
    }

    private CommandRun protect(String table, Object... more) throws IOException {
        Path file = CommandRun.file(folder, "wards.csv", table);
        Object[] words = new Object[more.length + 8];
        System.arraycopy(
                new Object[] {"protect", file, "--by", "ward,religion", "--count", "persons", "--out", out()},
                0,
                words,
                0,
                8);
        System.arraycopy(more, 0, words, 8, more.length);
        return CommandRun.of(words);
    }

    @Test
    void marksHiddenCellsAndTellsOnlyWhoeverKeepsTheFiguresWhy() throws IOException {
        CommandRun run = protect(WARDS);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out().resolve("publish/table.csv")))
                .contains("Hale,Sikh,c,c", "Hale,Total,55,", "Total,Total,131,", "ward,religion,value,status")
                .noneMatch(line -> line.matches(".*,,.*"))
                .hasSize(1 + 3 * 4);
        assertThat(Files.readString(out().resolve("publish/table.csv-metadata.json")))
                .contains("\"url\" : \"table.csv\"", "\"null\" : [ \"c\" ]");
        assertThat(Files.readString(out().resolve("keep/reasons.csv")))
                .contains("Hale,Sikh,unsafe,a count above 0 and below 6,3 is below 6")
                .contains("beside,\"would give away: [ward Hale, religion Sikh] = ")
                .doesNotContain("no reason");
        assertThat(Files.readAllLines(out().resolve("keep/intervals.csv")))
                .anyMatch(line -> line.startsWith("Hale,Sikh,unsafe,0,"));
        assertThat(Files.readString(out().resolve("keep/report.html")))
                .contains("Not for publication", "Langsrud")
                .doesNotContain("3 is below 6");
        assertThat(run.out()).doesNotContain("Sikh");
    }

    @Test
    void printsASummaryForMachines() throws IOException {
        CommandRun run = protect(WARDS, "--json", "--optimal");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("{\"status\":\"protected\",\"cells\":12,\"primary\":1,\"secondary\":3")
                .contains("\"optimal\":true");
    }

    @Test
    void leavesOpenAsMuchAsIsAsked() throws IOException {
        CommandRun run = protect(WARDS, "--min-interval", "20", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("\"narrowest_interval\":(2[0-9]|[3-9][0-9])");
    }

    @Test
    void readsHierarchiesFromLookUps() throws IOException {
        Path lookUp = CommandRun.file(
                folder, "lookup.csv", "oa,lsoa,town\nHale,South,T1\nSale,North,T1\nElsewhere,West,T2\n");
        CommandRun run = protect(WARDS, "--within", "ward=" + lookUp + ":oa,lsoa,town");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // One ward each, so the larger area tells what the ward hides unless both are hidden.
        assertThat(Files.readAllLines(out().resolve("publish/table.csv"))).contains("Hale,Sikh,c,c", "South,Sikh,c,c");
    }

    @Test
    void countsRowsOfFirmsAndFindsTheOneThatDominates() throws IOException {
        Path file = CommandRun.file(folder, "firms.csv", """
                branch,firm,turnover
                mine,Acme,900.50
                mine,Bolt,20
                farm,Cole,100
                farm,Dale,110
                farm,Eden,120
                shop,Ford,200
                shop,Gale,210
                shop,Hill,220
                """);
        CommandRun run = CommandRun.of(
                "protect",
                file,
                "--by",
                "branch",
                "--amount",
                "turnover",
                "--contributor",
                "firm",
                "--dominance",
                "1,80",
                "--insiders",
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out().resolve("publish/table.csv")))
                .contains("mine,c,c", "Total,1880.5,")
                .filteredOn(line -> line.endsWith(",c,c"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hale,Hindu,-3           | 3 | FIGURES-CELL         | is below zero
            Hale,Hindu,few          | 3 | FIGURES-CELL         | is no whole number
            Hale,Hindu,             | 3 | FIGURES-CELL         | is empty
            Hale,Hindu,2.5          | 3 | FIGURES-CELL         | is no whole number
            Hale,Hindu,c            | 3 | FIGURES-CELL         | is no whole number
            ,Sikh,3                | 3 | FIGURES-CELL         | is empty
            Sale,Jewish,33         | 3 | PROTECT-CELL-TWICE   | Sale, Jewish
            Hale,Total,90          | 1 | PROTECT-TOTALS       | 1 of the 1 totals
            """)
    void saysWhatIsWrongWithATableAndWritesNothing(String row, int exitCode, String code, String words)
            throws IOException {
        CommandRun run = protect(WARDS + row + "\n");

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err().strip()).contains(words).endsWith("(" + code + ")");
        assertThat(out()).doesNotExist();
        assertThat(CommandRun.namesIn(folder)).containsExactly("wards.csv");
    }

    @Test
    void showsTheTotalThatDoesNotAddUpWithItsSum() throws IOException {
        CommandRun run = protect(WARDS + "Hale,Total,90\n");

        assertThat(run.out()).contains("Hale, Total: the 3 parts by religion come to 55, the total given is 90");
        assertThat(protect(WARDS + "Hale,Total,90\n", "--totals", "ignore").exitCode())
                .isZero();
    }

    @Test
    void refusesACodeOfAnotherYearThanTheLookUp() throws IOException {
        Path lookUp = CommandRun.file(folder, "lookup.csv", "oa,lsoa\nHale,South\n");
        CommandRun run = protect(WARDS, "--within", "ward=" + lookUp + ":oa,lsoa");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("data row 4", "holds the code Sale", "(FIGURES-CODE-UNKNOWN)");
        assertThat(out()).doesNotExist();
    }

    @Test
    void refusesWrongUse() throws IOException {
        assertThat(List.of(
                        protect(WARDS, "--within", "ward=x").err(),
                        protect(WARDS, "--publish", "Hale/Hindu").err(),
                        protect(WARDS, "--publish", "Hale/Sikh").err(),
                        protect(WARDS, "--dominance", "1,80").err(),
                        protect(WARDS, "--threshold", "1").err(),
                        protect(WARDS, "--min-interval", "0").err(),
                        protect(WARDS, "--group", "colour").err(),
                        protect(WARDS, "--cost", "guess").err()))
                .satisfiesExactly(
                        one -> assertThat(one).contains("(FIGURES-LOOKUP)"),
                        one -> assertThat(one).contains("(PROTECT-NO-CELL)"),
                        one -> assertThat(one).contains("(PROTECT-IMPOSSIBLE)"),
                        one -> assertThat(one).contains("need rows", "(WRONG-USE)"),
                        one -> assertThat(one).contains("2 or more", "(WRONG-USE)"),
                        one -> assertThat(one).contains("1 or more", "(WRONG-USE)"),
                        one -> assertThat(one).contains("[colour]", "(WRONG-USE)"),
                        one -> assertThat(one).contains("(WRONG-USE)"));
        assertThat(out()).doesNotExist();
    }

    @Test
    void protectsTraffordsHealthByAreaOnEveryLevel() throws IOException {
        Path data = Path.of(System.getProperty("concordat.data", ""), "statistics", "trafford");
        assumeTrue(Files.exists(data), "Skipped: the real data are not at " + data + ".");
        CommandRun run = CommandRun.of(
                "protect",
                data.resolve("census2021/2021_general_health_oa.csv"),
                "--by",
                "area_code,general_health",
                "--count",
                "value",
                "--within",
                "area_code=" + data.resolve("lookups/gm_statistical_lookup_2021-22.csv") + ":oa21cd,lsoa21cd,msoa21cd",
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("5436 cells: 661 unsafe, ");
        List<String> table = Files.readAllLines(out().resolve("publish/table.csv"));
        assertThat(table).hasSize(5437);
        assertThat(table.stream().filter(line -> line.endsWith(",c,c")).count()).isLessThanOrEqualTo(661 + 503);
    }
}
