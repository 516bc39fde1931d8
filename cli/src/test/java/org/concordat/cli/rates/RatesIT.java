package org.concordat.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code rates}, from a table to its folder of results. */
final class RatesIT {
    private static final String CALLS = """
            area_code,area_name,period,numerator,denominator
            W1,Harbour,2025,131,10200
            W2,Hill,2025,96,9800
            W3,Moor,2025,4,3100
            W4,Quay,2025,0,11900
            W5,Station,2025,140,8700
            T,The town,2025,371,43700
            """;

    @TempDir
    private Path folder;

    @Test
    void everyFigureStandsInATidyRowWithIntervalMethodAndComparison() throws IOException {
        CommandRun run =
                run(CALLS, "--method", "rate", "--benchmark", "T", "--polarity", "low-is-good", "--unit", "calls");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CommandRun.namesIn(folder.resolve("out")))
                .containsExactlyInAnyOrder("rates.csv", "rates.csv-metadata.json", "report.html");
        List<String> lines = Files.readAllLines(folder.resolve("out/rates.csv"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "area_code,area_name,indicator,period,measure,unit,value,lower,upper,numerator,denominator,method,"
                                + "status,comparison,trend");
        assertThat(lines.get(1))
                .startsWith("W1,Harbour,table.csv,2025,\"Crude rate per 100,000\",calls,1284.31372549019")
                .endsWith(
                        ",131,10200,\"Byar's approximation (Breslow and Day 1987), 95 % confidence\",,worse,not calculated");
        assertThat(lines.get(4)).contains("Quay", ",0,0,", "exact Poisson", "better");
        assertThat(lines.get(6)).startsWith("T,The town").contains("confidence\",,,not calculated");
        String metadata = Files.readString(folder.resolve("out/rates.csv-metadata.json"));
        assertThat(metadata).contains("\"primaryKey\"", "Do not rank the areas");
    }

    @Test
    void aSmallCountIsHiddenWithAllThatWouldGiveItAway() throws IOException {
        CommandRun run = run(CALLS, "--method", "rate", "--benchmark", "T", "--polarity", "low-is-good");
        String moor = Files.readAllLines(folder.resolve("out/rates.csv")).get(3);
        assertThat(moor)
                .startsWith("W3,Moor")
                .endsWith(",c,c,c,c,3100,exact Poisson interval (Garwood 1936),c,not shown,not shown");
        assertThat(run.out())
                .contains("1 of 6 figures are hidden")
                .contains("put it through protect before it leaves")
                .contains("One figure alone is hidden");
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page)
                .contains("Do not rank the areas", "hidden, rests on few")
                .doesNotContain("129.0", ">4<");
    }

    @Test
    void aReasonShowsSmallCountsAndStandsEverywhere() throws IOException {
        CommandRun run = run(CALLS, "--method", "rate", "--no-suppress", "for the board's own analyst alone");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv")).get(3)).contains(",4,3100,");
        for (String file : List.of("report.html", "rates.csv-metadata.json")) {
            assertThat(Files.readString(folder.resolve("out").resolve(file)).replace("&#39;", "'"))
                    .contains("for the board's own analyst alone");
        }
    }

    @Test
    void aProportionThatLeavesOutFewIsHiddenAndSoIsASmallGroup() throws IOException {
        run("area_code,numerator,denominator\nA,97,100\nB,40,100\nC,3,4\nD,100,100\n", "--method", "proportion");
        List<String> lines = Files.readAllLines(folder.resolve("out/rates.csv"));
        assertThat(lines.get(1)).contains(",,c,c,c,c,100,").endsWith(",c,,not shown");
        assertThat(lines.get(2)).contains(",40,").doesNotContain(",c,");
        assertThat(lines.get(3)).contains(",,c,c,c,c,c,Wilson");
        assertThat(lines.get(4)).contains(",100,").contains(",100,100,");
    }

    @Test
    void aTrendIsToldOnlyWhereNoneOfItsPeriodsIsHidden() throws IOException {
        StringBuilder table = new StringBuilder("area_code,period,numerator,denominator\n");
        for (int year = 2019; year <= 2025; year++) {
            int rising = 100 + 40 * (year - 2019);
            table.append("A,").append(year).append(',').append(rising).append(",1000\n");
            table.append("B,")
                    .append(year)
                    .append(',')
                    .append(year == 2023 ? 3 : rising)
                    .append(",1000\n");
        }
        run(table.toString(), "--method", "proportion", "--polarity", "high-is-good");
        List<String> latest = Files.readAllLines(folder.resolve("out/rates.csv")).stream()
                .filter(line -> line.contains(",2025,"))
                .toList();
        assertThat(latest.get(0)).endsWith(",increasing and getting better");
        assertThat(latest.get(1)).endsWith(",not shown");
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv")).stream()
                        .filter(line -> line.startsWith("A,") && line.contains(",2022,")))
                .allMatch(line -> line.endsWith(",not calculated"));
    }

    /** Twelve wards whose counts lie far further apart than chance has them. */
    private static String apart() {
        StringBuilder table = new StringBuilder("area_code,numerator,denominator\n");
        for (int i = 1; i <= 12; i++) {
            table.append('W').append(i).append(',').append(50 * i).append(",10000\n");
        }
        return table.toString();
    }

    @Test
    void aFunnelThatMostAreasLieOutsideOffersToAllowForIt() throws IOException {
        CommandRun plain = run(apart(), "--method", "rate");
        assertThat(plain.out()).contains("10 of 12 figures lie outside the funnel's 95 % limits", "--funnel additive");
        CommandRun additive = CommandRun.of(
                "rates",
                folder.resolve("table.csv"),
                "--method",
                "rate",
                "--funnel",
                "additive",
                "--out",
                folder.resolve("wide"));
        assertThat(additive.exitCode()).as(additive.err()).isZero();
        assertThat(additive.out()).contains("limits are widened").doesNotContain("--funnel additive");
        assertThat(Files.readString(folder.resolve("wide/report.html")))
                .contains("Spiegelhalter 2005")
                .doesNotContain(">far above<");
    }

    @Test
    void groupsSayWhichEndTheFirstOfThemHolds() throws IOException {
        run(apart(), "--method", "rate", "--groups", "4", "--polarity", "high-is-good");
        List<String> lines = Files.readAllLines(folder.resolve("out/rates.csv"));
        assertThat(lines.getFirst()).endsWith(",trend,group");
        assertThat(lines.get(1)).endsWith(",1");
        assertThat(lines.get(12)).endsWith(",4");
        assertThat(Files.readString(folder.resolve("out/rates.csv-metadata.json")))
                .contains("1 the lowest figures, which are the worse ones", "a group judges nobody");
    }

    @Test
    void periodsThatRollOnHaveNoTrend() throws IOException {
        StringBuilder table = new StringBuilder("area_code,period,numerator,denominator\n");
        for (int year = 2013; year <= 2020; year++) {
            table.append("A,")
                    .append(year)
                    .append('-')
                    .append(year - 1998)
                    .append(',')
                    .append(40 * (year - 2010))
                    .append(",1000\n");
        }
        run(table.toString(), "--method", "proportion");
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv")).getLast())
                .endsWith(",not calculated");
    }

    @ParameterizedTest
    @CsvSource({
        "proportion, 'A,5,4', FIGURES-CELL, 3",
        "rate, 'A,-5,4', FIGURES-CELL, 3",
        "rate, 'A,5,0', FIGURES-CELL, 3",
        "rate, 'A,five,9', FIGURES-CELL, 3",
        "rate, 'A,7,9;A,8,9', RATES-TWICE, 3",
        "direct, 'A,7,9', FIGURES-NO-COLUMN, 2",
        "indirect-ratio, 'A,7,9', RATES-OPTION, 2",
        "median, 'A,7,9', RATES-OPTION, 2",
        "direct --funnel=additive, 'A,7,9', RATES-OPTION, 2",
        "rate --funnel=wide, 'A,7,9', RATES-OPTION, 2",
        "rate --groups=1, 'A,7,9', RATES-OPTION, 2",
        "rate --polarity=good, 'A,7,9', WRONG-USE, 2",
        "rate --threshold=1, 'A,7,9', HIDING-OPTION, 2",
        "rate --no-suppress=why, 'A,7,9', HIDING-OPTION, 2"
    })
    void badInputIsRefusedWithItsPlaceAndNothingIsLeft(String method, String rows, String code, int exit)
            throws IOException {
        List<Object> words = new ArrayList<>(List.of("--method"));
        words.addAll(List.of((Object[]) method.split(" ")));
        CommandRun run = run("area_code,numerator,denominator\n" + rows.replace(';', '\n') + "\n", words.toArray());
        assertThat(run.exitCode()).isEqualTo(exit);
        assertThat(run.err()).contains("(" + code + ")").doesNotContain("five");
        assertThat(CommandRun.namesIn(folder)).containsExactly("table.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "0-4;0-4, stands twice",
        "0-4;10-14, no age band covers 5-9",
        "50-54;55-69;60-64, overlap",
        "0-15;16-24, ESP2013 has no bands that make up 0-15"
    })
    void agesThatDoNotFitAreRefused(String bands, String words) throws IOException {
        StringBuilder table = new StringBuilder("area_code,age,numerator,denominator\n");
        for (String band : bands.split(";")) {
            table.append("A,").append(band).append(",20,100\n");
        }
        CommandRun run = run(table.toString(), "--method", "direct");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("(RATES-AGES)", words, "area A");
    }

    @Test
    void aStandardPopulationCanBeAFile() throws IOException {
        Path standard = CommandRun.file(folder, "ours.csv", "age,population\n0-64,3\n65+,1\n");
        CommandRun run = run(
                "area_code,age,deaths,population\nA,0-64,10,1000\nA,65+,40,1000\n",
                "--method",
                "direct",
                "--standard",
                standard);
        assertThat(run.exitCode()).as(run.err()).isZero();
        // (3 * .01 + 1 * .04) / 4 for each 100,000.
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv")).get(1))
                .contains(",1750")
                .contains("standard ours.csv");
        assertThat(run("area_code,numerator,denominator\nA,7,9\n", "--method", "rate", "--standard", "nobody")
                        .err())
                .contains("(RATES-OPTION)");
    }

    @Test
    void lifeExpectancyOfAFewIsRefusedAndSaysWhy() throws IOException {
        StringBuilder table = new StringBuilder("area_code,startage,deaths,pop\n");
        for (int age : new int[] {0, 1, 5, 10, 85, 90}) {
            table.append("A,").append(age).append(",9,500\n");
        }
        CommandRun run = run(table.toString(), "--method", "life-expectancy", "--json");
        assertThat(run.out()).contains("\"not_available\":1");
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv")).get(1))
                .contains("not given: fewer than 5,000 years were lived", ",x,");
    }

    @Test
    void theWardsOfTraffordAreTakenAsPublished() throws IOException {
        Path census = Path.of(System.getProperty("concordat.data", ""))
                .resolve("statistics/trafford/census2021/2021_general_health_ward.csv");
        assumeTrue(Files.exists(census), "skipped: the real data are not here; see concordat.data");
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(census).subList(1, Files.readAllLines(census).size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            long[] count = counts.computeIfAbsent(cells[0], any -> new long[2]);
            long people = Long.parseLong(cells[cells.length - 1]);
            count[0] += cells[5].contains("ad health") ? people : 0;
            count[1] += people;
        }
        List<String> table = new ArrayList<>(List.of("area_code,numerator,denominator"));
        counts.forEach((ward, count) -> table.add(ward + "," + count[0] + "," + count[1]));
        CommandRun run = run(String.join("\n", table) + "\n", "--method", "proportion");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/rates.csv"))).hasSize(22);
    }

    private CommandRun run(String table, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("rates", CommandRun.file(folder, "table.csv", table)));
        words.addAll(List.of(options));
        words.addAll(List.of("--out", folder.resolve("out")));
        return CommandRun.of(words.toArray());
    }
}
