package org.concordat.disclosure.tables;

import java.util.List;

/** What came of putting given figures together: a table, or the totals that do not add up. */
public sealed interface TableReading {
    /** Every given total equals its parts. */
    record AddsUp(Table table) implements TableReading {}

    /**
     * Some totals do not equal their parts, so there is no table.
     *
     * @param disagreements one or more, in the order of the table's equations
     * @param totalsGiven how many sums had a given total
     */
    record DoesNotAddUp(List<Disagreement> disagreements, int totalsGiven) implements TableReading {
        public DoesNotAddUp {
            disagreements = List.copyOf(disagreements);
            if (disagreements.isEmpty() || totalsGiven < disagreements.size()) {
                throw new IllegalArgumentException(
                        "at least one given total disagrees, given " + disagreements.size() + " of " + totalsGiven);
            }
        }
    }
}
