package org.concordat.measures.areas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The areas of one map, in the order of their codes, and which of them a point lies in.
 *
 * <p>Every shape must be valid and every code unique. A point on a border belongs to the area with the lowest code, and so does
 * one where areas overlap. Finding a point costs about the logarithm of the number of corners. May be used by many threads.
 */
public final class AreaSet {
    /** The index of a point that lies in no area. */
    public static final int NONE = -1;

    private final String name;
    private final List<Area> areas;
    private final Map<String, Integer> places;
    private final STRtree index;

    private AreaSet(String name, List<Area> areas, Map<String, Integer> places, STRtree index) {
        this.name = name;
        this.areas = areas;
        this.places = places;
        this.index = index;
    }

    /** One area with the means to tell quickly whether a point lies in it. */
    private record Found(int place, IndexedPointInAreaLocator locator) {}

    /**
     * A set of areas.
     *
     * @param name what the areas are, such as "LSOA 2011", for messages
     */
    public static AreaSet of(String name, List<Area> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException(name + " has at least one area, given none");
        }
        List<ShapeFault> faults = faults(areas);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().message()
                    + (faults.size() > 1 ? "; " + (faults.size() - 1) + " more areas have faults" : ""));
        }
        List<Area> sorted =
                areas.stream().sorted(Comparator.comparing(Area::code)).toList();
        var places = new HashMap<String, Integer>();
        var index = new STRtree();
        for (int place = 0; place < sorted.size(); place++) {
            Area area = sorted.get(place);
            if (places.put(area.code(), place) != null) {
                throw new IllegalArgumentException(
                        "each area of " + name + " is given once, given " + area.code() + " more than once");
            }
            index.insert(
                    area.shape().getEnvelopeInternal(), new Found(place, new IndexedPointInAreaLocator(area.shape())));
        }
        index.build();
        return new AreaSet(name, sorted, places, index);
    }

    /** What is wrong with the shapes of areas, at most one fault an area; empty where all are valid. */
    public static List<ShapeFault> faults(List<Area> areas) {
        return areas.stream().flatMap(area -> ShapeFault.of(area).stream()).toList();
    }

    public String name() {
        return name;
    }

    /** The areas in the order of their codes. */
    public List<Area> areas() {
        return areas;
    }

    public int size() {
        return areas.size();
    }

    /** The codes in their order. */
    public List<String> codes() {
        return areas.stream().map(Area::code).toList();
    }

    /** The codes as a vintage, to check other codes against. */
    public Vintage vintage() {
        return new Vintage(name, places.keySet());
    }

    /** The place of an area in {@link #areas()} by its code; {@link #NONE} where there is none. */
    public int indexOf(String code) {
        return places.getOrDefault(code, NONE);
    }

    /** The place in {@link #areas()} of the area that a point lies in; {@link #NONE} where it lies in none. */
    public int locate(double x, double y) {
        List<Integer> all = locateAll(x, y);
        return all.isEmpty() ? NONE : all.getFirst();
    }

    /** All areas that a point lies in or on the border of, in order: one, or several on a border or where areas overlap. */
    public List<Integer> locateAll(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point's coordinates are finite numbers");
        }
        var point = new Coordinate(x, y);
        var met = new ArrayList<Integer>(1);
        index.query(new Envelope(point), item -> {
            Found found = (Found) item;
            if (found.locator().locate(point) != Location.EXTERIOR) {
                met.add(found.place());
            }
        });
        met.sort(Comparator.naturalOrder());
        return met;
    }

    /** How many of the points lie in each area, and how many in none. */
    public Counted count(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(
                    "points have as many eastings as northings, given " + xs.length + " and " + ys.length);
        }
        int[] counts = new int[areas.size()];
        int outside = 0;
        int onBorder = 0;
        for (int point = 0; point < xs.length; point++) {
            List<Integer> all = locateAll(xs[point], ys[point]);
            if (all.isEmpty()) {
                outside++;
            } else {
                counts[all.getFirst()]++;
                onBorder += all.size() > 1 ? 1 : 0;
            }
        }
        return new Counted(counts, outside, onBorder);
    }

    /**
     * Points counted into areas.
     *
     * @param counts one an area, in the order of the areas
     * @param outside points in no area
     * @param shared points that lie in several areas, on a border or where areas overlap, counted in the lowest code's
     */
    public record Counted(int[] counts, int outside, int shared) {}
}
