package org.concordat.cli.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.tables.ReadOptions;
import org.concordat.files.tables.ReadingReport;
import org.concordat.files.tables.Table;
import org.concordat.files.tables.Tables;
import org.jspecify.annotations.Nullable;

/** A small table beside the files that are linked, with columns of fixed names. */
public final class SideTable {
    private SideTable() {}

    /**
     * Reads a table to its end.
     *
     * @param columns the names of the columns wanted
     * @param whatItIs what the table is, for whoever gave another: a sentence without its full stop
     * @param taker takes each row's number and its values of these columns, {@code null} where empty
     * @throws CommandException when there is no such file, a column is missing or a row cannot be read
     */
    public static void read(Path path, List<String> columns, String whatItIs, RowTaker taker) {
        try (Table table = Tables.open(new DiskFile(path, _ -> {}), ReadOptions.defaults())) {
            int[] places = new int[columns.size()];
            for (int c = 0; c < places.length; c++) {
                places[c] = table.columnNames().indexOf(columns.get(c));
                if (places[c] < 0) {
                    throw new CommandException(
                            "COLUMN-CHOICE",
                            ExitCode.WRONG_USE,
                            path + " has no column \"" + columns.get(c) + "\". " + whatItIs + ", with the columns "
                                    + String.join(", ", columns) + ".");
                }
            }
            while (table.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int place : places) {
                    row.add(table.value(place));
                }
                taker.take(table.rowNumber(), row);
            }
            refuseBrokenRows(path, table.report());
        }
    }

    /** Of a file that somebody wrote by hand every row was meant to count. */
    private static void refuseBrokenRows(Path path, ReadingReport report) {
        if (report.setAsideCount() > 0) {
            throw new CommandException(
                    "ROWS-BROKEN",
                    ExitCode.REFUSED,
                    path + " has " + (report.setAsideCount() == 1 ? "a row" : report.setAsideCount() + " rows")
                            + " that cannot be read; row "
                            + report.setAside().getFirst().rowNumber() + ": "
                            + report.setAside().getFirst().reason() + ". Correct "
                            + (report.setAsideCount() == 1 ? "it" : "them") + ", so that no row is left out unseen.");
        }
    }

    /** Takes rows in their order. */
    @FunctionalInterface
    public interface RowTaker {
        /** @param rowNumber from 1, the header not counted */
        void take(long rowNumber, List<@Nullable String> values);
    }
}
