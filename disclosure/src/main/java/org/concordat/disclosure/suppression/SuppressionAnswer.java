package org.concordat.disclosure.suppression;

import java.util.List;

/** What came of protecting a table. */
public sealed interface SuppressionAnswer {
    /** The table can be published as {@code suppression} says. */
    record Protected(Suppression suppression) implements SuppressionAnswer {}

    /**
     * Some unsafe cells follow from what must be published, whatever else is hidden.
     *
     * @param cells the unsafe cells, ascending; one or more
     */
    record CannotProtect(List<Integer> cells) implements SuppressionAnswer {
        public CannotProtect {
            cells = List.copyOf(cells);
            if (cells.isEmpty()) {
                throw new IllegalArgumentException("what cannot be protected is named, given no cell");
            }
        }
    }
}
