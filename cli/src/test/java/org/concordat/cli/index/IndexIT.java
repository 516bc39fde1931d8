package org.concordat.cli.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command index: its methods, its working, and what it refuses. */
final class IndexIT {
    private static final String TABLE = """
            area_code,income,crime,life
            A,0.30,12,78
            B,0.10,30,80
            C,0.20,3,82
            D,0.05,6,84
            """;

    @TempDir
    private Path folder;

    private CommandRun run(String table, Object... words) throws IOException {
        Path file = CommandRun.file(folder, "table.csv", table);
        Object[] all = new Object[words.length + 4];
        all[0] = "index";
        all[1] = file;
        all[2] = "--out";
        all[3] = folder.resolve("index");
        System.arraycopy(words, 0, all, 4, words.length);
        return CommandRun.of(all);
    }

    private void refuses(CommandRun run, int exitCode, String code) throws IOException {
        assertThat(run.err()).contains("(" + code + ")");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(CommandRun.namesIn(folder)).containsExactly("table.csv");
    }

    @Test
    void showsTheWorkingOfAnAreaAndAddsItUp() throws IOException {
        CommandRun run =
                run(TABLE, "--method", "iod", "--indicator", "income=0.6", "--indicator", "crime=.4", "--show", "C");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Working of C:",
                        "income: rank 2 of 4, R = 0.750000, X = -23 ln(1 - R (1 - exp(-100/23))) = 31.0091; times the weight 0.6",
                        "rank 3 of 4",
                        IndexResult.CAUTION);
        assertThat(Files.readAllLines(folder.resolve("index/index.csv")))
                .hasSize(5)
                .first()
                .isEqualTo("area_code,score,rank,group,adds_1,adds_2");
        assertThat(Files.readString(folder.resolve("index/index.html"))).contains("How C comes to its score");
    }

    @Test
    void turnsIndicatorsRoundAndComparesWithTheMean() throws IOException {
        CommandRun z = run(TABLE, "--method", "z", "--indicator", "income", "--indicator", "life=2:low", "--json");
        assertThat(z.exitCode()).as(z.err()).isZero();
        assertThat(z.out()).contains("\"area\":\"A\"", "turned round because low is worse");
        CommandRun vli = CommandRun.of(
                "index",
                folder.resolve("table.csv"),
                "--method",
                "vli",
                "--indicator",
                "income",
                "--indicator",
                "crime",
                "--out",
                folder.resolve("vli"));
        assertThat(vli.exitCode()).as(vli.err()).isZero();
        // A: income .3 of a mean of .1625, crime 12 of 12.75.
        assertThat(Files.readAllLines(folder.resolve("vli/index.csv")).get(1)).startsWith("A,139.36651583");
    }

    private static final String LOCALITIES = """
            area_code,district,dwellings,residents,burglaries,criminal_damage,income_deprivation,employment_deprivation,\
            aged_15_to_24,low_attainment
            A,N,1000,2000,10,20,.2,.1,300,400
            B,N,1000,2000,20,40,.1,.1,100,200
            C,S,500,1000,15,30,.3,.2,200,300
            D,S,2000,4000,3,50,.1,.05,400,500
            """;

    /**
     * By hand, without D: burglaries 10, 20 and 30 in 1,000 dwellings (mean 20), damage 20, 40 and 60 (40), income .2, .1 and .3
     * (.2), employment .1, .1 and .2 (.4 / 3), the young .15, .05 and .2 (.4 / 3), attainment .2, .1 and .3 (.2): A has (50 + 50
     * + 100 + 75 + 112.5 + 100) / 6, B (100 + 100 + 50 + 75 + 37.5 + 50) / 6, C all six at 150.
     */
    @Test
    void makesVulnerableLocalitiesOfRawCountsAndLeavesOutWhatRestsOnFew() throws IOException {
        CommandRun run = run(LOCALITIES, "--method", "vli");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 area has a small count", "0 of 3 areas are over 200");
        List<String> lines = Files.readAllLines(folder.resolve("index/index.csv"));
        assertThat(number(lines.get(1))).isCloseTo(487.5 / 6, within(1e-9));
        assertThat(number(lines.get(2))).isCloseTo(412.5 / 6, within(1e-9));
        assertThat(number(lines.get(3))).isCloseTo(150, within(1e-9));
        assertThat(lines.get(4)).isEqualTo("D,c,c,c,c,c,c,c,c,c");
        assertThat(Files.readString(folder.resolve("index/index.csv-metadata.json")))
                .contains("that the index of the others is not that of all areas");
    }

    private static double number(String line) {
        return Double.parseDouble(line.split(",")[1]);
    }

    /** By hand: z-scores of two areas are -1 and 1 whatever their figures, and equal ones are refused. */
    @Test
    void shrinksRatesOfCountsAllTheWayWhereADistrictHasOneAreaAlone() throws IOException {
        String two = "area_code,district,ill,people\nA,N,30,100\nB,N,60,100\n";
        CommandRun shrunk =
                run(two, "--method", "z", "--indicator", "ill/people", "--shrink", "district", "--show", "A", "--json");
        assertThat(shrunk.exitCode()).as(shrunk.err()).isZero();
        // m = ln(30.5/70.5) and ln(60.5/40.5), M = ln(90.5/110.5); each moves towards M by its own variance beside t².
        double own = Math.log(30.5 / 70.5);
        double district = Math.log(90.5 / 110.5);
        double between = Math.pow(own - district, 2) + Math.pow(Math.log(60.5 / 40.5) - district, 2);
        double weight = between / (between + 101.0 * 102 / (100.0 * 31 * 71));
        double rate = 1 / (1 + Math.exp(-(weight * own + (1 - weight) * district)));
        assertThat(shrunk.out()).contains(String.format(Locale.ROOT, "ill by people: %.6f less the mean", rate));
        assertThat(shrunk.out()).contains("shrunk towards that of their district (district)");
    }

    @Test
    void letsAFactorWeighTheCrimesOfTraffordAndNamesWhatRunsAgainstTheOthers() throws IOException {
        Path crimes = Path.of(System.getProperty("concordat.data", ""))
                .resolve("statistics/trafford/deprivation/iod2025_underlying_indicators_trafford_lsoa21.csv");
        assumeTrue(Files.exists(crimes), "skipped: the real data are not here; see concordat.data");
        CommandRun against = ofCrimes(crimes, "");
        assertThat(against.exitCode()).isEqualTo(1);
        assertThat(against.err())
                .contains("normal score of burglary_rate_per_1_000_at_risk_properties runs against the others");
        CommandRun turned = ofCrimes(crimes, ":low");
        assertThat(turned.exitCode()).as(turned.err()).isZero();
        // R's factanal (factanal.csv of measures) gives .21024897586455, among weights that add up to 1 with burglary's
        // -.00642797730611; turned round they add up to 1.01285595461222, and .21024897586455 / 1.01285595461222 =
        // .207580.
        assertThat(turned.out())
                .contains("divided by the standard deviation 0.968342, gives 2.0909; times the weight 0.20758 ");
    }

    private CommandRun ofCrimes(Path crimes, String burglary) {
        List<Object> words = new ArrayList<>(List.of("index", crimes, "--area", "lsoa21_code", "--method", "z"));
        words.addAll(List.of("--weights", "factor", "--out", folder.resolve("index")));
        for (String crime : List.of(
                "violence_with_injury",
                "violence_without_injury",
                "stalking_and_harassment",
                "theft",
                "criminal_damage",
                "public_order_and_possession_of_weapons",
                "anti_social_behaviour")) {
            words.addAll(List.of("--indicator", crime + "_rate_per_1_000_at_risk_population"));
        }
        words.addAll(List.of("--indicator", "burglary_rate_per_1_000_at_risk_properties" + burglary));
        return CommandRun.of(words.toArray());
    }

    @Test
    void aFigureHiddenInTheTableStaysHidden() throws IOException {
        CommandRun run = run(TABLE.replace("0.10", "c"), "--method", "z", "--indicator", "income");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("index/index.csv"))).contains("B,c,c,c,c");
    }

    @Test
    void refusesCountsThatDoNotFit() throws IOException {
        refuses(run(LOCALITIES, "--method", "vli", "--show", "D"), 2, "WRONG-USE");
        refuses(run(LOCALITIES, "--method", "z"), 2, "WRONG-USE");
        refuses(run(LOCALITIES.replace("20,.2", "-20,.2"), "--method", "vli"), 3, "FIGURES-CELL");
        refuses(run(LOCALITIES.replace("A,N,1000", "A,N,0"), "--method", "vli"), 3, "FIGURES-CELL");
        refuses(run(LOCALITIES, "--method", "vli", "--threshold", "60"), 1, "INDEX-UNFIT");
        refuses(run(TABLE, "--method", "z", "--indicator", "crime", "--shrink", "area_code"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "z", "--indicator", "crime", "--weights", "best"), 2, "WRONG-USE");
        refuses(
                run(LOCALITIES, "--method", "z", "--indicator", "residents/dwellings", "--shrink", "district"),
                3,
                "FIGURES-CELL");
    }

    @Test
    void refusesGapsRepeatsAndWhatDoesNotFitTheMethod() throws IOException {
        String[] income = {"--method", "iod", "--indicator", "income"};
        refuses(run(TABLE.replace("0.10", ""), (Object[]) income), 3, "FIGURES-CELL");
        refuses(run(TABLE.replace("\nB,", "\nA,"), (Object[]) income), 3, "FIGURES-CELL");
        refuses(run(TABLE.replaceAll("0\\.\\d+", "1"), (Object[]) income), 1, "INDEX-UNFIT");
        refuses(run(TABLE, "--method", "iod", "--ranks", "--indicator", "crime"), 1, "INDEX-UNFIT");
        refuses(run(TABLE, "--method", "iod", "--indicator", "wealth"), 2, "FIGURES-NO-COLUMN");
        refuses(run(TABLE, "--method", "median", "--indicator", "income"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "vli", "--indicator", "income=2"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "iod", "--indicator", "life:low"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "z", "--indicator", "life=-1"), 2, "WRONG-USE");
        refuses(run(TABLE, "--method", "z", "--indicator", "life", "--show", "Q"), 2, "WRONG-USE");
    }
}
