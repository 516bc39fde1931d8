package org.concordat.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateIT {
    private static final String HEADER = "person,age,sex,offences,reoffended\n";

    @TempDir
    private Path folder;

    /** Made-up people: of the cohort fewer offend again. Nobody of the cohort lacks people of their age, sex and offences. */
    private static List<String> people(String prefix, int count, double chance, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % 24;
            rows.add(prefix + i + "," + (20 + kind % 4) + "," + (kind % 2 == 0 ? "f" : "m") + "," + kind / 8 + ","
                    + (random.nextDouble() < chance ? 1 : 0));
        }
        return rows;
    }

    private CommandRun run(List<String> cohort, List<String> pool, String... more) throws IOException {
        return run(HEADER + String.join("\n", cohort) + "\n", HEADER + String.join("\n", pool) + "\n", more);
    }

    private CommandRun run(String cohort, String pool, String... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "evaluate",
                CommandRun.file(folder, "cohort.csv", cohort),
                CommandRun.file(folder, "pool.csv", pool),
                "--id",
                "person",
                "--outcome",
                "reoffended",
                "--covariates",
                "age,sex,offences",
                "--out",
                folder.resolve("out")));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private void refuses(CommandRun run, String code, int exitCode) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains("(" + code + ")").doesNotContain("C0,", "OWN-FAULT");
        assertThat(CommandRun.namesIn(folder)).containsExactlyInAnyOrder("cohort.csv", "pool.csv");
    }

    @Test
    void writesAPageWithTheFindingFirstAndTablesWithTheirMetadata() throws Exception {
        CommandRun run = run(people("C", 480, .2, 1), pool(), "--outcome-words", "offended again");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("offended again: \\d+% against \\d+%, between \\d+ and \\d+ points fewer");
        assertThat(CommandRun.namesIn(folder.resolve("out")))
                .contains("evaluation.html", "pairs.csv", "balance.csv", "effect.csv", "model.csv", "sensitivity.csv")
                .contains("effect.csv-metadata.json");
        assertThat(Files.readString(folder.resolve("out/evaluation.html")))
                .contains("points fewer", "What it does not show")
                .doesNotContain("C17", "P17");
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv"))).hasSize(481);
        assertThat(Files.readString(folder.resolve("out/effect.csv"))).contains("Newcombe 1998");
    }

    private static List<String> pool() {
        List<String> pool = people("P", 2400, .4, 2);
        // A few more of the young, so that the pool is not like the cohort as it stands.
        pool.addAll(people("Q", 3, .4, 3));
        return pool;
    }

    @Test
    void looksUpACohortOfIdsInThePool() throws Exception {
        List<String> all = new ArrayList<>(people("C", 480, .2, 1));
        all.addAll(pool());
        StringBuilder ids = new StringBuilder("person\n");
        for (int i = 0; i < 480; i++) {
            ids.append('C').append(i).append('\n');
        }
        CommandRun run = run(ids.toString(), HEADER + String.join("\n", all) + "\n", "--json", "--method", "optimal");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"matched\":480", "\"pool\":2403");
    }

    @Test
    void refusesSomebodyOfTheCohortWhoIsNotInThePool() throws Exception {
        refuses(run("person\nC1\n", HEADER + String.join("\n", pool()) + "\n"), "EVALUATE-NOT-IN-POOL", 1);
    }

    @Test
    void refusesSomebodyWhoIsInBoth() throws Exception {
        List<String> pool = pool();
        pool.add(people("C", 1, .2, 1).getFirst());
        refuses(run(people("C", 100, .2, 1), pool), "EVALUATE-IN-BOTH", 1);
    }

    @Test
    void refusesAnIdThatStandsTwice() throws Exception {
        List<String> pool = pool();
        pool.add(pool.getFirst());
        refuses(run(people("C", 100, .2, 1), pool), "EVALUATE-ID-TWICE", 1);
    }

    @Test
    void countsGapsAndLeavesThoseOutOnlyWhenAsked() throws Exception {
        List<String> cohort = changed(people("C", 480, .2, 1), row -> row.startsWith("C5,") ? "C5,,f,0,1" : row);
        refuses(run(cohort, pool()), "EVALUATE-MISSING", 1);
        CommandRun run = run(cohort, pool(), "--leave-out-incomplete", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"leftOut\":1", "\"cohort\":479");
    }

    @Test
    void refusesFewerThanSixty() throws Exception {
        refuses(run(people("C", 59, .2, 1), pool()), "EVALUATE-TOO-FEW", 1);
    }

    @Test
    void refusesPeopleWhoAreNotAlike() throws Exception {
        List<String> pool = changed(pool(), row -> row.replaceFirst(",23,", ",20,"));
        pool.add("Z1,24,f,0,0");
        refuses(run(people("C", 480, .2, 1), pool), "EVALUATE-UNLIKE", 1);
    }

    @Test
    void refusesACovariateThatIsTheSameForAll() throws Exception {
        refuses(
                run(
                        changed(people("C", 100, .2, 1), row -> row.replaceFirst(",[fm],", ",f,")),
                        changed(pool(), row -> row.replaceFirst(",[fm],", ",f,"))),
                "EVALUATE-CONSTANT",
                1);
    }

    @Test
    void refusesACovariateThatTellsTheCohortFromThePool() throws Exception {
        CommandRun run = run(changed(people("C", 100, .2, 1), row -> row.replaceFirst(",2[0-3],", ",30,")), pool());
        refuses(run, "EVALUATE-SEPARATED", 1);
        assertThat(run.err()).startsWith("age tells");
    }

    @Test
    void refusesAnOutcomeThatIsNoNumber() throws Exception {
        refuses(
                run(changed(people("C", 100, .2, 1), row -> row.startsWith("C7,") ? "C7,20,f,0,perhaps" : row), pool()),
                "EVALUATE-OUTCOME",
                1);
    }

    @Test
    void refusesOptionsThatDoNotFit() throws Exception {
        refuses(run(people("C", 100, .2, 1), pool(), "--caliper", "-1"), "EVALUATE-OPTION", 2);
        refuses(run(people("C", 100, .2, 1), pool(), "--method", "best"), "EVALUATE-OPTION", 2);
    }

    private static List<String> changed(List<String> rows, UnaryOperator<String> change) {
        return new ArrayList<>(rows.stream().map(change).toList());
    }
}
