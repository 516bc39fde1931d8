package org.concordat.cli.anonymise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.microdata.Generalisation;
import org.concordat.files.tables.ReadOptions;

/**
 * How one column that outsiders may know becomes coarser, with a name for each level.
 *
 * @param steps what is done to its values
 * @param names of the levels from 0 on, such as "as it stands", "bands of 5", "not told"
 */
record Levels(Generalisation steps, List<String> names) {
    /** The name of a level. */
    String name(int level) {
        return names.get(level);
    }

    /** A column that is told as it stands or not at all. */
    static Levels allOrNothing(String column) {
        return new Levels(new Generalisation(column, List.of()), names(List.of()));
    }

    /** Numbers in bands, each width a multiple of the one before. */
    static Levels bands(String column, List<Long> widths, FigureTable rows) {
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) < 2
                    || i > 0 && (widths.get(i) % widths.get(i - 1) != 0 || widths.get(i) <= widths.get(i - 1))) {
                throw wrong("--bands of " + column
                        + " are whole numbers from 2, each a multiple of the one before, such as" + " 5,10,20.");
            }
        }
        List<Map<String, String>> steps = new ArrayList<>();
        widths.forEach(width -> steps.add(new LinkedHashMap<>()));
        for (FigureRow row : rows.rows()) {
            String text = row.text(column).orElse("");
            for (int i = 0; i < widths.size(); i++) {
                if (text.isEmpty()) {
                    steps.get(i).put("", "");
                } else {
                    long from = row.requiredCount(column) / widths.get(i) * widths.get(i);
                    steps.get(i).put(text, from + " to " + (from + widths.get(i) - 1));
                }
            }
        }
        return new Levels(
                new Generalisation(column, steps),
                names(widths.stream().map(width -> "bands of " + width).toList()));
    }

    /** What a file says: its first column the values as they stand, each further one what they become next. */
    static Levels hierarchy(String column, Path file, FigureTable rows, ReadOptions options) {
        FigureTable read = FigureTable.read(file, options);
        List<String> columns = read.columns();
        if (columns.size() < 2) {
            throw trouble(read.file() + " has one column; the first holds values of " + column
                    + ", and each further one what they become.");
        }
        List<Map<String, String>> steps = new ArrayList<>();
        columns.subList(1, columns.size()).forEach(name -> steps.add(new LinkedHashMap<>()));
        for (FigureRow row : read.rows()) {
            String value = row.requiredText(columns.getFirst());
            for (int level = 1; level < columns.size(); level++) {
                String label = row.requiredText(columns.get(level));
                String before = steps.get(level - 1).putIfAbsent(value, label);
                if (before != null && !before.equals(label)) {
                    throw trouble("Data row " + row.number() + " of " + read.file()
                            + " says of a value something else than a row before. Each value stands once.");
                }
            }
        }
        requireEvery(column, rows, steps.getFirst(), read.file());
        steps.forEach(step -> step.put("", ""));
        try {
            return new Levels(new Generalisation(column, steps), names(columns.subList(1, columns.size())));
        } catch (IllegalArgumentException notNested) {
            throw trouble(read.file() + " is no hierarchy: " + notNested.getMessage() + ".");
        }
    }

    private static void requireEvery(String column, FigureTable rows, Map<String, String> known, String file) {
        for (FigureRow row : rows.rows()) {
            if (row.text(column).filter(value -> !known.containsKey(value)).isPresent()) {
                throw new CommandException(
                        "ANONYMISE-VALUE-UNKNOWN",
                        ExitCode.COULD_NOT,
                        "In data row " + row.number() + " of " + rows.file() + ", column " + column
                                + " holds a value that " + file + " does not have. Add it there, or mend the row.");
            }
        }
    }

    private static List<String> names(List<String> between) {
        List<String> names = new ArrayList<>();
        names.add("as it stands");
        names.addAll(between);
        names.add("not told");
        return names;
    }

    private static CommandException trouble(String what) {
        return new CommandException("ANONYMISE-HIERARCHY", ExitCode.COULD_NOT, what);
    }

    static CommandException wrong(String what) {
        return new CommandException("ANONYMISE-OPTION", ExitCode.WRONG_USE, what);
    }
}
