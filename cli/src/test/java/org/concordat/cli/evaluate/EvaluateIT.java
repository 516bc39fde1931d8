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
        assertThat(CommandRun.namesIn(folder.resolve("out/publish")))
                .contains("evaluation.html", "balance.csv", "effect.csv", "effect.csv-metadata.json")
                .doesNotContain("pairs.csv", "model.csv");
        assertThat(CommandRun.namesIn(folder.resolve("out/keep")))
                .contains("pairs.csv", "model.csv", "balance.csv", "effect.csv", "sensitivity.csv");
        assertThat(Files.readString(folder.resolve("out/publish/evaluation.html")))
                .contains("points fewer", "What it does not show")
                .doesNotContain("C17", "P17");
        assertThat(Files.readAllLines(folder.resolve("out/keep/pairs.csv"))).hasSize(481);
        assertThat(Files.readString(folder.resolve("out/publish/effect.csv"))).contains("Newcombe 1998");
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
        assertThat(run.out()).contains("\"leftOut\":\"c\"", "\"cohort\":479");
    }

    @Test
    void refusesFewerThanSixty() throws Exception {
        refuses(run(people("C", 59, .2, 1), pool()), "EVALUATE-TOO-FEW", 1);
    }

    @Test
    void refusesPeopleWhoAreNotAlike() throws Exception {
        List<String> pool = changed(pool(), row -> row.replaceFirst(",23,", ",20,"));
        pool.add("Z1,24,f,0,0");
        CommandRun run = run(people("C", 480, .2, 1), pool);
        refuses(run, "EVALUATE-UNLIKE", 1);
        assertThat(run.err()).contains("Try --caliper 0.2");
    }

    @Test
    void advisesNothingThatWasTriedAlready() throws Exception {
        List<String> pool = changed(pool(), row -> row.replaceFirst(",23,", ",20,"));
        pool.add("Z1,24,f,0,0");
        CommandRun run = run(people("C", 480, .2, 1), pool, "--caliper", "4", "--replace");
        refuses(run, "EVALUATE-UNLIKE", 1);
        assertThat(run.err())
                .contains("narrower than 4", "--method optimal")
                .doesNotContain("Try --caliper 0.2", "--replace");
    }

    /** The first of the cohort with an event, so many of them; all others without. */
    private static List<String> withEvents(List<String> rows, int events) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            changed.add(rows.get(i).replaceFirst(",[01]$", i < events ? ",1" : ",0"));
        }
        return changed;
    }

    @Test
    void hidesAnOutcomeOfFewAndAllThatFollowsFromIt() throws Exception {
        CommandRun run = run(withEvents(people("C", 480, .2, 1), 4), pool(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"difference\":\"c\"", "fewer than among people like them");
        List<String> effect = Files.readAllLines(folder.resolve("out/publish/effect.csv"));
        assertThat(effect.stream().filter(row -> row.matches("(cohort,|\"?difference|\"standard deviation).*")))
                .hasSize(6)
                .allMatch(row -> row.matches("([^\",]+|\"[^\"]+\"),c,.*,c"));
        assertThat(effect.stream().filter(row -> row.startsWith("partners,")))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain(",c,"));
        assertThat(CommandRun.namesIn(folder.resolve("out/publish"))).doesNotContain("sensitivity.csv");
        String share = String.valueOf(4 / 480.0);
        for (String name : List.of("effect.csv", "evaluation.html")) {
            assertThat(Files.readString(folder.resolve("out/publish/" + name)))
                    .doesNotContain(share.substring(0, 8), "0.8%");
        }
        assertThat(Files.readString(folder.resolve("out/keep/effect.csv"))).contains(share.substring(0, 8));
    }

    @Test
    void hidesAllButFewLikeFew() throws Exception {
        CommandRun run = run(withEvents(people("C", 480, .2, 1), 477), pool(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"difference\":\"c\"", "more than among people like them");
    }

    @Test
    void showsFewOnlyForAReasonThatThePageTells() throws Exception {
        CommandRun run =
                run(withEvents(people("C", 480, .2, 1), 4), pool(), "--no-suppress", "the board may see persons");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/publish/evaluation.html")))
                .contains("NOT hidden, because the board may see persons", "0.8%");
    }

    @Test
    void hidesARareWordOfACovariateAndAnotherFromWhichItWouldFollow() throws Exception {
        // Three of the cohort and three hundred of the pool are of a third sex; the shares of all words add up to one.
        List<String> cohort = changed(
                people("C", 480, .2, 1),
                row -> row.matches("C(48|96|144),.*") ? row.replaceFirst(",[fm],", ",x,") : row);
        List<String> pool = changed(pool(), row -> row.endsWith("7,0,0") ? row.replaceFirst(",[fm],", ",x,") : row);
        pool.addAll(changed(people("X", 20, .4, 9), row -> row.replaceFirst(",[fm],", ",x,")));
        CommandRun run = run(cohort, pool);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> balance = Files.readAllLines(folder.resolve("out/publish/balance.csv"));
        assertThat(balance).anyMatch(row -> row.equals("sex = x,c,c,c,c,c,c,c"));
        assertThat(balance.stream().filter(row -> row.startsWith("sex = ") && row.endsWith(",c")))
                .hasSize(2);
        assertThat(Files.readString(folder.resolve("out/keep/balance.csv"))).doesNotContain(",c,");
    }

    @Test
    void tellsHowDifferentlyBothChangedSinceBefore() throws Exception {
        String header = "person,age,sex,offences,reoffended,earlier\n";
        List<String> cohort = changed(people("C", 480, .2, 1), row -> row + ",1");
        List<String> pool = changed(pool(), row -> row + (row.hashCode() % 2 == 0 ? ",1" : ",0"));
        CommandRun run = run(
                header + String.join("\n", cohort) + "\n",
                header + String.join("\n", pool) + "\n",
                "--before",
                "earlier",
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        // All of the cohort had it before, and about half of the others.
        assertThat(run.out()).containsPattern("\"differenceInChanges\":-0\\.[67]");
        assertThat(Files.readString(folder.resolve("out/publish/evaluation.html")))
                .contains("That cannot be proved.");
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
        refuses(run(people("C", 100, .2, 1), pool(), "--threshold", "1"), "HIDING-OPTION", 2);
        refuses(run(people("C", 100, .2, 1), pool(), "--no-suppress", "why"), "HIDING-OPTION", 2);
        refuses(run(people("C", 100, .2, 1), pool(), "--before", "age", "--replace"), "EVALUATE-OPTION", 2);
        refuses(run(people("C", 100, .2, 1), pool(), "--before", "age"), "EVALUATE-OUTCOME", 1);
    }

    private static List<String> changed(List<String> rows, UnaryOperator<String> change) {
        return new ArrayList<>(rows.stream().map(change).toList());
    }
}
