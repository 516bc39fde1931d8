package org.concordat.cli.pathways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.concordat.cli.OneFileTrial;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.pathways.SafeSteps.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathwaysIT {
    private static final SmallCounts USUAL = new SmallCounts(6, "");

    @TempDir
    private Path folder;

    private CommandRun run(String table, String... more) throws IOException {
        return trial().run(table, more);
    }

    private OneFileTrial trial() {
        return new OneFileTrial(folder, "pathways", List.of("--id", "person", "--time", "date", "--step", "step"));
    }

    private static String table(List<List<String>> ways) {
        StringBuilder rows = new StringBuilder("person,date,step\n");
        for (int person = 0; person < ways.size(); person++) {
            for (int step = 0; step < ways.get(person).size(); step++) {
                rows.append("P%d,2026-01-%02d,%s%n"
                        .formatted(person, step + 1, ways.get(person).get(step)));
            }
        }
        return rows.toString();
    }

    private static List<List<String>> town() {
        List<List<String>> ways = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ways.add(List.of("referred", "assessed", "helped", "closed"));
        }
        for (int i = 0; i < 30; i++) {
            ways.add(List.of("referred", "assessed", "closed"));
        }
        for (int i = 0; i < 20; i++) {
            ways.add(List.of("referred", "closed"));
        }
        for (int i = 0; i < 3; i++) {
            ways.add(List.of("referred", "helped", "closed"));
        }
        return ways;
    }

    @Test
    void showsStepsAndHidesWhatFewDidWithWhatWouldGiveItAway() throws Exception {
        CommandRun run = run(table(town()));
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> steps = Files.readAllLines(folder.resolve("out/publish/steps.csv"));
        assertThat(steps).contains("referred,helped,c,c", "all,all,392,");
        // Three went from referred to helped: with its row and its column known, more than that one cell must go.
        assertThat(steps.stream().filter(row -> row.startsWith("referred,") && row.endsWith(",c,c")))
                .hasSizeGreaterThan(1);
        assertThat(steps.stream().filter(row -> row.contains(",helped,") && row.endsWith(",c,c")))
                .hasSizeGreaterThan(1);
        assertThat(CommandRun.namesIn(folder.resolve("out/publish"))).doesNotContain("ways.csv");
        assertThat(Files.readString(folder.resolve("out/keep/steps.csv"))).contains("referred,helped,3,3");
        assertThat(Files.readString(folder.resolve("out/keep/ways.csv"))).contains("referred > helped > closed,3");
    }

    /** Over all tables with the same shown cells and totals, no cell that few stand behind has one figure alone. */
    @Test
    void noHiddenCellFollowsFromTotalsAndShownCells() {
        List<Cell> cells = SafeSteps.of(new Journeys(town(), 0), USUAL).cells();
        List<Cell> hidden = cells.stream().filter(Cell::hidden).toList();
        assertThat(hidden).noneMatch(Cell::total);
        for (Cell small : hidden.stream()
                .filter(cell -> USUAL.small((double) cell.times()))
                .toList()) {
            assertThat(otherFigures(hidden, small)).as("%s", small).isGreaterThan(0);
        }
    }

    /** How many shifts of one person round a rectangle of hidden cells change this one and leave all totals as they are. */
    private static long otherFigures(List<Cell> hidden, Cell small) {
        long shifts = 0;
        for (Cell beside : hidden) {
            for (Cell below : hidden) {
                boolean rectangle = beside.from().equals(small.from())
                        && !beside.to().equals(small.to())
                        && below.to().equals(small.to())
                        && !below.from().equals(small.from());
                shifts += rectangle
                                && hidden.stream()
                                        .anyMatch(far -> far.from().equals(below.from())
                                                && far.to().equals(beside.to()))
                        ? 1
                        : 0;
            }
        }
        return shifts;
    }

    @Test
    void showsWholeWaysInsteadWhenAskedAndPutsTheRareTogether() throws Exception {
        CommandRun run = run(table(town()), "--show", "ways");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/publish/ways.csv")))
                .containsExactly(
                        "way,persons",
                        "referred > assessed > helped > closed,40",
                        "referred > assessed > closed,30",
                        "any other way,23");
        assertThat(CommandRun.namesIn(folder.resolve("out/publish"))).doesNotContain("steps.csv");
    }

    @Test
    void putsStepsTogetherThatFewEverTook() throws Exception {
        List<List<String>> ways = town();
        ways.add(List.of("referred", "deported", "closed"));
        CommandRun run = run(table(ways));
        assertThat(run.exitCode()).as(run.err()).isZero();
        for (String name : List.of("steps.csv", "pathways.html")) {
            assertThat(Files.readString(folder.resolve("out/publish/" + name)))
                    .contains("other steps")
                    .doesNotContain("deported");
        }
    }

    @Test
    void ordersStepsByTimeAndSaysWhereTwoFallTogether() throws Exception {
        StringBuilder rows = new StringBuilder("person,date,step\n");
        for (int person = 0; person < 20; person++) {
            rows.append("P%d,9,closed%nP%d,10,reopened%nP%d,1.5,opened%n".formatted(person, person, person));
        }
        rows.append("P0,10,closed\n");
        CommandRun run = run(rows.toString(), "--show", "ways");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/publish/ways.csv"))).contains("any other way");
        assertThat(Files.readString(folder.resolve("out/keep/ways.csv"))).contains("opened > closed > reopened,19");
        assertThat(Files.readString(folder.resolve("out/publish/pathways.html")))
                .contains("two steps at one time (fewer than 6)");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        trial().refuses("PATHWAYS-FEW", 1, "person,date,step\nP1,2026-01-01,a\n");
        trial().refuses("PATHWAYS-OPTION", 2, table(town()), "--show", "all");
        trial().refuses("FIGURES-CELL", 3, table(town()) + "P1,soon,closed\n");
        trial().refuses("FIGURES-CELL", 3, table(town()) + "P1,2026-01-09,\n");
        trial().refuses("FIGURES-CELL", 3, "person,date,step\nP1,1/2/2026,a\n");
        trial().refuses("FIGURES-NO-COLUMN", 2, "who,date,step\nP1,2026-01-01,a\n");
        List<List<String>> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(List.of("step " + i % 70));
        }
        trial().refuses("PATHWAYS-STEPS", 1, table(many));
    }
}
