package org.concordat.cli.density;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.cli.boundaries.BoundaryFile;
import org.concordat.cli.boundaries.EventChoices;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.OutputChoices;
import org.concordat.measures.hotspots.KernelDensity;
import org.concordat.measures.hotspots.KernelDensity.Grid;
import org.concordat.measures.hotspots.KernelDensity.Kernel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat density}. */
@Command(
        name = "density",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows how densely events lie over the ground (kernel density); hides ground with few events.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat density burglaries.csv --areas lsoas.geojson --bandwidth 400 --out dense")
public final class DensityCommand implements Callable<Integer> {
    private static final int FEWEST_EVENTS = 30;
    private static final int MOST_CELLS = 250_000;
    private static final int USUAL_SIDE = 200;
    private static final int CELLS_IN_BANDWIDTH = 8;
    private static final Pattern METRES = Pattern.compile("[1-9]\\d{0,5}");

    @Parameters(
            paramLabel = "POINTS",
            description = "A table of events with longitude and latitude, or easting and northing.")
    private Path pointsFile = Path.of("");

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(
            names = "--areas",
            paramLabel = "FILE",
            description = "Boundaries as GeoJSON: the grid covers them, and they are drawn.")
    private @Nullable Path areasFile;

    @Option(names = "--code", paramLabel = "NAME", description = "Property of the boundaries that is an area's code.")
    private @Nullable String code;

    @Option(names = "--repair", description = "Repair shapes that are not valid, and say which.")
    private boolean repair;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = "quartic",
            description = "quartic (else), which ends at one bandwidth, or gaussian.")
    private String kernel = "quartic";

    @Option(
            names = "--bandwidth",
            paramLabel = "METRES|RULE",
            defaultValue = "bailey-gatrell",
            description = "Metres, or the rule bailey-gatrell (else) or silverman.")
    private String bandwidth = "";

    @Option(
            names = "--cell",
            paramLabel = "METRES",
            description = "How wide the cells of the grid are; else an eighth of the bandwidth, or so.")
    private @Nullable String cell;

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private EventChoices events = new EventChoices();

    /** A bandwidth, which rules give to the metre so that it can be written out and given again, and how it was found. */
    private record Bandwidth(double metres, String rule) {
        static Bandwidth ruled(double metres, String rule) {
            return new Bandwidth(Math.max(1, Math.rint(metres)), rule);
        }
    }

    @Override
    public Integer call() {
        DensityMap map = map(hiding.smallCounts());
        results.write(DensityPage.NAME, DensityPage.of(map, results.today()), folder -> DensityFile.write(map, folder));
        List<String> lines = new ArrayList<>(DensityFile.lines(map));
        lines.add("The grid is " + DensityFile.NAME + " and the page " + DensityPage.NAME + " in " + results.out());
        results.tell(() -> DensityFile.summary(map), lines);
        return ExitCode.DONE.number();
    }

    private DensityMap map(SmallCounts small) {
        Kernel shape = kernel();
        FigureTable table = events.read(pointsFile);
        Optional<BoundaryAreas> areas =
                Optional.ofNullable(areasFile).map(path -> BoundaryFile.read(path, code, null, repair));
        EventPoints points = events.points(table, true);
        if (points.xs().length < FEWEST_EVENTS) {
            throw refused(
                    "DENSITY-FEW",
                    "Only " + points.xs().length + " rows of " + table.file()
                            + " have a place. A density of fewer than " + FEWEST_EVENTS
                            + " events shows where each of them was: take a longer period.");
        }
        Bandwidth width = bandwidth(points, areas, shape);
        Grid grid = grid(points, areas, width.metres());
        int[] near = KernelDensity.near(points.xs(), points.ys(), grid, width.metres());
        boolean[] inside = inside(grid, areas);
        boolean any = false;
        for (int at = 0; at < near.length; at++) {
            any |= inside[at] && near[at] >= small.threshold();
        }
        if (!any) {
            throw refused(
                    "DENSITY-NOTHING",
                    "Nowhere do " + small.threshold() + " events of " + table.file() + " lie within "
                            + DensityFile.metres(width.metres()) + (areas.isPresent() ? " of ground in the areas" : "")
                            + ", so nothing can be shown. Widen --bandwidth, or look whether points and areas belong together.");
        }
        return new DensityMap(
                events.what(table),
                table.rows().size(),
                points.without(),
                points.converted(),
                KernelDensity.of(points.xs(), points.ys(), grid, shape, width.metres()),
                width.rule(),
                near,
                inside,
                areas,
                small);
    }

    private Kernel kernel() {
        return switch (kernel) {
            case "quartic" -> Kernel.QUARTIC;
            case "gaussian" -> Kernel.GAUSSIAN;
            default -> throw wrong("--kernel is quartic or gaussian.");
        };
    }

    private Bandwidth bandwidth(EventPoints points, Optional<BoundaryAreas> areas, Kernel shape) {
        if (METRES.matcher(bandwidth).matches()) {
            return new Bandwidth(Integer.parseInt(bandwidth), "chosen");
        }
        if (Arrays.stream(points.xs()).distinct().count() < 2
                && Arrays.stream(points.ys()).distinct().count() < 2) {
            throw refused(
                    "DENSITY-ONE-PLACE",
                    "All events lie at one place, so no rule finds a bandwidth, and a map says nothing. Look whether the right"
                            + " columns were taken.");
        }
        return switch (bandwidth) {
            case "silverman" ->
                Bandwidth.ruled(KernelDensity.silverman(points.xs(), points.ys(), shape), "Silverman's rule");
            case "bailey-gatrell" -> {
                double ground = areas.map(a -> a.metres().areas().stream()
                                .mapToDouble(area -> area.shape().getArea())
                                .sum())
                        .orElseGet(() -> hull(points));
                yield Bandwidth.ruled(
                        KernelDensity.baileyGatrell(points.xs().length, Math.max(ground, 1)),
                        "Bailey and Gatrell's rule over "
                                + (areas.isPresent() ? "the areas" : "the ground that the events span"));
            }
            default -> throw wrong("--bandwidth is a whole number of metres, silverman or bailey-gatrell.");
        };
    }

    private static double hull(EventPoints points) {
        Coordinate[] corners = new Coordinate[points.xs().length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(points.xs()[i], points.ys()[i]);
        }
        return new ConvexHull(corners, new GeometryFactory()).getConvexHull().getArea();
    }

    private Grid grid(EventPoints points, Optional<BoundaryAreas> areas, double metres) {
        var box = new Envelope();
        if (areas.isPresent()) {
            areas.get()
                    .metres()
                    .areas()
                    .forEach(area -> box.expandToInclude(area.shape().getEnvelopeInternal()));
        } else {
            for (int i = 0; i < points.xs().length; i++) {
                box.expandToInclude(points.xs()[i], points.ys()[i]);
            }
            box.expandBy(metres);
        }
        double longest = Math.max(box.getWidth(), box.getHeight());
        double wide = cell == null
                ? DensityBands.roundUp(Math.max(metres / CELLS_IN_BANDWIDTH, longest / USUAL_SIDE))
                : cellMetres(metres);
        double west = Math.floor(box.getMinX() / wide) * wide;
        double south = Math.floor(box.getMinY() / wide) * wide;
        double columns = Math.ceil((box.getMaxX() - west) / wide);
        double rows = Math.ceil((box.getMaxY() - south) / wide);
        if (columns * rows > MOST_CELLS) {
            throw wrong("--cell " + cell + " makes " + String.format(java.util.Locale.ROOT, "%,.0f", columns * rows)
                    + " cells; there may be " + String.format(java.util.Locale.ROOT, "%,d", MOST_CELLS)
                    + ". Take wider cells.");
        }
        return new Grid(west, south, wide, (int) Math.max(1, columns), (int) Math.max(1, rows));
    }

    private double cellMetres(double bandwidthMetres) {
        if (cell == null || !METRES.matcher(cell).matches() || Integer.parseInt(cell) > bandwidthMetres) {
            throw wrong("--cell is a whole number of metres, at most the bandwidth ("
                    + DensityFile.metres(bandwidthMetres) + ").");
        }
        return Integer.parseInt(cell);
    }

    private static boolean[] inside(Grid grid, Optional<BoundaryAreas> areas) {
        boolean[] inside = new boolean[grid.columns() * grid.rows()];
        for (int at = 0; at < inside.length; at++) {
            double east = grid.x(at % grid.columns());
            double north = grid.y(at / grid.columns());
            inside[at] = areas.isEmpty() || areas.get().metres().locate(east, north) >= 0;
        }
        return inside;
    }

    private static CommandException wrong(String what) {
        return new CommandException("WRONG-USE", ExitCode.WRONG_USE, what);
    }

    private static CommandException refused(String errorCode, String message) {
        return new CommandException(errorCode, ExitCode.REFUSED, message);
    }
}
