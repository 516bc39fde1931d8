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

/**
 * A look-up of what lies in what, as {@code --within} asks for it.
 *
 * @param column whose codes it knows
 * @param file where it is
 * @param levels its columns, from the smallest to the largest
 */
record Hierarchy(String column, Path file, List<String> levels) {

    /** Reads {@code COL=FILE:SMALL,LARGER,…}, written as for {@code protect}. */
    static Hierarchy asked(String words) {
        int equals = words.indexOf('=');
        int colon = words.lastIndexOf(':');
        List<String> levels =
                colon < 0 ? List.of() : List.of(words.substring(colon + 1).split(",", -1));
        if (equals < 1
                || colon < equals + 2
                || levels.size() < 2
                || levels.stream().anyMatch(String::isBlank)) {
            throw new CommandException(
                    "AUDIT-LOOKUP",
                    ExitCode.WRONG_USE,
                    "--within is written COL=FILE:SMALL,LARGER,…, such as area=lookup.csv:oa21cd,lsoa21cd,msoa21cd, given "
                            + words + ".");
        }
        return new Hierarchy(words.substring(0, equals), Path.of(words.substring(equals + 1, colon)), levels);
    }

    /** The rows that have to do with the codes found in tables; the others are of other places. */
    List<List<String>> paths(Set<String> found, ReadOptions options) {
        FigureTable table = FigureTable.read(file, options);
        levels.forEach(level -> table.require(level, "--within"));
        List<List<String>> paths = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            List<String> path = levels.stream().map(row::requiredText).toList();
            if (path.stream().anyMatch(found::contains)) {
                paths.add(path);
            }
        }
        if (paths.isEmpty()) {
            throw new CommandException(
                    "AUDIT-UNKNOWN-CODE",
                    ExitCode.COULD_NOT,
                    "No code of the tables is in the look-up " + table.file()
                            + ". It may be of another place or vintage.");
        }
        return paths.stream().distinct().toList();
    }
}
