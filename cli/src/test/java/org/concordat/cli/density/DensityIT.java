package org.concordat.cli.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.concordat.cli.CommandRun;
import org.concordat.cli.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command density on a made-up town with a crowd and one lone event, and on bad input. */
final class DensityIT {
    private static final int LONELY_EAST = 404_000;
    private static final int LONELY_NORTH = 304_000;

    @TempDir
    private Path folder;

    /** Two hundred events about one place, and one far from all others. */
    private Path events() throws IOException {
        var random = new SplittableRandom(20_261_130);
        var rows = new StringBuilder("easting,northing\n");
        for (int event = 0; event < 200; event++) {
            rows.append(401_000 + (int) Math.round(random.nextGaussian() * 300))
                    .append(',')
                    .append(301_000 + (int) Math.round(random.nextGaussian() * 300))
                    .append('\n');
        }
        return CommandRun.file(
                folder, "events.csv", rows.toString() + LONELY_EAST + "," + LONELY_NORTH + "\n400000,\n");
    }

    private Path square() throws IOException {
        return CommandRun.file(folder, "square.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"T"},"geometry":
                {"type":"Polygon","coordinates":[[[400000,300000],[405000,300000],[405000,305000],[400000,305000],
                [400000,300000]]]}}]}
                """);
    }

    private void refuses(int exitCode, String code, Object... words) throws IOException {
        new Refusals(folder)
                .expect(
                        exitCode,
                        code,
                        Stream.concat(Stream.of("density"), Stream.of(words)).toArray());
    }

    private static List<String[]> cells(Path out) throws IOException {
        return Files.readAllLines(out.resolve("density.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .toList();
    }

    @Test
    void showsTheCrowdAndNothingOfTheLoneEvent() throws IOException {
        Path out = folder.resolve("found");
        CommandRun run = CommandRun.of(
                "density",
                events(),
                "--areas",
                square(),
                "--bandwidth",
                "400",
                "--cell",
                "100",
                "--out",
                out,
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.path("events").asInt()).isEqualTo(201);
        assertThat(summary.path("without_place").asInt()).isEqualTo(1);
        List<String[]> cells = cells(out);
        assertThat(cells).hasSize(2_500);
        // Empty ground is hidden like that around the lone event, so that no edge points at it.
        assertThat(cells.stream().filter(cell -> Double.parseDouble(cell[0]) > 402_500))
                .allMatch(cell -> cell[2].equals("c"));
        assertThat(cells.stream().filter(cell -> cell[0].equals("401050") && cell[1].equals("301050")))
                .singleElement()
                .satisfies(cell -> assertThat(Double.parseDouble(cell[2])).isGreaterThan(150));
        assertThat(cells.stream().map(cell -> cell[2]).filter(density -> !density.equals("c")))
                .allMatch(density -> density.replace(".", "")
                                .replaceAll("^0+", "")
                                .replaceAll("0+$", "")
                                .length()
                        <= 2);
        assertThat(Files.readString(out.resolve("density.html"))).contains("<svg", "hidden (c)", DensityMap.CAUTION);
        assertThat(Files.readString(out.resolve("density.csv-metadata.json")))
                .contains("fewer than 6 events within 400 m");
    }

    @Test
    void endsTheGridWhereTheShownEndsSoThatItsSizeDoesNotPointAtTheLoneEventEither() throws IOException {
        Path out = folder.resolve("cut");
        CommandRun run = CommandRun.of("density", events(), "--bandwidth", "400", "--cell", "100", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cells(out)).allMatch(cell -> Double.parseDouble(cell[0]) < 403_000);
    }

    @Test
    void showsEverythingForAReasonAndThenAddsUpToTheEvents() throws IOException {
        for (String kernel : List.of("quartic", "gaussian")) {
            Path out = folder.resolve(kernel);
            CommandRun run = CommandRun.of(
                    "density",
                    events(),
                    "--kernel",
                    kernel,
                    "--bandwidth",
                    "200",
                    "--cell",
                    "20",
                    "--areas",
                    square(),
                    "--no-suppress",
                    "the town is made up",
                    "--out",
                    out);
            assertThat(run.exitCode()).as(run.err()).isZero();
            double[] densities = cells(out).stream()
                    .mapToDouble(cell -> Double.parseDouble(cell[2]))
                    .toArray();
            double events = Arrays.stream(densities).sum() * 20 * 20 / 1e6;
            assertThat(events).isCloseTo(201, within(1.5));
        }
    }

    @Test
    void findsABandwidthByEitherRule() throws IOException {
        for (String rule : List.of("silverman", "bailey-gatrell")) {
            CommandRun run =
                    CommandRun.of("density", events(), "--bandwidth", rule, "--out", folder.resolve(rule), "--json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(run.out())
                            .path("bandwidth_metres")
                            .asDouble())
                    .isBetween(200.0, 2_000.0);
        }
    }

    @Test
    void refusesWhatCannotBeDrawnOrWouldShowEachEvent() throws IOException {
        refuses(2, "WRONG-USE", events(), "--kernel", "round");
        refuses(2, "WRONG-USE", events(), "--x", "easting");
        refuses(2, "WRONG-USE", events(), "--bandwidth", "wide");
        refuses(2, "WRONG-USE", events(), "--bandwidth", "400", "--cell", "500");
        refuses(2, "WRONG-USE", events(), "--bandwidth", "400", "--cell", "1");
        refuses(2, "HIDING-OPTION", events(), "--threshold", "1");
        refuses(1, "DENSITY-NOTHING", events(), "--bandwidth", "1");
        refuses(1, "DENSITY-FEW", CommandRun.file(folder, "few.csv", "easting,northing\n401000,301000\n"));
        refuses(
                1,
                "DENSITY-ONE-PLACE",
                CommandRun.file(folder, "one.csv", "easting,northing\n" + "401000,301000\n".repeat(50)));
        refuses(2, "HOTSPOTS-NO-PLACES", CommandRun.file(folder, "none.csv", "month\n2020-01\n"));
        refuses(1, "BOUNDARY-UNREADABLE", events(), "--areas", CommandRun.file(folder, "no.geojson", "{}"));
        refuses(3, "FILE-MISSING", folder.resolve("nowhere.csv"));
    }

    @Test
    void roundsStepsUpToNumbersThatPeopleRead() {
        assertThat(DensityBands.roundUp(66.6)).isEqualTo(100);
        assertThat(DensityBands.roundUp(20)).isEqualTo(20);
        assertThat(DensityBands.roundUp(.021)).isCloseTo(.025, within(1e-12));
    }
}
