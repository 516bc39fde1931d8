package org.concordat.cli.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.NewFolder;
import org.concordat.files.tables.ReadOptions;
import org.concordat.measures.indices.CompositeIndex;
import org.concordat.measures.indices.DeprivationIndex;
import org.concordat.measures.indices.Indicators;
import org.concordat.measures.indices.VulnerableLocalities;
import org.concordat.measures.indices.ZScoreIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

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

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INDICATORS", description = "A table with a row an area, without gaps.")
    private @Nullable Path file;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "iod (Indices of Deprivation), vli (Vulnerable Localities Index) or z (z-scores).")
    private String method = "";

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new folder for the results.")
    private @Nullable Path out;

    @Option(
            names = "--indicator",
            required = true,
            paramLabel = "COL[=WEIGHT][:low]",
            converter = WeighedColumn.Converter.class,
            description = "A column, its weight (1), and :low where low figures are the worse ones. May be repeated.")
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

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null || file == null || out == null) {
            throw new IllegalStateException("picocli fills these in before it calls");
        }
        IndexMethod chosen = checked();
        Screen screen = Screen.of(spec.commandLine(), json);
        try (NewFolder folder = NewFolder.at(out)) {
            FigureTable table = FigureTable.read(file, ReadOptions.defaults());
            CompositeIndex index = index(chosen, table);
            checkShown(index);
            IndexResult result = new IndexResult(table.file(), chosen, index, shown);
            result.writeTable(folder);
            byte[] page = IndexPage.of(result, LocalDate.now(ZoneId.systemDefault()))
                    .html()
                    .getBytes(StandardCharsets.UTF_8);
            folder.write("index.html", stream -> {
                stream.write(page);
                return 1;
            });
            folder.finish();
            if (json) {
                spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(result.summary()));
                spec.commandLine().getOut().flush();
            } else {
                result.lines().forEach(screen::say);
                screen.say("The table is index.csv and the page index.html in " + out);
            }
        }
        return ExitCode.DONE.number();
    }

    private IndexMethod checked() {
        IndexMethod chosen = switch (method) {
            case "iod" -> IndexMethod.IOD;
            case "vli" -> IndexMethod.VLI;
            case "z" -> IndexMethod.Z;
            default -> throw wrong("--method is iod, vli or z.");
        };
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
        if (ranks && chosen != IndexMethod.IOD || ranked != null && !ranks) {
            throw wrong("--ranks is for --method iod, and --ranked goes with --ranks.");
        }
        return chosen;
    }

    private CompositeIndex index(IndexMethod chosen, FigureTable table) {
        Indicators indicators = indicators(table);
        double[] weights = columns.stream().mapToDouble(WeighedColumn::weight).toArray();
        try {
            return switch (chosen) {
                case IOD ->
                    ranks
                            ? DeprivationIndex.ofRanks(
                                    indicators,
                                    weights,
                                    ranked == null ? table.rows().size() : ranked)
                            : DeprivationIndex.ofScores(indicators, weights);
                case VLI -> VulnerableLocalities.of(indicators);
                case Z ->
                    ZScoreIndex.of(
                            indicators,
                            weights,
                            columns.stream().map(WeighedColumn::worse).toList());
            };
        } catch (IllegalArgumentException unfit) {
            // What the method cannot take; its message names indicators and ranges, and no person.
            throw new CommandException(
                    "INDEX-UNFIT",
                    ExitCode.REFUSED,
                    "No index of " + table.file() + " can be made: " + unfit.getMessage() + ".");
        }
    }

    private Indicators indicators(FigureTable table) {
        table.require(area, "--area");
        columns.forEach(column -> table.require(column.name(), "--indicator"));
        Set<String> met = new HashSet<>();
        List<String> areas = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            String code = row.requiredText(area);
            if (!met.add(code)) {
                throw row.trouble(area, "repeats an earlier row", "Give each area one row.");
            }
            areas.add(code);
        }
        if (areas.size() < 2) {
            throw new CommandException(
                    "INDEX-UNFIT",
                    ExitCode.REFUSED,
                    table.file() + " has " + areas.size() + " areas. An index compares at least two.");
        }
        Indicators indicators = Indicators.of(areas);
        Set<String> names = new HashSet<>();
        for (WeighedColumn column : columns) {
            if (!names.add(column.name())) {
                throw wrong("--indicator names " + column.name() + " twice. Name each column once.");
            }
            double[] figures = table.rows().stream()
                    .mapToDouble(row -> row.requiredNumber(column.name()))
                    .toArray();
            indicators = indicators.with(column.name(), figures);
        }
        return indicators;
    }

    private void checkShown(CompositeIndex index) {
        if (shown.size() > MOST_SHOWN) {
            throw wrong("--show names " + shown.size() + " areas. Name at most " + MOST_SHOWN + ".");
        }
        for (String code : shown) {
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
