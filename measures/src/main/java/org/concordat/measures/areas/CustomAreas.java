package org.concordat.measures.areas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Areas that people put together from small ones, such as the patch of a neighbourhood team: which small areas belong to
 * each, and the sums of their figures. A small area belongs to one custom area at most; some may belong to none.
 */
public final class CustomAreas {
    private final SortedMap<String, List<String>> parts;

    private CustomAreas(SortedMap<String, List<String>> parts) {
        this.parts = parts;
    }

    /**
     * Custom areas.
     *
     * @param parts codes of the small areas by the name of the custom area
     * @param small the vintage that the codes must be of
     */
    public static CustomAreas of(Map<String, ? extends Collection<String>> parts, Vintage small) {
        var checked = new TreeMap<String, List<String>>();
        var owners = new TreeMap<String, String>();
        for (var area : new TreeMap<>(parts).entrySet()) {
            if (area.getValue().isEmpty()) {
                throw new IllegalArgumentException(
                        "a custom area has at least one part; " + area.getKey() + " has none");
            }
            if (small.check(area.getValue(), List.of()) instanceof Vintage.SomeUnknown unknown) {
                throw new IllegalArgumentException("custom area " + area.getKey() + ": " + unknown.message());
            }
            for (String code : new TreeSet<>(area.getValue())) {
                String owner = owners.putIfAbsent(code, area.getKey());
                if (owner != null) {
                    throw new IllegalArgumentException(code + " is part of " + owner + " and of " + area.getKey()
                            + "; figures would be counted twice, so decide where it belongs");
                }
            }
            checked.put(area.getKey(), List.copyOf(new TreeSet<>(area.getValue())));
        }
        return new CustomAreas(checked);
    }

    /** The names of the custom areas, in order. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The codes of the small areas of a custom area, in order. */
    public List<String> partsOf(String name) {
        List<String> codes = parts.get(name);
        if (codes == null) {
            throw new IllegalArgumentException("there is no custom area " + name + " among " + names());
        }
        return codes;
    }

    /** The sums of counts; rates must not be added, but what is above and below their line may. */
    public SortedMap<String, Double> sums(Map<String, Double> counts) {
        var sums = new TreeMap<String, Double>();
        parts.forEach((name, codes) -> {
            double sum = 0;
            for (String code : codes) {
                sum += figure(counts, code, name);
            }
            sums.put(name, sum);
        });
        return sums;
    }

    /** Means of figures that cannot be added, weighed by residents or another count. */
    public SortedMap<String, Double> means(Map<String, Double> figures, Map<String, Double> weights) {
        var means = new TreeMap<String, Double>();
        parts.forEach((name, codes) -> {
            double sum = 0;
            double of = 0;
            for (String code : codes) {
                double weight = figure(weights, code, name);
                if (!(weight >= 0)) {
                    throw new IllegalArgumentException("weights are 0 or more, given " + weight + " for " + code);
                }
                sum += weight * figure(figures, code, name);
                of += weight;
            }
            if (!(of > 0)) {
                throw new IllegalArgumentException("the parts of " + name + " weigh nothing, so they have no mean");
            }
            means.put(name, sum / of);
        });
        return means;
    }

    private static double figure(Map<String, Double> figures, String code, String name) {
        Double figure = figures.get(code);
        if (figure == null) {
            throw new IllegalArgumentException(
                    code + " of custom area " + name + " has no figure; a sum over the others would be too low");
        }
        return figure;
    }

    /** The custom areas' shapes: those of their parts without the borders between them. */
    public AreaSet shapes(String setName, AreaSet small) {
        var areas = new ArrayList<Area>();
        parts.forEach((name, codes) -> {
            var shapes = new ArrayList<Geometry>();
            for (String code : codes) {
                int at = small.indexOf(code);
                if (at == AreaSet.NONE) {
                    throw new IllegalArgumentException(code + " of custom area " + name + " has no shape");
                }
                shapes.add(small.areas().get(at).shape());
            }
            areas.add(new Area(name, name, UnaryUnionOp.union(shapes)));
        });
        return AreaSet.of(setName, areas);
    }
}
