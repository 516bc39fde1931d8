package org.concordat.disclosure.linked;

import java.util.Map;
import java.util.TreeMap;
import org.concordat.disclosure.audit.Figure;

/**
 * A table that is out already.
 *
 * @param name as a sentence names it
 * @param figures by cell of the table that holds everything, what it says of that cell
 */
public record EarlierTable(String name, Map<Integer, Figure> figures) {
    public EarlierTable {
        figures = Map.copyOf(figures);
        if (name.isBlank() || figures.isEmpty()) {
            throw new IllegalArgumentException("an earlier table has a name and at least one figure, given \"" + name
                    + "\" with " + figures.size());
        }
    }

    /** The figures in the order of the cells. */
    Map<Integer, Figure> inOrder() {
        return new TreeMap<>(figures);
    }
}
