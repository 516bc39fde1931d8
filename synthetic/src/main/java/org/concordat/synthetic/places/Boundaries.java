package org.concordat.synthetic.places;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.places.Areas.Block;

/**
 * Draws areas as GeoJSON (RFC 7946: WGS 84, longitude first, outer rings anticlockwise), one polygon an area.
 *
 * <p>The grid of cells is bent by a smooth map (small cells in the middle, a bay in the south), its corners are moved by at
 * most .18 of a cell and its edges by at most .05 (.09 on the coast), so that no two edges can cross. An edge is made from
 * its own dice, so that the areas on both sides, and all that contain them, share it point by point. Centre: 54.9 degrees
 * north, 2.1 east, in the North Sea.
 */
public final class Boundaries {
    private static final double CENTRE_LONGITUDE = 2.1;
    private static final double CENTRE_LATITUDE = 54.9;
    private static final double METRES_IN_DEGREE = 111_320;
    private static final double CELL_METRES = 290;
    private static final double CORNER_MOVES = .18;
    private static final double EDGE_MOVES = .05;
    private static final double COAST_MOVES = .09;
    private static final int POINTS_IN_EDGE = 3;
    private static final int POINTS_IN_COAST = 7;

    private final Areas areas;
    private final long seed;

    /** Boundaries of a town's areas; the seed decides their shapes. */
    public Boundaries(Areas areas, long seed) {
        this.areas = areas;
        this.seed = seed;
    }

    /** Writes all areas of one kind as a feature collection. */
    public void write(AreaKind kind, Writer out) throws IOException {
        out.write("{\"type\":\"FeatureCollection\",\"name\":\"" + kind.fileName() + "\",\"features\":[\n");
        for (int area = 0; area < areas.count(kind); area++) {
            out.write(area == 0 ? "" : ",\n");
            AreaKind larger = kind.larger();
            out.write("{\"type\":\"Feature\",\"properties\":{\"code\":\"" + areas.code(kind, area) + "\",\"name\":\""
                    + areas.name(kind, area) + '"');
            if (larger != null) {
                out.write(",\"parent\":\"" + areas.code(larger, areas.parent(kind, area)) + '"');
            }
            out.write("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            List<double[]> ring = ring(areas.block(kind, area));
            for (int i = 0; i < ring.size(); i++) {
                out.write((i == 0 ? "[" : ",[") + degrees(ring.get(i)) + ']');
            }
            out.write("]]}}");
        }
        out.write("\n]}\n");
    }

    /** Longitude and latitude of a point inside a small area, as {@code 2.101234,54.901234}. */
    String pointIn(int small, Dice dice) {
        double column = small % areas.width() + .3 + .4 * dice.fraction();
        int cellRow = small / areas.width();
        return degrees(bent(column, cellRow + .3 + .4 * dice.fraction()));
    }

    private static String degrees(double[] metres) {
        double longitude =
                CENTRE_LONGITUDE + metres[0] / (METRES_IN_DEGREE * Math.cos(Math.toRadians(CENTRE_LATITUDE)));
        double latitude = CENTRE_LATITUDE + metres[1] / METRES_IN_DEGREE;
        return String.format(Locale.ROOT, "%.6f,%.6f", longitude, latitude);
    }

    /** The outline of a rectangle of cells, anticlockwise, first point repeated at the end. */
    private List<double[]> ring(Block block) {
        List<double[]> ring = new ArrayList<>();
        for (int x = block.left(); x < block.right(); x++) {
            edge(x, block.bottom(), true, false, ring);
        }
        for (int y = block.bottom(); y < block.top(); y++) {
            edge(block.right(), y, false, false, ring);
        }
        for (int x = block.right() - 1; x >= block.left(); x--) {
            edge(x, block.top(), true, true, ring);
        }
        for (int y = block.top() - 1; y >= block.bottom(); y--) {
            edge(block.left(), y, false, true, ring);
        }
        ring.add(ring.getFirst());
        return ring;
    }

    /** Adds an edge's points but its last; edges go right or up from their corner, or back when asked. */
    private void edge(int x, int y, boolean across, boolean back, List<double[]> ring) {
        boolean coast = across && y == 0;
        int inner = coast ? POINTS_IN_COAST : POINTS_IN_EDGE;
        double moves = coast ? COAST_MOVES : EDGE_MOVES;
        double[] from = corner(x, y);
        double[] to = corner(x + (across ? 1 : 0), y + (across ? 0 : 1));
        Dice dice = Dice.of(seed, 25, x, 2L * y + (across ? 1 : 0));
        List<double[]> points = new ArrayList<>();
        points.add(bent(from[0], from[1]));
        for (int i = 1; i <= inner; i++) {
            double part = i / (inner + 1.0);
            double aside = moves * 4 * part * (1 - part) * (2 * dice.fraction() - 1);
            double column = from[0] + part * (to[0] - from[0]) + (across ? 0 : aside);
            points.add(bent(column, from[1] + part * (to[1] - from[1]) + (across ? aside : 0)));
        }
        points.add(bent(to[0], to[1]));
        ring.addAll(back ? points.reversed().subList(0, inner + 1) : points.subList(0, inner + 1));
    }

    private double[] corner(int x, int y) {
        Dice dice = Dice.of(seed, 26, x, y);
        return new double[] {x + CORNER_MOVES * (2 * dice.fraction() - 1), y + CORNER_MOVES * (2 * dice.fraction() - 1)
        };
    }

    /**
     * From the grid to metres east and north of the centre. One to one: each step grows in its own direction, and what the
     * other direction adds is smaller.
     */
    private double[] bent(double column, double row) {
        double across = column / areas.width() - .5;
        double up = row / areas.height() - .5;
        double phase = seed % 5;
        double wideWaves = .05 * Math.sin(3 * up + phase) + .015 * Math.sin(10 * up + 2 * phase);
        double highWaves = .1 * Math.sin(5.5 * across + phase) * (.5 - up) + .015 * Math.sin(12 * across + phase);
        double east = across * (.75 + across * across) * Math.sqrt(1 - 1.3 * up * up) + wideWaves;
        double north = up * (.75 + up * up) * Math.sqrt(1 - 1.3 * across * across) + highWaves;
        return new double[] {east * areas.width() * CELL_METRES, north * areas.height() * CELL_METRES};
    }
}
