package org.concordat.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.cli.CommandRun;
import org.concordat.cli.OneFileTrial;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.FollowUp;
import org.concordat.measures.evaluation.survival.GroupedSurvival.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurvivalIT {
    private static final SmallCounts USUAL = new SmallCounts(6, "");

    @TempDir
    private Path folder;

    private CommandRun run(String table, String... more) throws IOException {
        return trial().run(table, more);
    }

    private OneFileTrial trial() {
        return new OneFileTrial(folder, "survival", List.of("--time", "days", "--event", "event"));
    }

    /** Made-up people who are followed for 100 days at most. */
    private static List<FollowUp> people(int count, double rate, double leaving, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FollowUp> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double event = Math.ceil(-Math.log(1 - random.nextDouble()) / rate);
            double left = Math.ceil(-Math.log(1 - random.nextDouble()) / leaving);
            people.add(new FollowUp(Math.min(100, Math.min(event, left)), event <= left && event <= 100));
        }
        return people;
    }

    private static String rows(String group, List<FollowUp> people) {
        StringBuilder rows = new StringBuilder();
        people.forEach(person -> rows.append(group)
                .append(',')
                .append(person.time())
                .append(',')
                .append(person.event() ? 1 : 0)
                .append('\n'));
        return rows.toString();
    }

    @Test
    void showsBothCurvesAndThatTheyDiffer() throws Exception {
        CommandRun run = run(
                "group,days,event\n" + rows("a", people(300, .02, .002, 1)) + rows("b", people(300, .005, .002, 2)),
                "--by",
                "group",
                "--unit",
                "days");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("of a within 100 days", "differ beyond chance (p under 0.0001)");
        assertThat(CommandRun.namesIn(folder.resolve("out/publish")))
                .contains("survival.html", "curve.csv", "curve.csv-metadata.json", "logrank.csv")
                .doesNotContain("kaplan-meier.csv");
        assertThat(CommandRun.namesIn(folder.resolve("out/keep"))).contains("kaplan-meier.csv");
    }

    /** Two hundred groups of many sizes: each stretch holds nobody or six and more of each kind, and everybody is in one. */
    @Test
    void noStretchTellsOfFewerThanTheThreshold() {
        int shown = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<FollowUp> people = people(5 + seed * 2, .01, .004, seed);
            int remaining = people.size();
            List<Stretch> stretches = ShownGroup.stretches(people, 1, USUAL);
            for (Stretch stretch : stretches) {
                assertThat(USUAL.small(stretch.events())).as("seed %d", seed).isFalse();
                assertThat(USUAL.small(stretch.leftSight())).as("seed %d", seed).isFalse();
                remaining -= stretch.events() + stretch.leftSight();
                assertThat(USUAL.small(remaining)).as("seed %d", seed).isFalse();
            }
            if (!stretches.isEmpty()) {
                shown++;
                assertThat(stretches.stream().mapToInt(Stretch::events).sum())
                        .isEqualTo((int) people.stream().filter(FollowUp::event).count());
                // Whoever is in no stretch was followed to the end.
                assertThat((long) remaining)
                        .isLessThanOrEqualTo(people.stream()
                                .filter(person -> person.time() == 100)
                                .count());
            }
        }
        assertThat(shown).isBetween(100, 200);
    }

    /** Within a stretch it makes no difference to anything published when or in which order people had the event or left. */
    @Test
    void publishesTheSameWhateverTheOrderWithinAStretch() throws Exception {
        StringBuilder early = new StringBuilder("group,days,event\n");
        StringBuilder late = new StringBuilder("group,days,event\n");
        for (int i = 0; i < 60; i++) {
            int event = i < 20 ? 1 : 0;
            // Events first or those who left first; one of each on the stretch's first and last day in both.
            int first = 1 + i % 9;
            early.append("a,")
                    .append(i == 19 || i == 59 ? 10 : event == 1 ? first : 9)
                    .append(",")
                    .append(event)
                    .append('\n');
            late.append("a,")
                    .append(i == 19 || i == 59 ? 10 : event == 1 ? 9 : first)
                    .append(",")
                    .append(event)
                    .append('\n');
        }
        for (int i = 0; i < 30; i++) {
            early.append("a,20,0\n");
            late.append("a,20,0\n");
        }
        assertThat(run(early.toString(), "--every", "10").exitCode()).isZero();
        String before = Files.readString(folder.resolve("out/publish/curve.csv"));
        String page = Files.readString(folder.resolve("out/publish/survival.html"));
        CommandRun again = CommandRun.of(
                "survival",
                CommandRun.file(folder, "late.csv", late.toString()),
                "--time",
                "days",
                "--event",
                "event",
                "--every",
                "10",
                "--out",
                folder.resolve("again"));
        assertThat(again.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("again/publish/curve.csv"))).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("again/publish/survival.html")))
                .isEqualTo(page);
        assertThat(Files.readString(folder.resolve("again/keep/kaplan-meier.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("out/keep/kaplan-meier.csv")));
    }

    @Test
    void hidesAGroupOfFewAndComparesNothingWithIt() throws Exception {
        CommandRun run = run(
                "group,days,event\n" + rows("a", people(300, .02, .002, 1)) + rows("b", people(4, .02, .002, 2)),
                "--by",
                "group");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("differ");
        assertThat(Files.readAllLines(folder.resolve("out/publish/curve.csv"))).contains("b,c,c,c,c,c,c,c,c,c,c,c,,c");
        assertThat(CommandRun.namesIn(folder.resolve("out/publish"))).doesNotContain("logrank.csv");
    }

    @Test
    void publishesKaplanAndMeiersCurveOnlyForAReason() throws Exception {
        CommandRun run =
                run("group,days,event\n" + rows("a", people(30, .02, .002, 1)), "--no-suppress", "made-up people only");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CommandRun.namesIn(folder.resolve("out/publish"))).contains("kaplan-meier.csv");
        assertThat(Files.readString(folder.resolve("out/publish/survival.html")))
                .contains("NOT hidden, because made-up people only");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        trial().refuses("FIGURES-CELL", 3, "days,event\n-1,1\n");
        trial().refuses("FIGURES-CELL", 3, "days,event\n5,2\n");
        trial().refuses("FIGURES-CELL", 3, "days,event\nsoon,1\n");
        trial().refuses("FIGURES-CELL", 3, "days,event\n5,\n");
        trial().refuses("FIGURES-NO-COLUMN", 2, "days,happened\n5,1\n");
        trial().refuses("FIGURES-NO-COLUMN", 2, "days,event\n5,1\n", "--by", "group");
        trial().refuses("FILE-HEADER-ONLY", 1, "days,event\n");
        trial().refuses("SURVIVAL-OPTION", 2, "days,event\n5,1\n", "--every", "0");
        trial().refuses("SURVIVAL-OPTION", 2, "days,event\n5000,1\n", "--every", ".1");
        trial().refuses("CONFIDENCE-OPTION", 2, "days,event\n5,1\n", "--confidence", "95");
        trial().refuses("HIDING-OPTION", 2, "days,event\n5,1\n", "--threshold", "0");
        trial().refuses("SURVIVAL-GROUPS", 2, "g,days,event\na,5,1\nb,5,1\nc,5,1\nd,5,1\ne,5,1\nf,5,1\n", "--by", "g");
    }
}
