package org.concordat.cli.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.files.tables.ReadOptions;
import org.concordat.measures.areas.VintageLookup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat convert}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Turns counts of one vintage of small areas into those of another, by a published look-up.",
        footerHeading = "%nExample:%n",
        footer =
                "  ./concordat convert claims.csv --from lsoa11 --to lsoa21 --lookup changes.csv --count claims --out new")
public final class ConvertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "Counts, a row an area of the old vintage.")
    private @Nullable Path file;

    @Option(names = "--from", required = true, paramLabel = "VINTAGE", description = "Such as lsoa11.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "VINTAGE", description = "Such as lsoa21.")
    private String to = "";

    @Option(
            names = "--lookup",
            required = true,
            paramLabel = "FILE",
            description =
                    "Old codes, new codes and change codes U, S, M, X, as the Office for National Statistics has them.")
    private @Nullable Path lookup;

    @Option(
            names = "--count",
            required = true,
            paramLabel = "COL",
            description =
                    "A column of counts. May be repeated. Rates cannot be converted: convert what they are made of.")
    private List<String> columns = new ArrayList<>();

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(
            names = "--area",
            paramLabel = "COL",
            defaultValue = "area_code",
            description = "Column of area codes (${DEFAULT-VALUE}).")
    private String area = "area_code";

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights of new areas (area_code, weight), such as residents, by which counts are split.")
    private @Nullable Path weights;

    @Option(
            names = "--leave-out-complex",
            description =
                    "Convert the others where areas changed in a way that cannot be told, and name those left out.")
    private boolean leaveOut;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Override
    public Integer call() {
        if (file == null || lookup == null) {
            throw new IllegalStateException("picocli fills these in before it calls");
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new CommandException("WRONG-USE", ExitCode.WRONG_USE, "--count names a column twice. Name it once.");
        }
        VintageLookup rows = LookupFile.read(lookup, from, to);
        Map<String, Double> shares = weights == null ? Map.of() : weights(weights);
        ConvertedTable converted = convert(FigureTable.read(file, form.options()), rows, shares);
        results.write("converted.html", converted.page(results.today()), converted::write);
        List<String> lines = new ArrayList<>(converted.lines());
        lines.add("The table is converted.csv and the page converted.html in " + results.out());
        results.tell(converted::summary, lines);
        return ExitCode.DONE.number();
    }

    private ConvertedTable convert(FigureTable table, VintageLookup rows, Map<String, Double> shares) {
        table.require(area, "--area");
        columns.forEach(column -> table.require(column, "--count"));
        Map<String, VintageLookup.Converted> converted = new LinkedHashMap<>();
        for (String column : columns) {
            Map<String, Double> counts = figures(table, area, column, true);
            VintageLookup.Conversion conversion = rows.convert(
                    counts, shares, leaveOut ? VintageLookup.Complex.LEAVE_OUT : VintageLookup.Complex.REFUSE);
            switch (conversion) {
                case VintageLookup.Converted done -> converted.put(column, done);
                case VintageLookup.Refused refused ->
                    throw new CommandException(
                            "CONVERT-REFUSED",
                            ExitCode.REFUSED,
                            table.file() + " was not converted. " + String.join(" ", refused.reasons()));
            }
        }
        return new ConvertedTable(table.file(), rows.from(), rows.to(), converted);
    }

    private static Map<String, Double> weights(Path path) {
        FigureTable table = FigureTable.read(path, ReadOptions.defaults());
        table.require("area_code", "--weights");
        table.require("weight", "--weights");
        return figures(table, "area_code", "weight", false);
    }

    private static Map<String, Double> figures(FigureTable table, String codes, String column, boolean counts) {
        Map<String, Double> figures = new HashMap<>();
        for (FigureRow row : table.rows()) {
            if (counts && row.hidden(column)) {
                throw row.trouble(
                        column,
                        "is hidden (c)",
                        "A hidden count can be converted by nobody: ask its owner for a table of the new areas.");
            }
            double figure = row.requiredNumber(column);
            if (!(figure >= 0)) {
                throw row.trouble(column, "is below zero", "Counts and weights are 0 or more.");
            }
            if (figures.put(row.requiredText(codes), figure) != null) {
                throw row.trouble(codes, "repeats an earlier row", "Give each area one row.");
            }
        }
        if (figures.isEmpty()) {
            throw new CommandException(
                    "CONVERT-REFUSED", ExitCode.REFUSED, table.file() + " has no rows, so nothing can be converted.");
        }
        return figures;
    }
}
