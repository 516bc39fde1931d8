package org.concordat.cli.inequality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.PolarityChoice;
import org.concordat.cli.inequality.InequalityRequest.Counted;
import org.concordat.cli.inequality.InequalityRequest.From;
import org.concordat.cli.inequality.InequalityRequest.Given;
import org.concordat.cli.inequality.InequalityRequest.Order;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.measures.inequality.Simulation;
import org.concordat.measures.inequality.SlopeIndex;
import org.concordat.measures.inequality.SlopeIndex.Line;
import org.concordat.measures.inequality.ValueScale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat inequality}. */
@Command(
        name = "inequality",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says how far apart the most and the least deprived are: slope and relative index of inequality.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat inequality lsoas.csv --method rate --deprivation imd_score --polarity low-is-good --out gap",
            "  ./concordat inequality deciles.csv --method given --quantile decile --polarity high-is-good --out gap"
        })
public final class InequalityCommand implements Callable<Integer> {
    private static final int FEWEST_GROUPS = 5;
    private static final int MOST_GROUPS = 100;

    @Parameters(paramLabel = "TABLE", description = "A row for each area, or for each group of areas by deprivation.")
    private Path table = Path.of("");

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description =
                    "proportion or rate, of counts that are added up within groups; or given, for a figure a group with"
                            + " its 95 %% interval, such as a standardised rate or life expectancy.")
    private String method = "";

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(
            names = "--deprivation",
            paramLabel = "COL",
            description = "Column of deprivation scores, high the most deprived, by which areas are put into groups.")
    private @Nullable String deprivation;

    @Option(names = "--ranks", description = "The column holds ranks, 1 the most deprived.")
    private boolean ranks;

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "Into how many groups areas are put, 5 to 100; else 10 with --deprivation.")
    private @Nullable Integer groups;

    @Option(
            names = "--quantile",
            paramLabel = "COL",
            description = "Column of groups that there are already, such as deciles, 1 the most deprived.")
    private @Nullable String quantile;

    @Option(names = "--numerator", paramLabel = "COL", defaultValue = "numerator", description = "Column of counts.")
    private String numerator = "numerator";

    @Option(
            names = "--denominator",
            paramLabel = "COL",
            defaultValue = "denominator",
            description = "Column of populations.")
    private String denominator = "denominator";

    @Option(names = "--value", paramLabel = "COL", defaultValue = "value", description = "Column of given figures.")
    private String value = "value";

    @Option(
            names = "--lower",
            paramLabel = "COL",
            defaultValue = "lower",
            description = "Column of their lower limits.")
    private String lower = "lower";

    @Option(
            names = "--upper",
            paramLabel = "COL",
            defaultValue = "upper",
            description = "Column of their upper limits.")
    private String upper = "upper";

    @Option(
            names = "--by",
            paramLabel = "COL",
            split = ",",
            description = "Columns each of whose values has an index of its own, such as period,sex.")
    private List<String> by = new ArrayList<>();

    @Mixin
    private PolarityChoice polarity = new PolarityChoice();

    @Option(
            names = "--multiplier",
            paramLabel = "N",
            description =
                    "What figures are expressed for; else 100 for proportions, 100000 for rates, 1 for given figures.")
    private @Nullable Double multiplier;

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            description =
                    "Of given figures: plain (else; life expectancy, means), log (rates) or log-odds (proportions).")
    private @Nullable String scale;

    @Option(
            names = "--on-scale",
            description = "Draw the line straight on the logarithm of rates, or log odds of proportions.")
    private boolean onScale;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the indices' intervals; else 0.95.")
    private double confidence = .95;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same intervals; else 1.")
    private long seed = 1;

    @Option(names = "--title", paramLabel = "WORDS", description = "What the figures are of; else the table's name.")
    private @Nullable String title;

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Override
    public Integer call() {
        FigureTable read = FigureTable.read(table, form.options());
        InequalityRequest request = request(read);
        List<InequalityResult> made = new ArrayList<>();
        GroupsReader.read(read, request).forEach((series, found) -> made.add(result(series, found, request)));
        if (made.isEmpty()) {
            throw wrong(read.file() + " has no rows, so there is nothing to compare.");
        }
        InequalityReport report = new InequalityReport(request, made);
        results.write(InequalityPage.NAME, InequalityPage.of(report, results.today()), report::writeTables);
        results.tell(
                () -> report.summary(results.out().toString()),
                report.lines(results.out().toString()));
        return ExitCode.DONE.number();
    }

    private static InequalityResult result(
            List<String> series, List<DeprivationGroup> groups, InequalityRequest request) {
        if (groups.stream().anyMatch(DeprivationGroup::isHidden)) {
            return InequalityResult.without(
                    series,
                    groups,
                    true,
                    "the figure of a group is hidden, and the line would tell it. Take fewer groups, or several years together");
        }
        if (groups.size() < FEWEST_GROUPS) {
            return InequalityResult.without(
                    series,
                    groups,
                    false,
                    "it needs at least " + FEWEST_GROUPS + " groups, and there are " + groups.size());
        }
        try {
            return InequalityResult.with(
                    series,
                    groups,
                    SlopeIndex.of(
                            groups.stream()
                                    .map(group -> group.quantile(request.scale(), request.multiplier()))
                                    .toList(),
                            request.scale(),
                            request.line(),
                            request.signedMultiplier(),
                            request.simulation(),
                            request.confidence()));
        } catch (IllegalArgumentException unfit) {
            // A group of none, or of all: its message names a figure of 0 or 1, and no small count.
            return InequalityResult.without(
                    series,
                    groups,
                    false,
                    "a group with none, or all, has no place on the scale (" + unfit.getMessage()
                            + "). Take fewer groups, or several years together");
        }
    }

    private InequalityRequest request(FigureTable read) {
        From from = from();
        if ((deprivation == null) == (quantile == null)) {
            throw wrong(
                    "Name the column of deprivation with --deprivation (scores or ranks of areas), or that of groups"
                            + " with --quantile: one of the two.");
        }
        if (quantile != null && (groups != null || ranks)) {
            throw wrong("--groups and --ranks go with --deprivation; --quantile names groups that there are already.");
        }
        if (deprivation != null && from instanceof Given) {
            throw wrong("--method given takes a row a group: name the column of groups with --quantile.");
        }
        if (groups != null && (groups < FEWEST_GROUPS || groups > MOST_GROUPS)) {
            throw wrong(
                    "--groups is a number from " + FEWEST_GROUPS + " to " + MOST_GROUPS + ", such as 10 for tenths.");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw wrong("--confidence lies between 0 and 1, such as 0.95 or 0.998.");
        }
        double used = multiplier != null ? multiplier : usualMultiplier(from);
        if (!(used > 0 && Double.isFinite(used))) {
            throw wrong("--multiplier is above 0.");
        }
        return new InequalityRequest(
                title == null ? read.file() : title,
                from,
                deprivation != null ? deprivation : String.valueOf(quantile),
                quantile != null ? Order.GROUPS : ranks ? Order.RANKS : Order.SCORES,
                groups == null ? 10 : groups,
                by,
                used,
                polarity.chosen(),
                scale(from),
                onScale ? Line.STRAIGHT_ON_SCALE : Line.STRAIGHT,
                Simulation.seeded(seed),
                confidence,
                hiding.smallCounts());
    }

    private From from() {
        return switch (method) {
            case "proportion" -> new Counted(numerator, denominator, false);
            case "rate" -> new Counted(numerator, denominator, true);
            case "given" -> new Given(value, lower, upper, denominator);
            default -> throw wrong("--method is proportion, rate or given.");
        };
    }

    private static double usualMultiplier(From from) {
        return switch (from) {
            case Counted counted -> counted.events() ? 100_000 : 100;
            case Given _ -> 1;
        };
    }

    private ValueScale scale(From from) {
        ValueScale chosen = switch (from) {
            case Counted counted -> {
                if (scale != null) {
                    throw wrong(
                            "--scale is for --method given; rates are drawn on logarithms, proportions on log odds.");
                }
                yield counted.events() ? ValueScale.LOGARITHM : ValueScale.LOG_ODDS;
            }
            case Given _ ->
                switch (scale == null ? "plain" : scale) {
                    case "plain" -> ValueScale.PLAIN;
                    case "log" -> ValueScale.LOGARITHM;
                    case "log-odds" -> ValueScale.LOG_ODDS;
                    default -> throw wrong("--scale is plain, log or log-odds.");
                };
        };
        if (onScale && chosen == ValueScale.PLAIN) {
            throw wrong("--on-scale needs figures on a scale of logarithms or log odds: give --scale log or log-odds.");
        }
        return chosen;
    }

    private static CommandException wrong(String what) {
        return new CommandException("WRONG-USE", ExitCode.WRONG_USE, what);
    }
}
