package org.concordat.files.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each column of one source file holds.
 *
 * @param columns every column of the file, in its order
 */
public record ColumnMapping(List<RecognisedColumn> columns) {

    /** Keeps its own copy. */
    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /**
     * The same mapping with one column set by hand.
     *
     * @param columnName as in the header, or the same but for case, spaces and punctuation
     * @throws IllegalArgumentException when the file has no such column; the message lists those it has
     */
    public ColumnMapping with(String columnName, Meaning meaning) {
        int at = indexOf(columnName);
        List<RecognisedColumn> changed = new ArrayList<>(columns);
        changed.set(at, columns.get(at).as(meaning, RecognisedBy.HAND, 1, "Set by hand."));
        return new ColumnMapping(changed);
    }

    /** The columns of one meaning, in the file's order. */
    public List<RecognisedColumn> of(Meaning meaning) {
        List<RecognisedColumn> found = new ArrayList<>();
        for (RecognisedColumn column : columns) {
            if (column.meaning() == meaning) {
                found.add(column);
            }
        }
        return found;
    }

    /** The first column of one meaning. */
    public Optional<RecognisedColumn> first(Meaning meaning) {
        return of(meaning).stream().findFirst();
    }

    /** Whether any column has the meaning. */
    public boolean has(Meaning meaning) {
        return first(meaning).isPresent();
    }

    private int indexOf(String columnName) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(columnName)) {
                return i;
            }
        }
        String wanted = ColumnNames.joined(columnName);
        for (int i = 0; i < columns.size(); i++) {
            if (!wanted.isEmpty() && ColumnNames.joined(columns.get(i).name()).equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException("columnName must be one of "
                + columns.stream().map(RecognisedColumn::name).toList() + ", but was \"" + columnName + "\"");
    }
}
