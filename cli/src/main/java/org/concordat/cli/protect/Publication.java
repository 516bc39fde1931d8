package org.concordat.cli.protect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** Whether {@code cell} stands in {@code part}. */
    boolean holds(Part part, Table table, int cell) {
        List<String> codes = table.codes(cell);
        return cells.contains(cell)
                && IntStream.range(0, codes.size())
                        .allMatch(d -> part.columns()
                                        .contains(table.dimensions().get(d).name())
                                || table.dimensions().get(d).tops().contains(codes.get(d)));
    }

    /** Whether other tables were taken into account, so that the promise reaches beyond this one. */
    boolean isLinked() {
        return !earlier.isEmpty() || parts.size() > 1;
    }
}
