package org.concordat.cli.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.files.tables.ReadOptions;
import org.concordat.measures.indices.LogisticModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat estimate}. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Estimates how many people of each area may be, say, lonely, from a model and a census table.",
        footerHeading = "%nExample:%n",
        footer =
                "  ./concordat estimate cells.csv --model loneliness.csv --by health,household_size --reference health_excellent --out lonely")
public final class EstimateCommand implements Callable<Integer> {
    private static final int MOST_GROUPS = 100;

    @Parameters(
            paramLabel = "CELLS",
            description = "A row for each kind of people of each area, with how many they are.")
    private Path cells = Path.of("");

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "A logistic model's coefficients: columns variable and estimate, one row (constant).")
    private Path model = Path.of("");

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(
            names = "--by",
            required = true,
            split = ",",
            paramLabel = "COL",
            description =
                    "Columns that say what kind of people a row counts: categories, or the value of a variable that has"
                            + " the column's name.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--reference",
            split = ",",
            paramLabel = "WORD",
            description = "Categories that the model measures the others against, as column_category or category.")
    private List<String> references = new ArrayList<>();

    @Option(
            names = "--absent",
            split = ",",
            paramLabel = "VARIABLE",
            description = "Variables of the model that apply to nobody in the table.")
    private List<String> absent = new ArrayList<>();

    @Option(names = "--area", paramLabel = "COL", defaultValue = "area_code", description = "Column of area codes.")
    private String area = "area_code";

    @Option(
            names = "--people",
            paramLabel = "COL",
            defaultValue = "people",
            description = "Column of counts of people.")
    private String people = "people";

    @Option(
            names = "--groups",
            paramLabel = "N",
            defaultValue = "10",
            description = "Into how many groups areas are put by their estimated share; else 10.")
    private int groups = 10;

    @Option(names = "--title", paramLabel = "WORDS", description = "What is estimated; else the model's file.")
    private @Nullable String title;

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Override
    public Integer call() {
        if (groups < 2 || groups > MOST_GROUPS) {
            throw new CommandException(
                    "WRONG-USE", ExitCode.WRONG_USE, "--groups is a number from 2 to " + MOST_GROUPS + ".");
        }
        SmallCounts counts = hiding.smallCounts();
        LogisticModel read = ModelFile.read(FigureTable.read(model, ReadOptions.defaults()));
        FigureTable table = FigureTable.read(cells, form.options());
        CellsReader.Read found = new CellsReader(
                        table,
                        read,
                        new CellsReader.Named(
                                area, people, by, new LinkedHashSet<>(references), new LinkedHashSet<>(absent)),
                        counts)
                .read();
        if (found.cells().isEmpty()) {
            throw new CommandException(
                    "ESTIMATE-EMPTY",
                    ExitCode.REFUSED,
                    table.file() + " has no area that can be estimated and shown: "
                            + found.hidden().size()
                            + " have a small or hidden cell. Take larger areas or fewer kinds of people; where the cells are"
                            + " published already, say so with --no-suppress.");
        }
        AreaShares shares = AreaShares.of(
                title == null ? String.valueOf(model.getFileName()) : title,
                read.shares(found.cells()),
                found.hidden(),
                groups,
                counts);
        results.write("estimate.html", shares.page(results.today()), shares::writeTable);
        results.tell(shares::summary, shares.lines(results.out().toString()));
        return ExitCode.DONE.number();
    }
}
