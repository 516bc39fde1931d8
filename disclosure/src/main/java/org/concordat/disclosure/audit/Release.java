package org.concordat.disclosure.audit;

import java.util.List;

/**
 * Figures that go out together, such as one table.
 *
 * @param name as a sentence names it, such as "Religion by ward, 2021"
 * @param figures every cell of it, those that are hidden too
 */
public record Release(String name, List<Published> figures) {
    public Release {
        figures = List.copyOf(figures);
        if (name.isBlank() || figures.isEmpty()) {
            throw new IllegalArgumentException(
                    "a release has a name and at least one figure, given \"" + name + "\" with " + figures.size());
        }
    }

    /** A cell with what is said of it. */
    public record Published(Cell cell, Figure figure) {}
}
