package org.concordat.cli.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.audit.Figure;
import org.concordat.disclosure.linked.EarlierTable;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Table;
import org.concordat.files.tables.ReadOptions;

/** Tables that are out already, read as parts of the one that is to be protected. */
final class EarlierTables {
    private static final String PUBLISHED = "value";

    private final Table table;
    private final Optional<String> count;
    private final String total;

    /**
     * @param table everything, with the true figures
     * @param count the column of counts in the file to be protected; the same is looked for in the earlier ones, and then
     *     {@code value}, as it is called in what {@code protect} writes
     */
    EarlierTables(Table table, Optional<String> count, String total) {
        this.table = table;
        this.count = count;
        this.total = total;
    }

    List<EarlierTable> read(List<Path> files, ReadOptions options) {
        List<EarlierTable> all = new ArrayList<>();
        long names = files.stream().map(Path::getFileName).distinct().count();
        for (Path file : files) {
            FigureTable figures = FigureTable.read(file, options);
            all.add(read(figures, names == files.size() ? figures.file() : file.toString()));
        }
        return all;
    }

    private EarlierTable read(FigureTable file, String name) {
        String figures = count.filter(file::has).orElse(PUBLISHED);
        file.require(figures, "--earlier (the column of its figures)");
        if (table.dimensions().stream().noneMatch(dimension -> file.has(dimension.name()))) {
            throw trouble(
                    file.file() + " has none of the columns of --by, so nothing in it can be held against this table.");
        }
        Map<Integer, Figure> said = new TreeMap<>();
        for (FigureRow row : file.rows()) {
            int cell = table.cell(codes(file, row));
            Figure figure = row.hidden(figures) ? Figure.hidden() : Figure.exact(row.requiredCount(figures));
            if (!figure.admits(table.value(cell))) {
                throw trouble("Data row " + row.number() + " of " + file.file() + " gives another figure for "
                        + table.name(cell)
                        + " than the table to be protected. It may be of another date, or was corrected"
                        + " since; the two cannot be held against each other.");
            }
            if (said.put(cell, figure) != null) {
                throw trouble(
                        "Data row " + row.number() + " of " + file.file() + " is about the same cell as a row before: "
                                + table.name(cell) + ". A column that tells them apart may be missing from --by.");
            }
        }
        if (said.isEmpty()) {
            throw trouble(file.file() + " has no rows.");
        }
        return new EarlierTable(name, said);
    }

    /** A table that is not broken down by a column has the whole there. */
    private List<String> codes(FigureTable file, FigureRow row) {
        List<String> codes = new ArrayList<>();
        for (Dimension dimension : table.dimensions()) {
            String code = file.has(dimension.name()) ? row.requiredText(dimension.name()) : total;
            if (dimension.find(code).isEmpty()) {
                throw new CommandException(
                        "FIGURES-CODE-UNKNOWN",
                        ExitCode.COULD_NOT,
                        "In data row " + row.number() + " of " + file.file() + ", column " + dimension.name()
                                + " holds the code " + code
                                + ", which the table to be protected does not know. If it is"
                                + " an area of another year, give a second --within with the look-up of that year.");
            }
            codes.add(code);
        }
        return codes;
    }

    private static CommandException trouble(String message) {
        return new CommandException("PROTECT-EARLIER", ExitCode.COULD_NOT, message);
    }
}
