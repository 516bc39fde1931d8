package org.concordat.cli.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.measures.indices.CompositeIndex;
import org.concordat.measures.indices.ZScoreIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat index}. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Puts several indicators of each area together as one figure, and shows the working.",
        footerHeading = "%nExample:%n",
        footer =
                "  ./concordat index domains.csv --method iod --ranks --indicator Income=.6 --indicator Crime=.4 --out index")
public final class IndexCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 50;

    @Parameters(index = "0", paramLabel = "INDICATORS", description = "A table with a row an area, without gaps.")
    private @Nullable Path file;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "iod (Indices of Deprivation), vli (Vulnerable Localities Index) or z (z-scores).")
    private String method = "";

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(
            names = "--indicator",
            paramLabel = "COL[/OF][=WEIGHT][:low]",
            converter = WeighedColumn.Converter.class,
            description =
                    "A column, or one of counts / one of what they are of; its weight (1); :low where low figures are"
                            + " the worse ones. May be repeated. Without it, vli takes its own eight columns.")
    private List<WeighedColumn> columns = new ArrayList<>();

    @Option(
            names = "--area",
            paramLabel = "COL",
            defaultValue = "area_code",
            description = "Column of area codes (${DEFAULT-VALUE}).")
    private String area = "area_code";

    @Option(names = "--ranks", description = "The indicators are ranks already, 1 the most deprived (iod).")
    private boolean ranks;

    @Option(
            names = "--ranked",
            paramLabel = "N",
            description = "How many areas were ranked, where the table has a part of them (iod with --ranks).")
    private @Nullable Integer ranked;

    @Option(names = "--show", paramLabel = "CODE", description = "Show the working of this area. May be repeated.")
    private List<String> shown = new ArrayList<>();

    @Option(
            names = "--shrink",
            paramLabel = "COL",
            description = "Column of districts: rates made of counts are shrunk towards that of their district.")
    private @Nullable String shrink;

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            defaultValue = "given",
            description = "given (else; as --indicator says), or factor: found by factor analysis (z).")
    private String weights = "given";

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        IndexMethod chosen = checked();
        List<WeighedColumn> used = columns.isEmpty() ? WeighedColumn.VULNERABLE_LOCALITIES : columns;
        if (shrink != null && used.stream().allMatch(column -> column.of().isEmpty())) {
            throw wrong("--shrink is for rates made of counts: give at least one --indicator as COUNTS/OF.");
        }
        SmallCounts counts = hiding.smallCounts();
        FigureTable table = FigureTable.read(file, form.options());
        IndicatorsReader.Read read =
                new IndicatorsReader(table, area, used, Optional.ofNullable(shrink), counts).read();
        Optional<Integer> ofRanks =
                ranks ? Optional.of(ranked == null ? table.rows().size() : ranked) : Optional.empty();
        CompositeIndex index = new IndexChoices(chosen, used, ofRanks, weights.equals("factor"))
                .index(table.file(), read.indicators());
        checkShown(index, read.hidden());
        IndexResult result = new IndexResult(table.file(), chosen, index, shown, read.hidden(), how(used, counts));
        results.write("index.html", IndexPage.of(result, results.today()), result::writeTable);
        List<String> lines = new ArrayList<>(result.lines());
        lines.add("The table is index.csv and the page index.html in " + results.out());
        results.tell(result::summary, lines);
        return ExitCode.DONE.number();
    }

    /** What was done to the figures before and besides the method, for whoever reads the results. */
    private List<String> how(List<WeighedColumn> used, SmallCounts counts) {
        List<String> how = new ArrayList<>();
        if (shrink != null) {
            how.add("Rates made of counts were shrunk towards that of their district (" + shrink
                    + "), the more so the fewer people they rest on.");
        }
        if (weights.equals("factor")) {
            how.add("Figures became normal scores, and the one factor behind them all weighs them (maximum likelihood,"
                    + " Jöreskog 1967), as in a domain of the Indices of Deprivation.");
        }
        if (used.stream().anyMatch(column -> column.of().isPresent())) {
            how.add(counts.note());
        }
        return how;
    }

    private IndexMethod checked() {
        IndexMethod chosen = switch (method) {
            case "iod" -> IndexMethod.IOD;
            case "vli" -> IndexMethod.VLI;
            case "z" -> IndexMethod.Z;
            default -> throw wrong("--method is iod, vli or z.");
        };
        if (columns.isEmpty() && chosen != IndexMethod.VLI) {
            throw wrong("--method " + method + " needs its columns: name each with --indicator.");
        }
        boolean weighed = columns.stream().anyMatch(column -> column.weight() != 1);
        boolean low = columns.stream().anyMatch(column -> column.worse() == ZScoreIndex.Worse.LOW);
        if (chosen == IndexMethod.VLI && weighed) {
            throw wrong(
                    "The Vulnerable Localities Index weighs all its indicators alike. Leave the weights out, or take"
                            + " --method z.");
        }
        if (chosen != IndexMethod.Z && low) {
            throw wrong(":low is for --method z alone. Hand in figures of which the high ones are the worse.");
        }
        if (!weights.equals("given") && !weights.equals("factor")) {
            throw wrong("--weights is given or factor.");
        }
        if (weights.equals("factor") && (chosen != IndexMethod.Z || weighed)) {
            throw wrong("--weights factor is for --method z, and finds the weights: leave those of --indicator out.");
        }
        if (ranks && columns.stream().anyMatch(column -> column.of().isPresent())) {
            throw wrong("--ranks takes columns of ranks, not counts to be divided.");
        }
        if (ranks && chosen != IndexMethod.IOD || ranked != null && !ranks) {
            throw wrong("--ranks is for --method iod, and --ranked goes with --ranks.");
        }
        return chosen;
    }

    private void checkShown(CompositeIndex index, List<String> hidden) {
        if (shown.size() > MOST_SHOWN) {
            throw wrong("--show names " + shown.size() + " areas. Name at most " + MOST_SHOWN + ".");
        }
        for (String code : shown) {
            if (hidden.contains(code)) {
                throw wrong("--show names " + code + ", which is hidden, since it has a small count. Leave it out.");
            }
            if (!index.areas().contains(code)) {
                throw wrong("--show names " + code + ", which is not among the "
                        + index.areas().size() + " areas of the table.");
            }
        }
    }

    private static CommandException wrong(String message) {
        return new CommandException("WRONG-USE", ExitCode.WRONG_USE, message);
    }
}
