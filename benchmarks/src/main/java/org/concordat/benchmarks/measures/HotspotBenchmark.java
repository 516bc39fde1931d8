package org.concordat.benchmarks.measures;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.concordat.measures.hotspots.Contiguity;
import org.concordat.measures.hotspots.FalseDiscovery;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.measures.hotspots.LocalMoran;
import org.concordat.measures.hotspots.Neighbours;
import org.concordat.measures.hotspots.SpatialWeights;
import org.concordat.measures.indices.DeprivationIndex;
import org.concordat.measures.indices.Indicators;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Seconds for neighbours by borders, G* and local Moran over a made-up country of 34,040 areas with wavy borders, and for an
 * index of deprivation of as many; the first three beside R's spdep in the same run, where Rscript is installed.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -Xmx2g -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.measures.HotspotBenchmark [benchmarks/peers/spdep_run.R]
 * }</pre>
 *
 * <p>Figures are processor seconds of the working threads, the first run (cold) and the median of five more; those of
 * R are its own user and system time, medians of three.
 */
public final class HotspotBenchmark {
    private static final int ACROSS = 184;
    private static final int UP = 185;
    /** Corners on each side of an area between its ends. */
    private static final int WAVES = 9;

    private static final double SIDE = 1_000;
    private static final long SEED = 20_261_130;

    private final List<Polygon> areas;
    private final double[] figures;

    private HotspotBenchmark(List<Polygon> areas, double[] figures) {
        this.areas = areas;
        this.figures = figures;
    }

    /** Runs all and prints a line for each figure. */
    public static void main(String[] script) throws IOException, InterruptedException {
        var random = new SplittableRandom(SEED);
        List<Polygon> areas = country(random);
        double[] figures = random.ints(areas.size(), 0, 60).asDoubleStream().toArray();
        new HotspotBenchmark(areas, figures).run(script.length == 0 ? "" : script[0]);
    }

    private void run(String script) throws IOException, InterruptedException {
        say("areas " + areas.size() + ", corners "
                + areas.stream().mapToInt(Polygon::getNumPoints).sum());
        Neighbours neighbours =
                timed("neighbours by borders (queen)", () -> Contiguity.of(areas, Contiguity.Kind.QUEEN, .01));
        timed("neighbours by borders (rook)", () -> Contiguity.of(areas, Contiguity.Kind.ROOK, .01));
        SpatialWeights weights = SpatialWeights.binary(neighbours);
        Hotspots spots = timed(
                "G* with false-discovery control",
                () -> Hotspots.of(figures, weights, FalseDiscovery.BENJAMINI_HOCHBERG));
        timed(
                "both: polygons to hotspots",
                () -> Hotspots.of(
                        figures,
                        SpatialWeights.binary(Contiguity.of(areas, Contiguity.Kind.QUEEN, .01)),
                        FalseDiscovery.BENJAMINI_HOCHBERG));
        timed("local Moran by moments", () -> LocalMoran.of(figures, weights));
        timed(
                "local Moran, 999 permutations (wall clock, all processors)",
                () -> LocalMoran.permuted(figures, weights, 999, SEED));
        Indicators ranks = ranks();
        timed(
                "index of deprivation, 7 domains",
                () -> DeprivationIndex.ofRanks(
                        ranks, new double[] {.225, .225, .135, .135, .093, .093, .093}, areas.size()));
        if (!script.isEmpty()) {
            besideR(script, neighbours, spots);
        }
    }

    private Indicators ranks() {
        var random = new SplittableRandom(SEED + 1);
        Indicators ranks = Indicators.of(
                IntStream.range(0, areas.size()).mapToObj(i -> "A" + i).toList());
        for (int domain = 0; domain < 7; domain++) {
            double[] order =
                    IntStream.rangeClosed(1, areas.size()).asDoubleStream().toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            ranks = ranks.with("domain " + domain, order);
        }
        return ranks;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        boolean wall = what.contains("wall clock");
        double[] seconds = new double[6];
        T result = null;
        for (int run = 0; run < seconds.length; run++) {
            long start = wall ? System.nanoTime() : threads.getCurrentThreadCpuTime();
            result = work.get();
            seconds[run] = ((wall ? System.nanoTime() : threads.getCurrentThreadCpuTime()) - start) / 1e9;
        }
        double cold = seconds[0];
        double[] warm = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(warm);
        say(String.format(Locale.ROOT, "%s: %.3f s, the first time %.3f s", what, warm[2], cold));
        if (result == null) {
            throw new IllegalStateException("nothing was run");
        }
        return result;
    }

    /** Has R do the same from the same file, and compares answers before times. */
    private void besideR(String script, Neighbours neighbours, Hotspots spots)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hotspots");
        Path file = folder.resolve("areas.csv");
        Path answer = folder.resolve("answer.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("figure,wkt\n");
            for (int area = 0; area < areas.size(); area++) {
                out.write(figures[area] + ",\"" + areas.get(area).toText() + "\"\n");
            }
        }
        Process process = new ProcessBuilder("Rscript", "--vanilla", script, file.toString(), answer.toString())
                .redirectErrorStream(true)
                .start();
        String said;
        try (var output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Rscript failed: " + said);
        }
        List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
        double worst = 0;
        for (int area = 0; area < areas.size(); area++) {
            String[] fields = lines.get(area + 1).split(",", -1);
            if (Integer.parseInt(fields[0]) != neighbours.count(area)) {
                throw new IllegalStateException(
                        "spdep finds " + fields[0] + " neighbours of area " + area + ", we " + neighbours.count(area));
            }
            worst = Math.max(
                    worst,
                    Math.abs(Double.parseDouble(fields[1]) - spots.statistic().z(area)));
        }
        say(String.format(Locale.ROOT, "spdep has as many neighbours everywhere, and G* at most %.1e apart", worst));
        said.lines().filter(line -> line.startsWith("spdep")).forEach(HotspotBenchmark::say);
        for (Path path : List.of(file, answer, folder)) {
            Files.delete(path);
        }
    }

    /** Squares whose sides were made wavy, neighbours sharing each wave. */
    private static List<Polygon> country(SplittableRandom random) {
        Coordinate[][] corners = new Coordinate[ACROSS + 1][UP + 1];
        for (int x = 0; x <= ACROSS; x++) {
            for (int y = 0; y <= UP; y++) {
                corners[x][y] = at((x + shift(random, .2)) * SIDE, (y + shift(random, .2)) * SIDE);
            }
        }
        List<List<List<Coordinate>>> eastward = new ArrayList<>();
        List<List<List<Coordinate>>> northward = new ArrayList<>();
        for (int x = 0; x <= ACROSS; x++) {
            eastward.add(new ArrayList<>());
            northward.add(new ArrayList<>());
            for (int y = 0; y <= UP; y++) {
                eastward.get(x).add(x < ACROSS ? wave(corners[x][y], corners[x + 1][y], random) : List.of());
                northward.get(x).add(y < UP ? wave(corners[x][y], corners[x][y + 1], random) : List.of());
            }
        }
        var factory = new GeometryFactory();
        var areas = new ArrayList<Polygon>();
        for (int x = 0; x < ACROSS; x++) {
            for (int y = 0; y < UP; y++) {
                var ring = new ArrayList<Coordinate>();
                ring.addAll(eastward.get(x).get(y));
                ring.addAll(northward.get(x + 1).get(y));
                ring.addAll(backward(eastward.get(x).get(y + 1), corners[x + 1][y + 1]));
                ring.addAll(backward(northward.get(x).get(y), corners[x][y + 1]));
                ring.add(corners[x][y]);
                areas.add(factory.createPolygon(ring.toArray(Coordinate[]::new)));
            }
        }
        return areas;
    }

    /** From one corner, itself included, to just before the other. */
    private static List<Coordinate> wave(Coordinate from, Coordinate to, SplittableRandom random) {
        var points = new ArrayList<Coordinate>();
        points.add(from);
        for (int i = 1; i <= WAVES; i++) {
            double along = i / (WAVES + 1.0);
            double aside = shift(random, .04) * SIDE;
            double dx = to.getX() - from.getX();
            double dy = to.getY() - from.getY();
            double length = Math.hypot(dx, dy);
            points.add(
                    at(from.getX() + along * dx - aside * dy / length, from.getY() + along * dy + aside * dx / length));
        }
        return points;
    }

    /** The same wave from its end to just before its beginning. */
    private static List<Coordinate> backward(List<Coordinate> wave, Coordinate end) {
        var points = new ArrayList<Coordinate>();
        points.add(end);
        points.addAll(wave.subList(1, wave.size()).reversed());
        return points;
    }

    private static double shift(SplittableRandom random, double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }

    /** To the millimetre, so that the file has the very numbers. */
    private static Coordinate at(double x, double y) {
        return new Coordinate(Math.rint(x * 1_000) / 1_000, Math.rint(y * 1_000) / 1_000);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
