package org.concordat.measures.hotspots;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The borders of areas as straight sides, each beginning at a corner, in a grid of cells by which those near a point are found.
 */
final class Borders {
    private final int[] firsts;
    private final int[] owners;
    private final double[] xs;
    private final double[] ys;
    private final double[] toXs;
    private final double[] toYs;
    private final Envelope[] envelopes;
    private final double tolerance;
    private final double cell;

    /** An open table from a cell to the last entry put into it, each entry pointing to the one before. */
    private long[] cells;

    private int[] heads;
    private int used;
    private int[] entrySides;
    private int[] entryNext;
    private int entries;

    /** The sides near a point; filled anew for each. */
    static final class Near {
        private int[] sides = new int[16];
        private int count;

        int count() {
            return count;
        }

        int side(int index) {
            return sides[index];
        }

        private void add(int side) {
            if (count == sides.length) {
                sides = Arrays.copyOf(sides, count * 2);
            }
            sides[count++] = side;
        }
    }

    private Borders(int[] firsts, int[] owners, double[][] ends, Envelope[] envelopes, double tolerance) {
        this.firsts = firsts;
        this.owners = owners;
        xs = ends[0];
        ys = ends[1];
        toXs = ends[2];
        toYs = ends[3];
        this.envelopes = envelopes;
        this.tolerance = tolerance;
        double sum = 0;
        for (int side = 0; side < owners.length; side++) {
            sum += length(side);
        }
        cell = Math.max(4 * tolerance, Math.max(1e-9, 2 * sum / Math.max(1, owners.length)));
        cells = new long[Integer.highestOneBit(Math.max(16, owners.length)) * 4];
        heads = new int[cells.length];
        entrySides = new int[owners.length * 2 + 16];
        entryNext = new int[entrySides.length];
        for (int side = 0; side < owners.length; side++) {
            enter(side);
        }
    }

    static Borders of(List<? extends Geometry> shapes, double tolerance) {
        int[] firsts = new int[shapes.size() + 1];
        int most = shapes.stream().mapToInt(Geometry::getNumPoints).sum();
        int[] owners = new int[most];
        double[][] ends = new double[4][most];
        int count = 0;
        for (int area = 0; area < shapes.size(); area++) {
            firsts[area] = count;
            Geometry shape = shapes.get(area);
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                if (!(shape.getGeometryN(part) instanceof Polygon polygon)) {
                    throw new IllegalArgumentException("neighbours by borders are found of polygons, given a "
                            + shape.getGeometryType() + " at place " + area);
                }
                count = ring(polygon.getExteriorRing(), area, owners, ends, count);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    count = ring(polygon.getInteriorRingN(hole), area, owners, ends, count);
                }
            }
        }
        firsts[shapes.size()] = count;
        for (int end = 0; end < 4; end++) {
            ends[end] = Arrays.copyOf(ends[end], count);
        }
        Envelope[] envelopes =
                shapes.stream().map(Geometry::getEnvelopeInternal).toArray(Envelope[]::new);
        return new Borders(firsts, Arrays.copyOf(owners, count), ends, envelopes, tolerance);
    }

    private static int ring(LinearRing ring, int area, int[] owners, double[][] ends, int count) {
        Coordinate[] corners = ring.getCoordinates();
        int next = count;
        for (int i = 1; i < corners.length; i++) {
            if (!corners[i].equals2D(corners[i - 1])) {
                owners[next] = area;
                ends[0][next] = corners[i - 1].getX();
                ends[1][next] = corners[i - 1].getY();
                ends[2][next] = corners[i].getX();
                ends[3][next] = corners[i].getY();
                next++;
            }
        }
        return next;
    }

    /** Puts a side into every cell that lies within the tolerance of it, row by row. */
    private void enter(int side) {
        double low = Math.min(ys[side], toYs[side]);
        double high = Math.max(ys[side], toYs[side]);
        double rise = toYs[side] - ys[side];
        double west = Math.min(xs[side], toXs[side]);
        double east = Math.max(xs[side], toXs[side]);
        long lastRow = row(high + tolerance);
        for (long row = row(low - tolerance); row <= lastRow; row++) {
            double from = west;
            double to = east;
            if (rise != 0) {
                // The part of the side that lies in this row, with the tolerance to spare.
                double slope = (toXs[side] - xs[side]) / rise;
                double one = xs[side] + slope * (clamp(row * cell - 2 * tolerance, low, high) - ys[side]);
                double other = xs[side] + slope * (clamp((row + 1) * cell + 2 * tolerance, low, high) - ys[side]);
                from = Math.max(west, Math.min(one, other));
                to = Math.min(east, Math.max(one, other));
            }
            // A billionth of a cell more each way, against rounding.
            long lastColumn = row(to + tolerance + cell * 1e-9);
            for (long column = row(from - tolerance - cell * 1e-9); column <= lastColumn; column++) {
                put(column, row, side);
            }
        }
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private long row(double ordinate) {
        return (long) Math.floor(ordinate / cell);
    }

    private static long key(long column, long row) {
        return (column << 32 ^ row & 0xffffffffL) + 1;
    }

    private int place(long key) {
        int mask = cells.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (cells[at] != 0 && cells[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void put(long column, long row, int side) {
        long key = key(column, row);
        int at = place(key);
        if (cells[at] == 0) {
            cells[at] = key;
            heads[at] = -1;
            if (++used * 2 > cells.length) {
                grow();
                at = place(key);
            }
        }
        if (entries == entrySides.length) {
            entrySides = Arrays.copyOf(entrySides, entries * 2);
            entryNext = Arrays.copyOf(entryNext, entries * 2);
        }
        entrySides[entries] = side;
        entryNext[entries] = heads[at];
        heads[at] = entries++;
    }

    private void grow() {
        long[] oldCells = cells;
        int[] oldHeads = heads;
        cells = new long[oldCells.length * 2];
        heads = new int[cells.length];
        for (int i = 0; i < oldCells.length; i++) {
            if (oldCells[i] != 0) {
                int at = place(oldCells[i]);
                cells[at] = oldCells[i];
                heads[at] = oldHeads[i];
            }
        }
    }

    int areas() {
        return firsts.length - 1;
    }

    /** The first side of an area; that of the area after the last is the number of sides. */
    int first(int area) {
        return firsts[area];
    }

    int areaOf(int side) {
        return owners[side];
    }

    /** Sides of other areas within the tolerance of the corner at which a side begins. */
    void near(int corner, int area, Near near) {
        near.count = 0;
        double x = xs[corner];
        double y = ys[corner];
        int at = place(key(row(x), row(y)));
        if (cells[at] == 0) {
            return;
        }
        for (int entry = heads[at]; entry >= 0; entry = entryNext[entry]) {
            int side = entrySides[entry];
            if (owners[side] != area && distance(side, x, y) <= tolerance) {
                near.add(side);
            }
        }
    }

    /** Sides of an area that come near the box around another. */
    int[] sidesBeside(int area, int other) {
        var box = new Envelope(envelopes[other]);
        box.expandBy(2 * tolerance);
        return IntStream.range(firsts[area], firsts[area + 1])
                .filter(side -> Math.max(xs[side], toXs[side]) >= box.getMinX()
                        && Math.min(xs[side], toXs[side]) <= box.getMaxX()
                        && Math.max(ys[side], toYs[side]) >= box.getMinY()
                        && Math.min(ys[side], toYs[side]) <= box.getMaxY())
                .toArray();
    }

    double x(int side, double along) {
        return along == 1 ? toXs[side] : xs[side] + along * (toXs[side] - xs[side]);
    }

    double y(int side, double along) {
        return along == 1 ? toYs[side] : ys[side] + along * (toYs[side] - ys[side]);
    }

    double length(int side) {
        return Math.hypot(toXs[side] - xs[side], toYs[side] - ys[side]);
    }

    /** Where on a side the place nearest to a point lies, from 0 at its beginning to 1 at its end. */
    double along(int side, double x, double y) {
        double dx = toXs[side] - xs[side];
        double dy = toYs[side] - ys[side];
        return clamp(((x - xs[side]) * dx + (y - ys[side]) * dy) / (dx * dx + dy * dy), 0, 1);
    }

    double distance(int side, double x, double y) {
        if (x == xs[side] && y == ys[side] || x == toXs[side] && y == toYs[side]) {
            return 0;
        }
        double along = along(side, x, y);
        double dx = x - x(side, along);
        double dy = y - y(side, along);
        return Math.sqrt(dx * dx + dy * dy);
    }
}
