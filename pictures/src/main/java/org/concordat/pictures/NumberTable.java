package org.concordat.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: a caption, named columns, and rows whose first cell names the row. It stands on a page by itself
 * or behind a picture, with the same figures.
 *
 * @param caption what the table shows
 * @param columns their names from left to right, the first over the row names
 * @param rows cells as they are to be read, as many in each as there are columns
 */
public record NumberTable(String caption, List<Column> columns, List<List<String>> rows) {
    /**
     * One column.
     *
     * @param name its heading
     * @param numeric whether its cells are numbers, which stand at the right and never break
     */
    public record Column(String name, boolean numeric) {}

    /** Refuses a table without columns, and rows of another length than the columns. */
    public NumberTable {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table \"" + caption + "\": at least one column.");
        }
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Table \"" + caption + "\": each row has " + columns.size()
                        + " cells like the columns, given " + row.size() + ".");
            }
        }
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** An empty table whose first column names its rows. */
    public static NumberTable of(String caption, String rowsAre) {
        return new NumberTable(caption, List.of(new Column(rowsAre, false)), List.of());
    }

    /** The same with columns of numbers added; only while the table has no rows. */
    public NumberTable numbers(String... names) {
        return withColumns(true, names);
    }

    /** The same with columns of words added; only while the table has no rows. */
    public NumberTable words(String... names) {
        return withColumns(false, names);
    }

    private NumberTable withColumns(boolean numeric, String... names) {
        var more = new ArrayList<>(columns);
        Arrays.stream(names).map(name -> new Column(name, numeric)).forEach(more::add);
        return new NumberTable(caption, more, rows);
    }

    /** The same with one row more: its name, then its cells. */
    public NumberTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** The same with one row more: its name, then its cells. */
    public NumberTable row(List<String> cells) {
        var more = new ArrayList<>(rows);
        more.add(cells);
        return new NumberTable(caption, columns, more);
    }

    /** The same with all these rows after those it has. */
    public NumberTable rows(List<List<String>> added) {
        var more = new ArrayList<>(rows);
        more.addAll(added);
        return new NumberTable(caption, columns, more);
    }
}
