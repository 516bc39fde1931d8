package org.concordat.cli.nearrepeats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.boundaries.EventChoices;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.OutputChoices;
import org.concordat.measures.hotspots.NearRepeats;
import org.concordat.measures.hotspots.RepeatVictims;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            paramLabel = "POINTS",
            description = "A table of events with a date, and longitude and latitude or easting and northing.")
    private Path pointsFile = Path.of("");

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(names = "--date", paramLabel = "COL", description = "Column of days or months; else found by name.")
    private @Nullable String date;

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

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private EventChoices events = new EventChoices();

    @Override
    public Integer call() {
        if (shuffles < FEWEST_SHUFFLES || shuffles > MOST_SHUFFLES) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    "--shuffles is a number from " + FEWEST_SHUFFLES + " to " + MOST_SHUFFLES + ".");
        }
        RepeatFindings found = find(hiding.smallCounts());
        results.write(
                RepeatPage.NAME, RepeatPage.of(found, results.today()), folder -> RepeatTables.write(found, folder));
        List<String> lines = new ArrayList<>(RepeatTables.lines(found));
        lines.add("The tables are " + RepeatTables.PAIRS + " and " + RepeatTables.PLACES + ", the page "
                + RepeatPage.NAME + ", in " + results.out());
        results.tell(() -> RepeatTables.summary(found), lines);
        return ExitCode.DONE.number();
    }

    private RepeatFindings find(SmallCounts small) {
        int[] distances = Bands.parse(metres, "--metres", "0,100,200");
        FigureTable table = events.read(pointsFile);
        EventPoints points = events.points(table, true);
        EventDates dated = EventDates.of(table, points, date);
        String usual = dated.unit() == EventDates.Unit.DAYS ? USUAL_DAYS : USUAL_MONTHS;
        int[] bands = Bands.parse(times == null ? usual : times, "--times", usual);
        if (dated.xs().length < FEWEST_EVENTS) {
            throw refused(
                    "NEAR-REPEATS-FEW",
                    "Only " + dated.xs().length + " events of " + table.file() + " have a place and a date ("
                            + points.without() + " have no place, " + dated.without() + " no date). At least "
                            + FEWEST_EVENTS + " are needed: take a longer period or a larger place.");
        }
        if (Arrays.stream(dated.times()).distinct().count() < 2) {
            throw refused(
                    "NEAR-REPEATS-ONE-DATE",
                    "All events of " + table.file()
                            + " have the same date, so nothing can come back. Take a longer period, or another column"
                            + " with --date.");
        }
        List<NearRepeats.Cell> cells = NearRepeats.of(
                dated.xs(),
                dated.ys(),
                dated.times(),
                Arrays.stream(distances).asDoubleStream().toArray(),
                bands,
                shuffles,
                seed);
        return new RepeatFindings(
                events.what(table),
                table.rows().size(),
                points.without(),
                points.converted(),
                dated,
                RepeatVictims.of(places(dated)),
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
