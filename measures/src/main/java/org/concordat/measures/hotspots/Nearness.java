package org.concordat.measures.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds which points are neighbours by how far apart they lie, in metres as the crow flies: within a distance, or the nearest
 * few. Points at the same place are 0 metres apart and neighbours of each other.
 */
public final class Nearness {
    private record Place(int index, Coordinate at) {}

    private final List<Place> places;
    private final STRtree tree;

    private Nearness(List<Place> places, STRtree tree) {
        this.places = places;
        this.tree = tree;
    }

    private static Nearness of(double[] xs, double[] ys) {
        if (xs.length != ys.length || xs.length < 2) {
            throw new IllegalArgumentException("at least two points, with as many eastings as northings, given "
                    + xs.length + " and " + ys.length);
        }
        var places = new ArrayList<Place>();
        var tree = new STRtree();
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(xs[i]) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("coordinates are finite numbers; those of point " + i + " are not");
            }
            var place = new Place(i, new Coordinate(xs[i], ys[i]));
            places.add(place);
            tree.insert(new Envelope(place.at()), place);
        }
        tree.build();
        return new Nearness(places, tree);
    }

    /** Each point's neighbours at most so many metres away. */
    public static Neighbours within(double[] xs, double[] ys, double metres) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("a distance is above 0 metres, given " + metres);
        }
        Nearness all = of(xs, ys);
        int[][] lists = new int[xs.length][];
        for (Place place : all.places) {
            lists[place.index()] =
                    all.around(place, metres).stream().mapToInt(Place::index).toArray();
        }
        return Neighbours.of(lists);
    }

    /** Each point's so many nearest; where several are as far away as the last, those earliest in the list. */
    public static Neighbours nearest(double[] xs, double[] ys, int count) {
        if (count < 1 || count >= xs.length) {
            throw new IllegalArgumentException(
                    "nearest neighbours number 1 to " + (xs.length - 1) + ", given " + count);
        }
        Nearness all = of(xs, ys);
        int[][] lists = new int[xs.length][];
        for (Place place : all.places) {
            lists[place.index()] = all.around(place, all.reach(place, count)).stream()
                    .sorted(Comparator.comparingDouble(
                                    (Place other) -> other.at().distance(place.at()))
                            .thenComparingInt(Place::index))
                    .limit(count)
                    .mapToInt(Place::index)
                    .toArray();
        }
        return Neighbours.of(lists);
    }

    /** How far away the last of so many nearest lies, the point itself aside. */
    private double reach(Place place, int count) {
        Object[] nearest = tree.nearestNeighbour(
                new Envelope(place.at()),
                place,
                (ItemBoundable one, ItemBoundable other) ->
                        ((Place) one.getItem()).at().distance(((Place) other.getItem()).at()),
                count + 1);
        return Arrays.stream(nearest)
                .mapToDouble(item -> ((Place) item).at().distance(place.at()))
                .max()
                .orElse(0);
    }

    private List<Place> around(Place place, double metres) {
        var box = new Envelope(place.at());
        // A little more than asked for, since the box's edges are rounded; the distance decides.
        box.expandBy(metres * (1 + 1e-12) + Double.MIN_NORMAL);
        var met = new ArrayList<Place>();
        tree.query(box, item -> {
            Place other = (Place) item;
            if (other.index() != place.index() && other.at().distance(place.at()) <= metres) {
                met.add(other);
            }
        });
        return met;
    }
}
