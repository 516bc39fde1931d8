package org.concordat.cli.protect;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.concordat.cli.protect.LinkedChoices.Part;
import org.concordat.disclosure.tables.Table;

/**
 * What goes out of a table, and what was taken into account.
 *
 * @param parts the tables that go out
 * @param cells the cells of all of them
 * @param earlier the names of the tables that are out already
 * @param alreadyOut unsafe cells that those show as they are, or from which they follow
 * @param against by cell that is hidden for the sake of people whom no table names, whose sake that is, in words
 */
record Publication(
        List<Part> parts,
        Set<Integer> cells,
        List<String> earlier,
        Set<Integer> alreadyOut,
        Map<Integer, String> against) {

    /** The cells of {@code part}. */
    IntPredicate of(Part part, Table table) {
        List<BitSet> codes = table.dimensions().stream()
                .map(dimension -> part.codes(dimension, null))
                .toList();
        return cell -> cells.contains(cell) && LinkedChoices.isOf(codes, table, cell);
    }

    /** Whether other tables were taken into account, so that the promise reaches beyond this one. */
    boolean isLinked() {
        return !earlier.isEmpty() || parts.size() > 1;
    }
}
