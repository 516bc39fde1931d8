package org.concordat.cli.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.cli.CommandRun;
import org.concordat.cli.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command hotspots on a made-up town of 64 squares, on bad input, and on the burglaries of Trafford. */
final class HotspotsIT {
    @TempDir
    private Path folder;

    /** Squares of a kilometre in the British National Grid, eight by eight, with codes by row and column. */
    private Path squares(int across, String corner) throws IOException {
        var features = new StringBuilder();
        for (int row = 0; row < across; row++) {
            for (int column = 0; column < across; column++) {
                int x = 400_000 + 1_000 * column;
                int y = 300_000 + 1_000 * row;
                features.append(features.isEmpty() ? "" : ",").append("""
                        {"type":"Feature","properties":{"area_code":"S%d%d"},"geometry":{"type":"Polygon","coordinates":\
                        [[[%d,%d],[%d,%d],[%d,%d],[%d,%s],[%d,%d]]]}}
                        """.formatted(
                                row,
                                column,
                                x,
                                y,
                                x + 1_000,
                                y,
                                x + 1_000,
                                y + 1_000,
                                x,
                                row + column == 0 ? corner : String.valueOf(y + 1_000),
                                x,
                                y));
            }
        }
        return CommandRun.file(
                folder, "squares.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    }

    /** Five events a square, and forty more in each of four squares that touch. */
    private Path events() throws IOException {
        var random = new SplittableRandom(20_261_130);
        var rows = new StringBuilder("easting,northing\n");
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                boolean hot = row >= 5 && row <= 6 && column >= 2 && column <= 3;
                for (int event = 0; event < (hot ? 45 : 5); event++) {
                    rows.append(400_000 + 1_000 * column + 1 + random.nextInt(998))
                            .append(',')
                            .append(300_000 + 1_000 * row + 1 + random.nextInt(998))
                            .append('\n');
                }
            }
        }
        return CommandRun.file(folder, "events.csv", rows + "399000,299000\n399000,\n");
    }

    private void refuses(int exitCode, String code, Object... words) throws IOException {
        new Refusals(folder).expect(exitCode, code, words);
    }

    @Test
    void findsTheClusterThatWasMade() throws IOException {
        Path out = folder.resolve("found");
        CommandRun run = CommandRun.of("hotspots", events(), squares(8, "301000"), "--out", out, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.path("points").asInt()).isEqualTo(482);
        assertThat(summary.path("points_inside").asInt()).isEqualTo(480);
        assertThat(summary.path("points_outside").asInt()).isEqualTo(1);
        assertThat(summary.path("points_without_place").asInt()).isEqualTo(1);
        List<String> rows = Files.readAllLines(out.resolve("hotspots.csv"));
        assertThat(rows).hasSize(65);
        assertThat(rows)
                .filteredOn(row -> row.startsWith("S52,") || row.startsWith("S63,"))
                .hasSize(2)
                .allMatch(row -> row.endsWith("hot, 99 %\""));
        assertThat(Files.readString(out.resolve("hotspots.csv-metadata.json")))
                .contains("p_corrected", HotspotFigures.CAUTION);
        assertThat(Files.readString(out.resolve("hotspots.html"))).contains("<svg", HotspotFigures.CAUTION);
    }

    @Test
    void hidesSmallCountsAndAllThatTheyFollowFrom() throws IOException {
        Path out = folder.resolve("hidden");
        CommandRun run = CommandRun.of("hotspots", events(), squares(8, "301000"), "--out", out, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        // Sixty squares with five events each are small; all are as high as they can be, so one that is not small is
        // hidden too.
        assertThat(summary.path("hidden_counts").asInt()).isEqualTo(61);
        List<String> rows = Files.readAllLines(out.resolve("hotspots.csv"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("S00,"))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("S00,S00,c,,,c,3,c,c,c,"));
        assertThat(rows.stream().skip(1)).allMatch(row -> row.contains(",c,c,c,"));
        String page = Files.readString(out.resolve("hotspots.html"));
        assertThat(page).contains("withheld to protect people", "61 of 64 counts are hidden (c)");
        assertThat(page).doesNotContain("z-score</th>", ">Corrected p<");

        Path open = folder.resolve("open");
        CommandRun shown = CommandRun.of(
                "hotspots", events(), squares(8, "301000"), "--no-suppress", "the town is made up", "--out", open);
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(Files.readAllLines(open.resolve("hotspots.csv")))
                .filteredOn(row -> row.startsWith("S00,"))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("S00,S00,5,,,5,3,-"));
        assertThat(Files.readString(open.resolve("hotspots.csv-metadata.json")))
                .contains("because the town is made up");
        assertThat(Files.readString(open.resolve("hotspots.html"))).contains("because the town is made up");
    }

    @Test
    void judgesByOtherMethodsWhereAsked() throws IOException {
        for (String method : List.of("gi", "local-moran")) {
            Path out = folder.resolve(method);
            CommandRun run = CommandRun.of(
                    "hotspots",
                    events(),
                    squares(8, "301000"),
                    "--method",
                    method,
                    "--title",
                    "Made-up",
                    "--no-suppress",
                    "the town is made up",
                    "--out",
                    out);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(Files.readString(out.resolve("hotspots.html")))
                    .contains("Where events cluster: Made-up", "Moran's I is", "Global G is");
        }
        assertThat(Files.readAllLines(folder.resolve("local-moran").resolve("hotspots.csv")))
                .filteredOn(row -> row.startsWith("S52,"))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("high among high"));
        refuses(2, "WRONG-USE", "hotspots", events(), squares(8, "301000"), "--method", "satscan");
        refuses(
                1,
                "HOTSPOTS-NO-NEIGHBOURS",
                "hotspots",
                events(),
                squares(8, "301000"),
                "--method",
                "gi",
                "--neighbours",
                "band:10");
    }

    @Test
    void refusesThresholdsAndReasonsThatMakeNoSense() throws IOException {
        refuses(2, "HIDING-OPTION", "hotspots", events(), squares(8, "301000"), "--threshold", "1");
        refuses(2, "HIDING-OPTION", "hotspots", events(), squares(8, "301000"), "--no-suppress", "why");
        refuses(
                2,
                "HIDING-OPTION",
                "hotspots",
                events(),
                squares(8, "301000"),
                "--no-suppress",
                "made-up town",
                "--threshold",
                "3");
        Path lonely = CommandRun.file(
                folder,
                "lonely.csv",
                Files.readString(events()).replaceAll("(?m)^40[0-7]\\d\\d\\d,30[0-4].*\\R", "") + "400500,300500\n");
        refuses(1, "HOTSPOTS-CANNOT-HIDE", "hotspots", lonely, squares(8, "301000"), "--threshold", "2");
    }

    @Test
    void testsRatesWhereResidentsAreGivenAndRefusesResidentsOfOtherAreas() throws IOException {
        var people = new StringBuilder("area_code,population\n");
        for (int area = 0; area < 64; area++) {
            people.append("S%d%d,%d\n".formatted(area / 8, area % 8, 900 + area));
        }
        Path residents = CommandRun.file(folder, "residents.csv", people.toString());
        Path out = folder.resolve("rates");
        CommandRun run = CommandRun.of(
                "hotspots",
                events(),
                squares(8, "301000"),
                "--population",
                residents,
                "--neighbours",
                "nearest:8",
                "--out",
                out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("hotspots.html"))).contains("events in 1,000 residents");
        assertThat(Files.readAllLines(out.resolve("hotspots.csv")))
                .filteredOn(row -> row.startsWith("S53,"))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("S53,S53,45,943,47.7"));
        Path short1 = CommandRun.file(folder, "short.csv", people.substring(0, people.lastIndexOf("S77")));
        refuses(1, "HOTSPOTS-POPULATION", "hotspots", events(), squares(8, "301000"), "--population", short1);
        Path nobody = CommandRun.file(folder, "nobody.csv", people.toString().replace("S00,900", "S00,0"));
        refuses(1, "HOTSPOTS-POPULATION", "hotspots", events(), squares(8, "301000"), "--population", nobody);
    }

    @Test
    void refusesShapesThatAreNotValidUnlessAskedToRepairThem() throws IOException {
        // The north-western corner of the first square lies below its southern side, so that two sides cross.
        Path crossed = squares(8, "299500");
        refuses(1, "BOUNDARY-INVALID", "hotspots", events(), crossed);
        Path out = folder.resolve("repaired");
        CommandRun run = CommandRun.of("hotspots", events(), crossed, "--repair", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("were repaired: S00");
    }

    @Test
    void refusesWhatIsNoMapNoPlaceOrTooFewAreas() throws IOException {
        refuses(1, "HOTSPOTS-FEW-AREAS", "hotspots", events(), squares(5, "301000"));
        refuses(1, "BOUNDARY-UNREADABLE", "hotspots", events(), CommandRun.file(folder, "no.geojson", "{\"type\":"));
        refuses(1, "BOUNDARY-CODE", "hotspots", events(), squares(8, "301000"), "--code", "nonsense");
        refuses(1, "BOUNDARY-PLACE", "hotspots", events(), squares(8, "-301000"));
        Path abroad = CommandRun.file(folder, "abroad.csv", "longitude,latitude\n13.4,52.5\n");
        refuses(3, "FIGURES-CELL", "hotspots", abroad, squares(8, "301000"));
        Path far = CommandRun.file(folder, "far.csv", "longitude,latitude\n-2.3,53.4\n");
        refuses(1, "HOTSPOTS-NONE-INSIDE", "hotspots", far, squares(8, "301000"));
        Path none = CommandRun.file(folder, "none.csv", "month\n2020-01\n");
        refuses(2, "HOTSPOTS-NO-PLACES", "hotspots", none, squares(8, "301000"));
        refuses(2, "WRONG-USE", "hotspots", events(), squares(8, "301000"), "--neighbours", "bishop");
    }

    @Test
    void findsTraffordsHotspotsOfThreeYears() throws IOException {
        Path data = Path.of(System.getProperty("concordat.data", ""), "statistics");
        assumeTrue(Files.exists(data), "Skipped: the real data are not at " + data + ".");
        Path out = folder.resolve("trafford");
        CommandRun run = CommandRun.of(
                "hotspots",
                data.resolve("crime/trafford_burglary_2016-02_2019-01.csv"),
                data.resolve("trafford/boundaries/lsoa2011_trafford_bgc.geojson"),
                "--repair",
                "--json",
                "--out",
                out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.path("points_inside").asInt()).isEqualTo(5_102);
        assertThat(summary.path("points_outside").asInt()).isEqualTo(11);
        assertThat(summary.path("classes").path("hot_95").asInt()).isEqualTo(2);
    }
}
