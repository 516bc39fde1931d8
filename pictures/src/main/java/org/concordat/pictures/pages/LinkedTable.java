package org.concordat.pictures.pages;

import java.util.List;

/**
 * A table whose cells may hold links, such as counts that lead to what they count. The first cell of each row names it.
 *
 * @param caption what the table shows
 * @param columns their names from left to right, the first over the row names
 * @param rows as many cells in each as there are columns; an empty cell says nothing
 */
public record LinkedTable(String caption, List<String> columns, List<List<List<Phrase>>> rows) {
    /** Refuses a table without columns, and rows of another length than the columns. */
    public LinkedTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table \"" + caption + "\": at least one column.");
        }
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Table \"" + caption + "\": each row has " + columns.size()
                        + " cells like the columns, given " + row.size() + ".");
            }
        }
    }
}
