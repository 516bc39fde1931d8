package org.concordat.cli.density;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.hotspots.KernelDensity;
import org.concordat.measures.hotspots.KernelDensity.Grid;

/**
 * The surface, and what of it may be shown.
 *
 * @param what what the events are, or the name of their file
 * @param read rows of it
 * @param withoutPlace rows without a place
 * @param rule how the bandwidth was found, in words
 * @param near how many events lie within one bandwidth of each cell's middle
 * @param inside which cells lie in the areas, all of them where none were given
 */
record DensityMap(
        String what,
        int read,
        int withoutPlace,
        boolean converted,
        KernelDensity.Surface surface,
        String rule,
        int[] near,
        boolean[] inside,
        Optional<BoundaryAreas> areas,
        SmallCounts small) {
    static final String CAUTION =
            "A density says where events were recorded, not why, and nothing of who lives there. It looks smooth and certain even"
                    + " where chance made it. Maps that brand places can harm those who live in them.";

    private static final int DIGITS = 2;

    /** What is shown of a cell. */
    enum Cell {
        /** Its density. */
        SHOWN,
        /** That it is hidden. */
        HIDDEN,
        /** Nothing: it lies outside the areas, or outside the box that holds all cells shown. */
        OUTSIDE
    }

    /**
     * A cell is hidden where fewer events than the threshold lie within one bandwidth, none among them: were the empty ground told from
     * that of a few, the hidden patch would point at them.
     */
    Cell[] cells() {
        Grid grid = surface.grid();
        int[] shown = IntStream.range(0, near.length)
                .filter(at -> inside[at] && near[at] >= small.threshold())
                .toArray();
        int[] columns = IntStream.of(shown).map(at -> at % grid.columns()).toArray();
        int[] rows = IntStream.of(shown).map(at -> at / grid.columns()).toArray();
        boolean boxed = small.shownBecause().isEmpty() && areas.isEmpty() && shown.length > 0;
        int west = boxed ? IntStream.of(columns).min().orElse(0) : 0;
        int east = boxed ? IntStream.of(columns).max().orElse(0) : grid.columns() - 1;
        int south = boxed ? IntStream.of(rows).min().orElse(0) : 0;
        int north = boxed ? IntStream.of(rows).max().orElse(0) : grid.rows() - 1;
        Cell[] cells = new Cell[near.length];
        for (int at = 0; at < cells.length; at++) {
            int column = at % grid.columns();
            int row = at / grid.columns();
            boolean within = inside[at] && column >= west && column <= east && row >= south && row <= north;
            cells[at] = !within
                    ? Cell.OUTSIDE
                    : small.shownBecause().isEmpty() && near[at] < small.threshold() ? Cell.HIDDEN : Cell.SHOWN;
        }
        return cells;
    }

    /** The density of a cell as it is shown: to two digits, where small counts are hidden. */
    double shown(int at) {
        double density = surface.perSquareKilometre()[at];
        return small.shownBecause().isEmpty()
                ? new BigDecimal(density).round(new MathContext(DIGITS)).doubleValue()
                : density;
    }

    double easting(int at) {
        return surface.grid().x(at % surface.grid().columns());
    }

    double northing(int at) {
        return surface.grid().y(at / surface.grid().columns());
    }

    int events() {
        return surface.events();
    }

    double squareKilometres(long cells) {
        double side = surface.grid().cellMetres() / 1_000;
        return (double) cells * side * side;
    }

    String kernelWords() {
        return switch (surface.kernel()) {
            case GAUSSIAN -> "Gaussian";
            case QUARTIC -> "quartic";
        };
    }

    /** What whoever uses the map must know; the same sentences stand on the page and in the metadata. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(CAUTION));
        if (small.shownBecause().isEmpty()) {
            notes.add("Ground with fewer than " + small.threshold() + " events within "
                    + DensityFile.metres(surface.bandwidthMetres())
                    + " is hidden (c), empty ground too, since the edge of the hidden would else point at the few. Densities"
                    + " have two digits.");
            notes.add(
                    "That is no proof: a surface can be sharpened again, and who knows all events but one can find that one. The"
                            + " wider the bandwidth, the less it tells. Do not publish a map whose bandwidth is no wider than the"
                            + " ground on which somebody could be recognised.");
        } else {
            notes.add(small.note());
        }
        notes.add("Near the edge densities are too low, because events beyond it are missing.");
        if (converted) {
            notes.add("Places in degrees were turned into metres, to within 2 to 4 metres.");
        }
        return notes;
    }
}
