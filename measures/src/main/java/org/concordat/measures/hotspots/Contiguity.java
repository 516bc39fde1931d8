package org.concordat.measures.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds which areas share a border. Two areas are queen neighbours where a corner of one lies on the border of the other, within
 * a tolerance; they are rook neighbours where they share a stretch of border longer than the tolerance, and not only
 * points. It does not matter whether both have corners at the same places.
 *
 * <p>Needs valid polygons in metres that do not overlap (overlaps without a corner near the other's border are not seen).
 * The tolerance bridges the gaps that drawing leaves; one near the size of the smallest area would join what lies apart.
 * Cost: about linear in the number of corners, which are looked up in a grid of borders. Departs from R's spdep, which looks for
 * corners near corners, in seeing borders whose corners do not match.
 */
public final class Contiguity {
    /** What makes neighbours. */
    public enum Kind {
        /** A common point is enough. */
        QUEEN,
        /** A common stretch of border. */
        ROOK
    }

    private final Borders borders;
    private final double tolerance;

    private Contiguity(Borders borders, double tolerance) {
        this.borders = borders;
        this.tolerance = tolerance;
    }

    /**
     * Neighbours by common borders.
     *
     * @param shapes polygons in metres, one an area
     * @param toleranceMetres how far apart borders may lie that are meant to be one; 0 or more
     */
    public static Neighbours of(List<? extends Geometry> shapes, Kind kind, double toleranceMetres) {
        if (!(toleranceMetres >= 0) || Double.isInfinite(toleranceMetres)) {
            throw new IllegalArgumentException("a tolerance is 0 metres or more, given " + toleranceMetres);
        }
        Borders borders = Borders.of(shapes, toleranceMetres);
        var contiguity = new Contiguity(borders, toleranceMetres);
        long[] queens = contiguity.queens();
        if (kind == Kind.QUEEN) {
            return Neighbours.ofPairs(shapes.size(), queens, queens.length);
        }
        long[] rooks = Arrays.stream(queens)
                .filter(pair -> contiguity.shareAStretch((int) (pair >> 32), (int) pair))
                .toArray();
        return Neighbours.ofPairs(shapes.size(), rooks, rooks.length);
    }

    /** Each pair that has a common point once, the lower area first, rising. */
    private long[] queens() {
        long[] pairs = new long[Math.max(16, borders.areas() * 8)];
        int count = 0;
        int[] seenBy = new int[borders.areas()];
        Arrays.fill(seenBy, -1);
        var near = new Borders.Near();
        for (int area = 0; area < borders.areas(); area++) {
            for (int corner = borders.first(area); corner < borders.first(area + 1); corner++) {
                borders.near(corner, area, near);
                for (int i = 0; i < near.count(); i++) {
                    int other = borders.areaOf(near.side(i));
                    if (seenBy[other] != area) {
                        seenBy[other] = area;
                        if (count == pairs.length) {
                            pairs = Arrays.copyOf(pairs, count * 2);
                        }
                        pairs[count++] = (long) Math.min(area, other) << 32 | Math.max(area, other);
                    }
                }
            }
        }
        return Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
    }

    /** Whether a side of one area runs along the border of the other, between two places that are common. */
    private boolean shareAStretch(int one, int other) {
        int[] ones = borders.sidesBeside(one, other);
        int[] others = borders.sidesBeside(other, one);
        for (int side : ones) {
            List<Double> common = new ArrayList<>();
            for (double end : new double[] {0, 1}) {
                if (isNear(borders.x(side, end), borders.y(side, end), others)) {
                    common.add(end);
                }
            }
            for (int otherSide : others) {
                double along = borders.along(side, borders.x(otherSide, 0), borders.y(otherSide, 0));
                if (borders.distance(side, borders.x(otherSide, 0), borders.y(otherSide, 0)) <= tolerance) {
                    common.add(along);
                }
            }
            common.sort(null);
            for (int i = 1; i < common.size(); i++) {
                double from = common.get(i - 1);
                double to = common.get(i);
                double middle = (from + to) / 2;
                if ((to - from) * borders.length(side) > tolerance
                        && isNear(borders.x(side, middle), borders.y(side, middle), others)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNear(double x, double y, int[] sides) {
        for (int side : sides) {
            if (borders.distance(side, x, y) <= tolerance) {
                return true;
            }
        }
        return false;
    }
}
