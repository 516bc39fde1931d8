package org.concordat.cli.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.files.tables.ReadOptions;

/** Look-ups of codes: a row for each smallest code, then what it lies in, column by column, from the smallest to the largest. */
final class Hierarchies {
    private Hierarchies() {}

    /** The rows that have to do with the codes found in tables; the others are of other places. */
    static List<List<String>> paths(Path lookup, Set<String> found, ReadOptions options) {
        FigureTable table = FigureTable.read(lookup, options);
        List<List<String>> paths = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            List<String> path = new ArrayList<>();
            for (String column : table.columns()) {
                path.add(row.requiredText(column));
            }
            if (path.stream().anyMatch(found::contains)) {
                paths.add(path);
            }
        }
        if (paths.isEmpty()) {
            throw new CommandException(
                    "AUDIT-UNKNOWN-CODE",
                    ExitCode.COULD_NOT,
                    "No code of the tables is in the look-up " + table.file() + ". It may be of another place or vintage.");
        }
        return paths.stream().distinct().toList();
    }
}
