package org.concordat.cli.density;

import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.measures.areas.Projection;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.maps.Ring;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The surface in bands of equal width, each with the ground where it lies. */
final class DensityBands {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int BANDS = 5;

    /**
     * One band.
     *
     * @param rings its border in degrees
     */
    record Band(String words, List<Ring> rings, double squareKilometres) {}

    private final DensityMap map;
    private final DensityMap.Cell[] cells;
    private final double step;

    private DensityBands(DensityMap map) {
        this.map = map;
        this.cells = map.cells();
        this.step = roundUp(highest() / BANDS);
    }

    private double highest() {
        double highest = 0;
        for (int at = 0; at < cells.length; at++) {
            highest = cells[at] == DensityMap.Cell.SHOWN ? Math.max(highest, map.shown(at)) : highest;
        }
        return highest;
    }

    /** The next number of the form 1, 2, 2.5 or 5 with noughts. */
    static double roundUp(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= number * (1 - 1e-12)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The bands from low to high, those at the top that nothing reaches left out. */
    static List<Band> of(DensityMap map) {
        var work = new DensityBands(map);
        var bands = new ArrayList<Band>();
        int most = (int) Math.max(1, Math.min(BANDS, Math.floor(work.highest() / work.step) + 1));
        for (int band = 0; band < most; band++) {
            int own = band;
            bands.add(work.band(
                    Numbers.SHORT.write(work.step * band)
                            + (band == most - 1
                                    ? " and more"
                                    : " to under " + Numbers.SHORT.write(work.step * (band + 1))),
                    at -> work.cells[at] == DensityMap.Cell.SHOWN
                            && Math.min(most - 1, (int) Math.floor(map.shown(at) / work.step + 1e-9)) == own));
        }
        return bands;
    }

    /** Ground where the density is hidden. */
    static Band hidden(DensityMap map) {
        var work = new DensityBands(map);
        return work.band("hidden (c): few or none near", at -> work.cells[at] == DensityMap.Cell.HIDDEN);
    }

    private Band band(String words, java.util.function.IntPredicate belongs) {
        int columns = map.surface().grid().columns();
        var strips = new ArrayList<Geometry>();
        long count = 0;
        for (int row = 0; row < map.surface().grid().rows(); row++) {
            int from = -1;
            for (int column = 0; column <= columns; column++) {
                boolean in = column < columns && belongs.test(row * columns + column);
                count += in ? 1 : 0;
                if (in && from < 0) {
                    from = column;
                } else if (!in && from >= 0) {
                    strips.add(strip(row, from, column));
                    from = -1;
                }
            }
        }
        Geometry ground = strips.isEmpty() ? SHAPES.createPolygon() : UnaryUnionOp.union(strips);
        return new Band(
                words,
                ground.isEmpty()
                        ? List.of()
                        : BoundaryAreas.ringsOf(Projection.britishNationalGrid().toDegrees(ground)),
                map.squareKilometres(count));
    }

    private Geometry strip(int row, int from, int until) {
        double cell = map.surface().grid().cellMetres();
        double west = map.surface().grid().west();
        double south = map.surface().grid().south() + row * cell;
        return SHAPES.toGeometry(new Envelope(west + from * cell, west + until * cell, south, south + cell));
    }
}
