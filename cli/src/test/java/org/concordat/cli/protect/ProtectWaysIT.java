package org.concordat.cli.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables made safe by rounding and by cell keys, on the command line. Long because both ways are held to the same refusals. */
final class ProtectWaysIT {
    private static final String SECRET = "5f1d9c3ab7e2408696d0e8b14c7f2a35";
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

    private Map<String, String> published(String name) throws IOException {
        Map<String, String> published = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(name).resolve("publish/table.csv"))) {
            String[] cells = line.split(",", -1);
            published.put(String.join(",", List.of(cells).subList(0, cells.length - 2)), cells[cells.length - 2]);
        }
        return published;
    }

    private CommandRun round(String table, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "protect",
                CommandRun.file(folder, "wards.csv", table),
                "--by",
                "ward,religion",
                "--count",
                "persons",
                "--method",
                "round",
                "--out",
                out()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"controlled", "conventional", "small-count", "random"})
    void roundsEveryWayAndSaysWhetherTotalsAddUpAndWhatStaysOpen(String way) throws IOException {
        Object[] more = way.equals("random")
                ? new Object[] {"--rounding", way, "--secret", CommandRun.file(folder, "secret", SECRET)}
                : new Object[] {"--rounding", way};
        CommandRun run = round(WARDS, more);

        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, String> table = published("safe");
        assertThat(table).hasSize(1 + 12);
        boolean addsUp = List.of("Buddhist", "Sikh", "Jewish").stream()
                .allMatch(religion -> figure(table, "Hale," + religion) + figure(table, "Sale," + religion)
                        == figure(table, "Total," + religion));
        if (way.equals("controlled") || way.equals("small-count")) {
            assertThat(addsUp).isTrue();
        }
        assertThat(figure(table, "Hale,Sikh")).isIn(0L, 5L);
        String page = Files.readString(out().resolve("keep/report.html"));
        assertThat(run.out() + page)
                .contains(
                        run.out().contains("no longer equal")
                                ? "Cells do not add up"
                                : "Totals still equal their parts");
        List<String> intervals = Files.readAllLines(out().resolve("keep/intervals.csv"));
        assertThat(intervals).hasSize(2).last().asString().matches("Hale,Sikh,unsafe,\\d,\\d,[1-9],both ends");
        assertThat(3)
                .isBetween(
                        Integer.valueOf(intervals.getLast().split(",")[3]),
                        Integer.valueOf(intervals.getLast().split(",")[4]));
        assertThat(Files.readString(out().resolve("publish/table.csv-metadata.json")))
                .contains("rounded", "No figure here is exact");
    }

    private static long figure(Map<String, String> table, String cell) {
        return Long.parseLong(table.get(cell));
    }

    @Test
    void refusesARoundingThatTellsSmallCounts() throws IOException {
        // Published would be 0, 0 and 3: two of 1.
        CommandRun run = CommandRun.of(
                "protect",
                CommandRun.file(folder, "kinds.csv", "kind,persons\na,1\nb,1\n"),
                "--by",
                "kind",
                "--count",
                "persons",
                "--method",
                "round",
                "--rounding",
                "conventional",
                "--base",
                "3",
                "--out",
                out());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("3 small counts of 3", "exactly", "kind a", "(PROTECT-ROUNDING-TELLS)");
        assertThat(out()).doesNotExist();
        assertThat(CommandRun.namesIn(folder)).containsExactly("kinds.csv");
    }

    @Test
    void refusesARoundingThatLeavesLessOpenThanIsAsked() throws IOException {
        assertThat(round(WARDS, "--min-interval", "9").err())
                .contains("more closely than asked", "(PROTECT-ROUNDING-TELLS)");
        assertThat(round(WARDS, "--min-interval", "8").exitCode()).isZero();
    }

    @Test
    void refusesCountsBelowTheThresholdThatSmallCountRoundingWouldLeaveAsTheyAre() throws IOException {
        String table = WARDS.replace("Hale,Sikh,3", "Hale,Sikh,4");
        assertThat(round(table, "--rounding", "small-count", "--base", "3").err())
                .contains("ward Hale, religion Sikh", "(PROTECT-ROUNDING-TELLS)");
    }

    @Test
    void roundsTraffordsHealthAndFindsWhereRoundingTells() throws IOException {
        Path data = Path.of(System.getProperty("concordat.data", ""), "statistics", "trafford");
        assumeTrue(Files.exists(data), "Skipped: the real data are not at " + data + ".");
        Object[] words = {
            "protect",
            data.resolve("census2021/2021_general_health_oa.csv"),
            "--by",
            "area_code,general_health",
            "--count",
            "value",
            "--within",
            "area_code=" + data.resolve("lookups/gm_statistical_lookup_2021-22.csv") + ":oa21cd,lsoa21cd,msoa21cd",
            "--method",
            "round",
            "--out",
            out(),
            "--json",
            "--rounding",
            "",
            "--base",
            ""
        };
        words[words.length - 3] = "small-count";
        words[words.length - 1] = "6";
        CommandRun small = CommandRun.of(words);
        words[words.length - 3] = "conventional";
        words[words.length - 1] = "3";
        CommandRun known = CommandRun.of(words);

        assertThat(small.out()).contains("\"cells\":5436", "\"small_counts\":661", "\"adds_up\":true");
        assertThat(small.out()).contains("\"narrowest_interval\":5");
        assertThat(known.exitCode()).isEqualTo(1);
        assertThat(known.err()).contains("14 small counts of 661 can be worked out exactly");
    }

    /** 400 people in 4 wards by 3 kinds; each with an id and a key below 256. */
    private Path people() throws IOException {
        StringBuilder rows = new StringBuilder("id,ward,kind,sex,record_key\n");
        for (int i = 0; i < 400; i++) {
            rows.append("p%d,w%d,k%d,%s,%d%n".formatted(i, i % 4, i / 4 % 3, i % 7 < 3 ? "F" : "M", i * 37 % 256));
        }
        return CommandRun.file(folder, "people.csv", rows.toString());
    }

    private CommandRun perturb(String by, String name, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "protect",
                people(),
                "--by",
                by,
                "--method",
                "cell-key",
                "--id",
                "id",
                "--secret",
                CommandRun.file(folder, "secret", SECRET + "\n"),
                "--largest-change",
                "5",
                "--variance",
                "3",
                "--out",
                folder.resolve(name)));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private Object[] budget() {
        return new Object[] {"--budget", folder.resolve("asked.json")};
    }

    @Test
    void changesCountsByAtMostWhatIsSaidAndTheSameCellAlwaysAlike() throws IOException {
        CommandRun run = perturb("ward,kind", "first", budget());
        CommandRun again = perturb("kind,ward", "second", budget());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        Map<String, String> first = published("first");
        Map<String, String> second = published("second");
        assertThat(first).hasSize(1 + 12).doesNotContainKey("w0,Total");
        for (int ward = 0; ward < 4; ward++) {
            for (int kind = 0; kind < 3; kind++) {
                long figure = figure(first, "w" + ward + ",k" + kind);
                assertThat(figure).isBetween(28L, 39L);
                assertThat(figure(second, "k" + kind + ",w" + ward)).isEqualTo(figure);
            }
        }
        assertThat(IntStream.range(0, 12)
                        .filter(i -> figure(first, "w" + i % 4 + ",k" + i / 4) == 33)
                        .count())
                .isLessThan(12);
        assertThat(Files.readString(folder.resolve("first/keep/report.html")))
                .contains("Cells do not add up", "What the noise is", "When not to publish it")
                .doesNotContain(SECRET);
        assertThat(run.out() + run.err() + Files.readString(folder.resolve("asked.json")))
                .doesNotContain(SECRET)
                .doesNotContain("p17");
    }

    @Test
    void aNewRunCannotSpendTheBudgetAgain() throws IOException {
        assertThat(perturb("ward,kind", "first", budget()).exitCode()).isZero();
        String before = Files.readString(folder.resolve("asked.json"));
        CommandRun run = perturb("ward", "second", budget());

        assertThat(run.exitCode()).isEqualTo(1);
        // Three kinds add up to a ward, a third as well as its own answer.
        assertThat(run.err())
                .contains("and the one before it", "ward w", "as well as from 1.33 answers", "(PROTECT-BUDGET-SPENT)");
        assertThat(folder.resolve("second")).doesNotExist();
        assertThat(Files.readString(folder.resolve("asked.json"))).isEqualTo(before);
        assertThat(perturb("ward,kind", "third", budget()).exitCode()).isZero();
        assertThat(CommandRun.namesIn(folder))
                .containsExactlyInAnyOrder("people.csv", "secret", "asked.json", "first", "third");
    }

    @Test
    void aTotalBesideItsPartsIsOneMoreAnswer() throws IOException {
        CommandRun run = perturb("ward,kind", "first", "--with-totals", "--budget", folder.resolve("asked.json"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("(PROTECT-BUDGET-SPENT)");
        assertThat(folder.resolve("asked.json")).doesNotExist();
        CommandRun unbudgeted =
                perturb("ward,kind", "second", "--with-totals", "--no-budget", "one table, and none before");
        assertThat(unbudgeted.exitCode()).as(unbudgeted.err()).isZero();
        assertThat(published("second")).hasSize(1 + 20);
        assertThat(Files.readString(folder.resolve("second/publish/table.csv-metadata.json")))
                .contains("one table, and none before");
    }

    @Test
    void refusesABudgetOfOtherRowsOtherKeysOrOtherChanges() throws IOException {
        assertThat(perturb("ward,kind", "first", budget()).exitCode()).isZero();
        CommandRun changes =
                perturb("ward,kind", "second", "--budget", folder.resolve("asked.json"), "--max-gain", ".1");
        assertThat(changes.err()).contains("--max-gain 0.01", "(PROTECT-BUDGET-OTHER)");
        Path file = folder.resolve("asked.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"data\" : \"..", "\"data\" : \"zz"));
        assertThat(perturb("ward,kind", "second", budget()).err())
                .contains("other rows or other keys", "(PROTECT-BUDGET-OTHER)");
        Files.writeString(file, "[]");
        assertThat(perturb("ward,kind", "second", budget()).err()).contains("(PROTECT-BUDGET-OTHER)");
        Files.createFile(folder.resolve("asked.json.in-use"));
        assertThat(perturb("ward,kind", "second", budget()).err()).contains("delete", "(PROTECT-BUDGET-IN-USE)");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void publishesTheTwoHundredCellsOfTheOnsAsTheOfficeDoes() throws IOException {
        Path data = Path.of(System.getProperty("concordat.data", ""), "statistics", "sdc");
        assumeTrue(Files.exists(data), "Skipped: the real data are not at " + data + ".");
        CommandRun run = CommandRun.of(
                "protect",
                data.resolve("ons_ckp_microdata_seed111.csv"),
                "--by",
                "var1,var5,var8",
                "--method",
                "cell-key",
                "--record-key",
                "record_key",
                "--ptable",
                data.resolve("ons_ptable_10_5_rule.csv.gz"),
                "--repeats",
                "250",
                "--threshold",
                "10",
                "--no-budget",
                "the example of the office",
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, String> table = published("safe");
        int figures = 0;
        List<String> lines = Files.readAllLines(data.resolve("ons_ckp_expected_var1_var5_var8.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            // The office leaves both hidden and empty cells blank; here an empty cell is 0.
            String expected = cells.length == 8 ? cells[7] : cells[3].equals("0") ? "0" : "c";
            assertThat(table.get(cells[0] + "," + cells[1] + "," + cells[2])).isEqualTo(expected);
            figures += cells.length == 8 ? 1 : 0;
        }
        assertThat(lines).hasSize(201);
        assertThat(figures).isEqualTo(32);
        CommandRun budgeted = CommandRun.of(
                "protect",
                data.resolve("ons_ckp_microdata_seed111.csv"),
                "--by",
                "var1",
                "--method",
                "cell-key",
                "--record-key",
                "record_key",
                "--ptable",
                data.resolve("ons_ptable_10_5_rule.csv.gz"),
                "--repeats",
                "250",
                "--budget",
                folder.resolve("asked.json"),
                "--out",
                folder.resolve("other"));
        assertThat(budgeted.err()).contains("are no noise", "(PROTECT-OPTION)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            round    | --optimal                                         | --optimal does not belong to --method round
            round    | --hide Hale/Sikh --insiders                       | --hide, --insiders do not belong
            round    | --group ward                                      | --group does not belong
            round    | --rounding upwards                                | There is no rounding upwards
            round    | --base 1                                          | --base is a whole number from 2
            round    | --rounding random                                 | needs --secret FILE
            round    | --min-interval 0                                  | --min-interval is 1 or more
            round    | --budget x                                        | --budget does not belong
            suppress | --base 3                                          | --base does not belong to --method suppress
            suppress | --secret x                                        | --secret does not belong
            sweep    | --base 3                                          | There is no method sweep
            cell-key | --count persons                                   | --count does not belong
            cell-key | --min-interval 2                                  | --min-interval does not belong
            cell-key | --record-key ward --ptable x --repeats 1 --no-budget because-of-that --threshold -1 | 0 or more
            cell-key | --id ward                                         | --id needs --secret
            cell-key | --largest-change 5                                | name either --id
            cell-key | --record-key ward                                 | either by --ptable
            cell-key | --record-key ward --largest-change 5              | belong together
            cell-key | --record-key ward --ptable x                      | --ptable and --repeats belong together
            cell-key | --record-key ward --largest-change 5 --variance 3 | name a --budget
            cell-key | --record-key ward --largest-change 5 --variance 3 --no-budget so | a reason in words
            cell-key | --record-key ward --largest-change 5 --variance 90 --no-budget because-of-that | No changes are as asked
            """)
    void refusesOptionsThatDoNotBelongToAMethodOrLeaveSomethingOpen(String method, String more, String said)
            throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "protect",
                CommandRun.file(folder, "wards.csv", WARDS),
                "--by",
                "ward,religion",
                "--method",
                method,
                "--out",
                out()));
        if (!method.equals("cell-key")) {
            words.addAll(List.of("--count", "persons"));
        }
        words.addAll(List.of(more.split(" ")));
        CommandRun run = CommandRun.of(words.toArray());

        assertThat(run.err()).contains(said, "(PROTECT-OPTION)");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    @Test
    void refusesSecretsAndKeysAndTablesThatCannotBe() throws IOException {
        Path wards = CommandRun.file(folder, "wards.csv", WARDS);
        Path easy = CommandRun.file(folder, "easy", "aaaaaaaaaaaaaaaaaaaaaaaa\n");
        Path gap = CommandRun.file(folder, "gap.csv", "count,key,change\n1,0,0\n1,1,1\n2,0,0\n");
        Path below = CommandRun.file(folder, "below.csv", "count,key,change\n1,0,-2\n1,1,2\n");
        assertThat(List.of(
                        round(WARDS, "--rounding", "random", "--secret", folder.resolve("none"))
                                .err(),
                        round(WARDS, "--rounding", "random", "--secret", easy).err(),
                        keyed(wards, "--record-key", "ward").err(),
                        keyed(wards, "--record-key", "persons").err(),
                        keyed(wards, "--record-key", "nothing").err(),
                        keyed(wards, "--ptable", gap).err(),
                        keyed(wards, "--ptable", below).err(),
                        keyed(
                                        CommandRun.file(folder, "twice.csv", "ward,religion,id\nHale,x,7\nSale,y,7\n"),
                                        "--id",
                                        "id")
                                .err()))
                .satisfiesExactly(
                        one -> assertThat(one).contains("openssl rand", "(PROTECT-SECRET)"),
                        one -> assertThat(one).contains("too easy to guess", "(PROTECT-SECRET)"),
                        one -> assertThat(one).contains("is no whole number", "(FIGURES-CELL)"),
                        one -> assertThat(one).contains("is no key of this perturbation table", "(FIGURES-CELL)"),
                        one -> assertThat(one).contains("(FIGURES-NO-COLUMN)"),
                        one -> assertThat(one).contains("none for count 2 with key 1", "(PROTECT-PTABLE)"),
                        one -> assertThat(one).contains("Data row 1", "(PROTECT-PTABLE)"),
                        one -> assertThat(one)
                                .contains("Data rows 1 and 2", "(PROTECT-ID-TWICE)")
                                .doesNotContain("7"));
        assertThat(out()).doesNotExist();
    }

    private CommandRun keyed(Path file, String option, Object value) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "protect",
                file,
                "--by",
                "ward,religion",
                "--method",
                "cell-key",
                "--no-budget",
                "only a test",
                "--out",
                out()));
        if (option.equals("--id")) {
            words.addAll(List.of("--id", value, "--secret", CommandRun.file(folder, "secret", SECRET)));
        } else {
            words.addAll(List.of("--record-key", option.equals("--record-key") ? value : "persons"));
        }
        if (option.equals("--id")) {
            words.addAll(List.of("--largest-change", "2", "--variance", "1"));
        } else {
            Path table = option.equals("--ptable")
                    ? (Path) value
                    : CommandRun.file(folder, "good.csv", "count,key,change\n1,0,-1\n1,1,1\n");
            words.addAll(List.of("--ptable", table, "--repeats", "1"));
        }
        return CommandRun.of(words.toArray());
    }
}
