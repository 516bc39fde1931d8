package org.concordat.cli.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.indices.Indicators;
import org.concordat.measures.indices.Shrinkage;

/** Reads indicators of areas: figures as they stand, or counts divided by what they are of. */
final class IndicatorsReader {
    private final FigureTable table;
    private final String area;
    private final List<WeighedColumn> columns;
    private final Optional<String> district;
    private final SmallCounts counts;

    /**
     * What was read.
     *
     * @param indicators of the areas that can be shown
     * @param hidden codes of areas with a count so small that their index would tell it; they take no part in anything
     */
    record Read(Indicators indicators, List<String> hidden) {}

    /** @param district the column of districts towards whose rates counts are shrunk */
    IndicatorsReader(
            FigureTable table,
            String area,
            List<WeighedColumn> columns,
            Optional<String> district,
            SmallCounts counts) {
        this.table = table;
        this.area = area;
        this.columns = columns;
        this.district = district;
        this.counts = counts;
        table.require(area, "--area");
        columns.forEach(column -> {
            table.require(column.column(), "--indicator");
            column.of().ifPresent(of -> table.require(of, "--indicator"));
        });
        district.ifPresent(column -> table.require(column, "--shrink"));
    }

    Read read() {
        Set<String> met = new HashSet<>();
        List<FigureRow> shown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            String code = row.requiredText(area);
            if (!met.add(code)) {
                throw row.trouble(area, "repeats an earlier row", "Give each area one row.");
            }
            if (isHidden(row)) {
                hidden.add(code);
            } else {
                shown.add(row);
            }
        }
        if (shown.size() < 2) {
            throw new CommandException(
                    "INDEX-UNFIT",
                    ExitCode.REFUSED,
                    table.file() + " has " + shown.size() + " areas that can be shown, and " + hidden.size()
                            + " with small counts. An index compares at least two. Take larger areas or longer periods, or"
                            + " --no-suppress with a reason.");
        }
        Indicators indicators =
                Indicators.of(shown.stream().map(row -> row.requiredText(area)).toList());
        for (WeighedColumn column : columns) {
            if (indicators.names().contains(column.name())) {
                throw new CommandException(
                        "WRONG-USE",
                        ExitCode.WRONG_USE,
                        "--indicator names " + column.name() + " twice. Name each once.");
            }
            indicators = indicators.with(column.name(), figures(shown, column));
        }
        return new Read(indicators, hidden);
    }

    /** Whether one of its counts is hidden already, or so small that it could tell something about a person. */
    private boolean isHidden(FigureRow row) {
        boolean hidden = false;
        for (WeighedColumn column : columns) {
            if (row.hidden(column.column()) || column.of().filter(row::hidden).isPresent()) {
                hidden = true;
            } else if (column.of().isPresent()) {
                double count = count(row, column);
                double of = row.requiredNumber(column.of().get());
                hidden |= counts.small(of) || counts.tells(count, of);
            }
        }
        return hidden;
    }

    private double count(FigureRow row, WeighedColumn column) {
        double count = row.requiredNumber(column.column());
        String of = column.of().orElseThrow();
        if (count < 0) {
            throw row.trouble(column.column(), "is below zero", "A count is 0 or more.");
        }
        if (!(row.requiredNumber(of) > 0)) {
            throw row.trouble(of, "is not above zero", "There is no rate of nobody: leave the area out.");
        }
        if (district.isPresent() && count > row.requiredNumber(of)) {
            throw row.trouble(
                    column.column(),
                    "is above what it is counted of",
                    "Only shares can be shrunk: leave --shrink out, or count those to whom it happened.");
        }
        return count;
    }

    private double[] figures(List<FigureRow> rows, WeighedColumn column) {
        if (column.of().isEmpty()) {
            return rows.stream()
                    .mapToDouble(row -> row.requiredNumber(column.column()))
                    .toArray();
        }
        return district.isPresent()
                ? shrunken(rows, column, district.get())
                : rows.stream()
                        .mapToDouble(row -> count(row, column)
                                / row.requiredNumber(column.of().get()))
                        .toArray();
    }

    private double[] shrunken(List<FigureRow> rows, WeighedColumn column, String districts) {
        Map<String, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            together.computeIfAbsent(rows.get(i).requiredText(districts), any -> new ArrayList<>())
                    .add(i);
        }
        double[] figures = new double[rows.size()];
        for (List<Integer> places : together.values()) {
            List<Shrinkage.Shrunken> shrunken = Shrinkage.withinDistrict(places.stream()
                    .map(rows::get)
                    .map(row -> new Shrinkage.Count(
                            row.requiredText(area),
                            count(row, column),
                            row.requiredNumber(column.of().orElseThrow())))
                    .toList());
            for (int i = 0; i < places.size(); i++) {
                figures[places.get(i)] = shrunken.get(i).estimate().value().orElseThrow();
            }
        }
        return figures;
    }
}
