package org.concordat.cli.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.sources.DiskFile;
import org.concordat.files.tables.ReadOptions;
import org.concordat.files.tables.ReadingReport;
import org.concordat.files.tables.Table;
import org.concordat.files.tables.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures, read whole, of any format that {@code files} reads. Columns are found by name, whatever its case. A
 * file with a row that cannot be read is refused: figures with a gap that nobody sees are worse than none.
 */
public final class FigureTable {
    private final String file;
    private final List<String> columns;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<FigureRow> rows = new ArrayList<>();

    private FigureTable(String file, List<String> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
        for (int c = 0; c < columns.size(); c++) {
            places.putIfAbsent(columns.get(c).toLowerCase(Locale.ROOT), c);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @throws CommandException when it is missing, or a row of it cannot be read ({@code FIGURES-ROW-BROKEN})
     * @throws org.concordat.files.FilesException when it is no table
     */
    public static FigureTable read(Path path, ReadOptions options) {
        DiskFile disk = new DiskFile(path, bytes -> {});
        try (Table table = Tables.open(disk, options)) {
            FigureTable read = new FigureTable(disk.name(), table.columnNames());
            while (table.next()) {
                read.add(table);
            }
            refuseBrokenRows(disk.name(), table.report());
            disk.requireUnchanged();
            return read;
        }
    }

    private void add(Table table) {
        @Nullable String[] values = new String[columns.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = table.value(c);
        }
        rows.add(new FigureRow(this, table.rowNumber(), values));
    }

    private static void refuseBrokenRows(String file, ReadingReport report) {
        if (report.setAsideCount() == 0) {
            return;
        }
        ReadingReport.SetAsideRow first = report.setAside().getFirst();
        throw new CommandException(
                "FIGURES-ROW-BROKEN",
                ExitCode.COULD_NOT,
                report.setAsideCount() + " rows of " + file + " cannot be read; the first is data row "
                        + first.rowNumber() + ": " + first.reason()
                        + ". A table of figures is used whole or not at all: mend the file, then try again.");
    }

    /** What the file is called. */
    public String file() {
        return file;
    }

    /** The names of the columns as written. */
    public List<String> columns() {
        return columns;
    }

    /** Whether there is a column of this name, whatever its case. */
    public boolean has(String column) {
        return places.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses a table that lacks a column.
     *
     * @param why what asked for it, such as {@code --count}
     * @throws CommandException {@code FIGURES-NO-COLUMN}, which names the columns there are
     */
    public void require(String column, String why) {
        if (!has(column)) {
            throw new CommandException(
                    "FIGURES-NO-COLUMN",
                    ExitCode.WRONG_USE,
                    file + " has no column " + column + ", which " + why + " names. Its columns are: "
                            + String.join(", ", columns) + ".");
        }
    }

    /** The rows in the order of the file. */
    public List<FigureRow> rows() {
        return rows;
    }

    int place(String column) {
        Integer place = places.get(column.toLowerCase(Locale.ROOT));
        if (place == null) {
            throw new IllegalArgumentException("column: one of " + columns + ", given " + column);
        }
        return place;
    }
}
