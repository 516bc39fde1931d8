package org.concordat.cli.nearrepeats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.HidingChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.cli.sources.SmallCounts;
import org.concordat.measures.hotspots.NearRepeats;
import org.concordat.measures.hotspots.RepeatVictims;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat near-repeats}. */
@Command(
        name = "near-repeats",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says whether events come back to the same place, or near it, sooner than chance would have it.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat near-repeats burglaries.csv --date date --out repeats")
public final class NearRepeatsCommand implements Callable<Integer> {
    private static final int FEWEST_EVENTS = 30;
    private static final int FEWEST_SHUFFLES = 99;
    private static final int MOST_SHUFFLES = 99_999;
    private static final String USUAL_DAYS = "14,28,42,56";
    private static final String USUAL_MONTHS = "0,1,2,3";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "POINTS",
            description = "A table of events with a date, and longitude and latitude or easting and northing.")
    private Path pointsFile = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new folder for the results.")
    private Path out = Path.of("");

    @Option(names = "--date", paramLabel = "COL", description = "Column of days or months; else found by name.")
    private @Nullable String date;

    @Option(names = "--x", paramLabel = "COL", description = "Column of longitudes or eastings; else found by name.")
    private @Nullable String x;

    @Option(names = "--y", paramLabel = "COL", description = "Column of latitudes or northings; else found by name.")
    private @Nullable String y;

    @Option(
            names = "--metres",
            paramLabel = "ENDS",
            defaultValue = "0,100,200,300,400",
            description = "Ends of the bands of distance, 0 being the same place (${DEFAULT-VALUE}).")
    private String metres = "";

    @Option(
            names = "--times",
            paramLabel = "ENDS",
            description = "Ends of the bands of time, in days (else " + USUAL_DAYS
                    + "), or in months where only those are" + " known (else " + USUAL_MONTHS + ").")
    private @Nullable String times;

    @Option(
            names = "--shuffles",
            paramLabel = "N",
            defaultValue = "999",
            description = "How often dates are dealt out anew (${DEFAULT-VALUE}).")
    private int shuffles;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the shuffles; the same gives the same tables (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--title", paramLabel = "WORDS", description = "What the events are; else the table's name.")
    private @Nullable String title;

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        Screen screen = Screen.of(spec.commandLine(), json);
        if (shuffles < FEWEST_SHUFFLES || shuffles > MOST_SHUFFLES) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    "--shuffles is a number from " + FEWEST_SHUFFLES + " to " + MOST_SHUFFLES + ".");
        }
        try (NewFolder folder = NewFolder.at(out)) {
            RepeatFindings found = find(hiding.checked());
            RepeatTables.write(found, folder);
            byte[] page = RepeatPage.of(found, LocalDate.now(ZoneId.systemDefault()))
                    .html()
                    .getBytes(StandardCharsets.UTF_8);
            folder.write(RepeatPage.NAME, stream -> {
                stream.write(page);
                return 1;
            });
            folder.finish();
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(JsonMapper.shared().writeValueAsString(RepeatTables.summary(found)));
                spec.commandLine().getOut().flush();
            } else {
                RepeatTables.lines(found).forEach(screen::say);
                screen.say("The tables are " + RepeatTables.PAIRS + " and " + RepeatTables.PLACES + ", the page "
                        + RepeatPage.NAME + ", in " + out);
            }
        }
        return ExitCode.DONE.number();
    }

    private RepeatFindings find(SmallCounts small) {
        int[] distances = Bands.parse(metres, "--metres", "0,100,200");
        FigureTable table = FigureTable.read(pointsFile, form.options());
        EventPoints points = EventPoints.of(table, x, y, true);
        EventDates events = EventDates.of(table, points, date);
        String usual = events.unit() == EventDates.Unit.DAYS ? USUAL_DAYS : USUAL_MONTHS;
        int[] bands = Bands.parse(times == null ? usual : times, "--times", usual);
        if (events.xs().length < FEWEST_EVENTS) {
            throw refused(
                    "NEAR-REPEATS-FEW",
                    "Only " + events.xs().length + " events of " + table.file() + " have a place and a date ("
                            + points.without() + " have no place, " + events.without() + " no date). At least "
                            + FEWEST_EVENTS + " are needed: take a longer period or a larger place.");
        }
        if (Arrays.stream(events.times()).distinct().count() < 2) {
            throw refused(
                    "NEAR-REPEATS-ONE-DATE",
                    "All events of " + table.file()
                            + " have the same date, so nothing can come back. Take a longer period, or another column"
                            + " with --date.");
        }
        List<NearRepeats.Cell> cells = NearRepeats.of(
                events.xs(),
                events.ys(),
                events.times(),
                Arrays.stream(distances).asDoubleStream().toArray(),
                bands,
                shuffles,
                seed);
        return new RepeatFindings(
                title == null ? table.file() : title,
                table.rows().size(),
                points.without(),
                points.converted(),
                events,
                RepeatVictims.of(places(events)),
                cells,
                RepeatFindings.corrected(cells, small),
                shuffles,
                seed,
                small);
    }

    /** Where events happened, as names of places: the very same coordinates are the same place. */
    private static List<String> places(EventDates events) {
        var places = new ArrayList<String>();
        for (int i = 0; i < events.xs().length; i++) {
            places.add(events.xs()[i] + " " + events.ys()[i]);
        }
        return places;
    }

    private static CommandException refused(String code, String message) {
        return new CommandException(code, ExitCode.REFUSED, message);
    }
}
