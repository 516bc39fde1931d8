package org.concordat.files.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/**
 * The names of a table's columns, made usable: trimmed, none empty, no two alike.
 *
 * @param names in order
 * @param notes what the supplier should know about them
 */
record Header(List<String> names, List<String> notes) {

    private static final Pattern LIKE_A_VALUE = Pattern.compile(
            "[-+£$€]?[\\d.,]+%?" // a number
                    + "|\\d{1,4}[-/. ]\\w{1,9}[-/. ]\\d{1,4}([ T][\\d:.Z+-]+)?" // a date
                    + "|[^@\\s]+@[^@\\s]+" // an e-mail address
                    + "|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}"); // a postcode

    /**
     * Makes column names of the first row.
     *
     * @param written as read; {@code null} or blank for a column without a name
     */
    static Header of(String fileName, List<? extends @Nullable String> written, ReadOptions.Limits limits) {
        int columns = written.size();
        while (columns > 0 && isBlank(written.get(columns - 1))) {
            columns--;
        }
        if (columns == 0) {
            throw new FilesException(
                    "FILE-EMPTY", fileName + " has no column names and so no table. Ask its sender for the content.");
        }
        if (columns > limits.columns()) {
            throw new FilesException(
                    "FILE-TOO-WIDE",
                    fileName + " has " + columns + " columns, more than the " + limits.columns()
                            + " that a table may have. Send the columns that are needed, or one row for each value.");
        }
        List<@Nullable String> trimmed = new ArrayList<>();
        for (String name : written.subList(0, columns)) {
            trimmed.add(name == null ? null : Trimming.trimmed(name));
        }
        return named(fileName, trimmed);
    }

    private static boolean isBlank(@Nullable String name) {
        return name == null || Trimming.trimmed(name) == null;
    }

    private static Header named(String fileName, List<@Nullable String> trimmed) {
        int unnamed = 0;
        Map<String, Integer> seenAt = new HashMap<>();
        for (int i = 0; i < trimmed.size(); i++) {
            String name = trimmed.get(i);
            if (name == null) {
                unnamed++;
                continue;
            }
            refuseBinary(fileName, name);
            Integer earlier = seenAt.putIfAbsent(name, i);
            if (earlier != null) {
                throw new FilesException(
                        "FILE-DUPLICATE-COLUMNS",
                        "Columns " + (earlier + 1) + " and " + (i + 1) + " of " + fileName
                                + " have the same name. Rename or remove one of them.");
            }
        }
        List<String> notes = new ArrayList<>();
        if (unnamed > 0) {
            notes.add(
                    unnamed == 1
                            ? "1 column has no name and is called by its position."
                            : unnamed + " columns have no name and are called by their position.");
        }
        return new Header(filledIn(trimmed, seenAt.keySet()), notes);
    }

    /**
     * Whether a header is more likely the first row of data: somewhere a value stands where a name should, and nowhere
     * a name above such a value. (Years and ages are good names of columns.)
     */
    static boolean looksLikeData(List<String> names, List<? extends @Nullable String> firstRow) {
        boolean valueAsName = false;
        for (int i = 0; i < names.size(); i++) {
            String below = firstRow.get(i);
            boolean nameLikeValue = LIKE_A_VALUE.matcher(names.get(i)).matches();
            boolean valueBelow = below != null && LIKE_A_VALUE.matcher(below).matches();
            if (valueBelow && !nameLikeValue) {
                return false;
            }
            valueAsName |= nameLikeValue;
        }
        return valueAsName;
    }

    private static void refuseBinary(String fileName, String name) {
        if (name.chars().anyMatch(c -> Trimming.isControl((char) c))) {
            throw Foreign.binary(fileName);
        }
    }

    private static List<String> filledIn(List<@Nullable String> trimmed, Set<String> taken) {
        Set<String> all = new HashSet<>(taken);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < trimmed.size(); i++) {
            String name = trimmed.get(i);
            if (name == null) {
                name = "column " + (i + 1);
                while (!all.add(name)) {
                    name = name + "'";
                }
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
