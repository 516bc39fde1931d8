package org.concordat.cli.hotspots;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.cli.boundaries.BoundaryFile;
import org.concordat.cli.boundaries.EventChoices;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.OutputChoices;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.areas.Vintage;
import org.concordat.measures.hotspots.FalseDiscovery;
import org.concordat.measures.hotspots.Neighbours;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat hotspots}. */
@Command(
        name = "hotspots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Finds where events cluster, with control of false discoveries; hides small counts; writes a table and a map.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat hotspots burglaries.csv lsoas.geojson --population residents.csv --out found")
public final class HotspotsCommand implements Callable<Integer> {
    private static final int FEWEST_AREAS = 30;

    @Parameters(
            index = "0",
            paramLabel = "POINTS",
            description = "A table of events with longitude and latitude, or easting and northing.")
    private @Nullable Path pointsFile;

    @Parameters(index = "1", paramLabel = "AREAS", description = "Boundaries as GeoJSON.")
    private @Nullable Path areasFile;

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(names = "--code", paramLabel = "NAME", description = "Property of the boundaries that is an area's code.")
    private @Nullable String code;

    @Option(names = "--name", paramLabel = "NAME", description = "Property of the boundaries that is an area's name.")
    private @Nullable String name;

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "Residents by area (area_code, population): then rates are tested, steadied where few live.")
    private @Nullable Path population;

    @Option(
            names = "--neighbours",
            paramLabel = "RULE",
            defaultValue = "queen",
            converter = NeighbourRule.Converter.class,
            description = "queen, rook, band:METRES or nearest:COUNT (${DEFAULT-VALUE}).")
    private NeighbourRule rule = new NeighbourRule.Nearest(1);

    @Option(
            names = "--correction",
            paramLabel = "NAME",
            defaultValue = "BENJAMINI_HOCHBERG",
            description = "For many tests at once: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private FalseDiscovery correction = FalseDiscovery.BENJAMINI_HOCHBERG;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "gi-star",
            description =
                    "gi-star (else): high or low with its neighbours; gi: the neighbours alone; local-moran: like its"
                            + " neighbours or unlike them.")
    private String method = "gi-star";

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private EventChoices events = new EventChoices();

    @Option(names = "--repair", description = "Repair shapes that are not valid, and say which.")
    private boolean repair;

    @Override
    public Integer call() {
        if (pointsFile == null || areasFile == null) {
            throw new IllegalStateException("picocli fills these in before it calls");
        }
        HotspotFigures found = find(pointsFile, areasFile, method(), hiding.smallCounts());
        results.write(
                HotspotPage.NAME, HotspotPage.of(found, results.today()), folder -> HotspotTable.write(found, folder));
        List<String> lines = new ArrayList<>(HotspotTable.lines(found));
        lines.add("The table is " + HotspotTable.NAME + " and the page " + HotspotPage.NAME + " in " + results.out());
        results.tell(() -> HotspotTable.summary(found), lines);
        return ExitCode.DONE.number();
    }

    private HotspotFigures find(Path pointsPath, Path areasPath, Question.Method asked, SmallCounts small) {
        BoundaryAreas areas = BoundaryFile.read(areasPath, code, name, repair);
        if (areas.given().size() < FEWEST_AREAS) {
            throw refused(
                    "HOTSPOTS-FEW-AREAS",
                    areas.given().name() + " has " + areas.given().size() + " areas. Hotspots are found among at least "
                            + FEWEST_AREAS + ", since chance is judged by the areas themselves: take smaller areas, or"
                            + " more of them.");
        }
        FigureTable table = events.read(pointsPath);
        EventPoints points = events.points(table, areas.isGrid());
        AreaSet.Counted counted = areas.given().count(points.xs(), points.ys());
        double[] counts = Arrays.stream(counted.counts()).asDoubleStream().toArray();
        if (Arrays.stream(counts).distinct().count() < 2) {
            throw refused(
                    "HOTSPOTS-NONE-INSIDE",
                    "Every area of " + areas.given().name() + " holds as many points of " + table.file()
                            + ", so none can stand out; " + counted.outside()
                            + " points lie outside all areas. Look whether points and areas belong together.");
        }
        Optional<double[]> residents = Optional.ofNullable(population).map(path -> residents(path, areas.given()));
        Neighbours neighbours = rule.among(areas.metres());
        if (asked != Question.Method.GI_STAR && neighbours.links() == 0) {
            throw refused(
                    "HOTSPOTS-NO-NEIGHBOURS",
                    "No area of " + areas.given().name() + " has a neighbour by --neighbours, and --method " + method
                            + " judges areas by their neighbours. Take nearest:6, or a wider band.");
        }
        Question question = new Question(asked, correction, neighbours, residents);
        Question.Answer answer = question.answer(counts)
                .orElseThrow(() -> refused(
                        "HOTSPOTS-NO-DIFFERENCE",
                        "The rates differ by no more than chance would make them differ, so no area can stand out. Take a"
                                + " longer period, or larger areas."));
        Shown shown = Hiding.of(question, answer, counts, small);
        if (!shown.open().isEmpty()) {
            throw refused(
                    "HOTSPOTS-CANNOT-HIDE",
                    "Of " + shown.open().size() + " areas with small counts (1 to " + (small.threshold() - 1)
                            + ") somebody could still tell the count, whatever is hidden. Raise --threshold, or take larger"
                            + " areas or a longer period.");
        }
        return new HotspotFigures(events.what(table), areas, points, counted, rule, question, answer, shown);
    }

    private Question.Method method() {
        return switch (method) {
            case "gi-star" -> Question.Method.GI_STAR;
            case "gi" -> Question.Method.GI;
            case "local-moran" -> Question.Method.LOCAL_MORAN;
            default ->
                throw new CommandException(
                        "WRONG-USE",
                        ExitCode.WRONG_USE,
                        "There is no method " + method + "; there are gi-star, gi and local-moran.");
        };
    }

    private double[] residents(Path path, AreaSet areas) {
        FigureTable table = events.read(path);
        table.require("area_code", "--population");
        table.require("population", "--population");
        Map<String, Double> people = new HashMap<>();
        for (FigureRow row : table.rows()) {
            if (people.put(row.requiredText("area_code"), row.requiredNumber("population")) != null) {
                throw row.trouble("area_code", "repeats an earlier row", "Give each area one row.");
            }
        }
        Vintage given = new Vintage(table.file(), people.keySet());
        if (given.check(areas.codes(), List.of()) instanceof Vintage.SomeUnknown unknown) {
            throw refused(
                    "HOTSPOTS-POPULATION",
                    "Of the areas " + unknown.message()
                            + " Give residents of every area, of the same vintage as the boundaries.");
        }
        double[] residents = areas.codes().stream()
                .mapToDouble(code -> people.getOrDefault(code, 0.0))
                .toArray();
        long without = Arrays.stream(residents).filter(count -> !(count > 0)).count();
        if (without > 0) {
            throw refused(
                    "HOTSPOTS-POPULATION",
                    without + " areas of " + table.file()
                            + " have no residents and so no rate. Leave them out of the boundaries, or test counts"
                            + " without --population.");
        }
        return residents;
    }

    private static CommandException refused(String code, String message) {
        return new CommandException(code, ExitCode.REFUSED, message);
    }
}
