package org.concordat.cli.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.files.tables.ReadOptions;
import org.concordat.measures.areas.VintageLookup;

/** Reads a published look-up between two vintages. */
final class LookupFile {
    private static final List<String> CHANGES = List.of("change_code", "chgind", "change");

    private static final Pattern YEAR = Pattern.compile("\\d{2}$");

    private LookupFile() {}

    /**
     * The look-up of a file, in either direction.
     *
     * @param from the vintage converted from, as its columns begin: {@code lsoa11}
     * @param to the vintage converted to
     */
    static VintageLookup read(Path path, String from, String to) {
        // Change codes are of the way to the newer vintage, whatever the order of the columns.
        boolean forward = year(from) < year(to);
        FigureTable table = FigureTable.read(path, ReadOptions.defaults());
        String old = column(table, codes(from), "--from " + from);
        String now = column(table, codes(to), "--to " + to);
        String change = column(table, CHANGES, "the change code (U, S, M or X)");
        List<VintageLookup.Row> rows = new ArrayList<>();
        for (FigureRow row : table.rows()) {
            rows.add(new VintageLookup.Row(
                    row.requiredText(forward ? old : now), row.requiredText(forward ? now : old), change(row, change)));
        }
        try {
            return forward
                    ? new VintageLookup(words(from), words(to), rows)
                    : new VintageLookup(words(to), words(from), rows).reversed();
        } catch (IllegalArgumentException contradiction) {
            throw new CommandException(
                    "CONVERT-LOOKUP",
                    ExitCode.REFUSED,
                    table.file() + " contradicts itself: " + contradiction.getMessage() + ".");
        }
    }

    private static VintageLookup.Change change(FigureRow row, String column) {
        try {
            return VintageLookup.Change.ofLetter(row.requiredText(column));
        } catch (IllegalArgumentException unknown) {
            throw row.trouble(column, "is none of U, S, M and X", "Take the look-up from its publisher again.");
        }
    }

    /** The year that a vintage's name ends in. */
    private static int year(String vintage) {
        Matcher year = YEAR.matcher(vintage);
        if (!year.find()) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    "--from and --to name a kind of area and the two digits of a year, such as lsoa11.");
        }
        return Integer.parseInt(year.group());
    }

    /** How publishers name the column of codes of a vintage. */
    static List<String> codes(String vintage) {
        return List.of(vintage + "_code", vintage + "cd", vintage);
    }

    static String words(String vintage) {
        return vintage.toUpperCase(Locale.ROOT).replaceAll("(\\d{2})$", " 20$1");
    }

    /** The first of these columns that the table has, as it is written there. */
    private static String column(FigureTable table, List<String> names, String why) {
        return names.stream()
                .flatMap(name -> table.columns().stream().filter(column -> column.equalsIgnoreCase(name)))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "CONVERT-LOOKUP",
                        ExitCode.REFUSED,
                        table.file() + " has no column " + String.join(" or ", names) + " for " + why
                                + ". Its columns are: " + String.join(", ", table.columns()) + "."));
    }
}
