package org.concordat.measures.indices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Figures of areas, one column an indicator, without gaps.
 *
 * <pre>{@code
 * Indicators.of(List.of("E01006074", "E01006075")).with("income", new double[] {.233, .059}).with("crime", crime)
 * }</pre>
 */
public final class Indicators {
    private final List<String> areas;
    private final List<String> names;
    private final List<double[]> columns;

    private Indicators(List<String> areas, List<String> names, List<double[]> columns) {
        this.areas = areas;
        this.names = names;
        this.columns = columns;
    }

    /** Areas, at least two and each once, whose indicators are to follow. */
    public static Indicators of(List<String> areas) {
        if (areas.size() < 2) {
            throw new IllegalArgumentException("an index compares at least two areas, given " + areas.size());
        }
        var met = new HashSet<String>();
        for (String area : areas) {
            if (!met.add(area)) {
                throw new IllegalArgumentException("each area has one row, given " + area + " more than once");
            }
        }
        return new Indicators(List.copyOf(areas), List.of(), List.of());
    }

    /** The same with one indicator more, its figures in the order of the areas. */
    public Indicators with(String name, double[] figures) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("each indicator is given once, given " + name + " twice");
        }
        if (figures.length != areas.size()) {
            throw new IllegalArgumentException(
                    name + " has a figure for each of " + areas.size() + " areas, given " + figures.length);
        }
        for (int i = 0; i < figures.length; i++) {
            if (!Double.isFinite(figures[i])) {
                throw new IllegalArgumentException(name + " of " + areas.get(i)
                        + " has no figure; leave the area or the indicator out, since a gap is never filled");
            }
        }
        var moreNames = new ArrayList<>(names);
        moreNames.add(name);
        var moreColumns = new ArrayList<>(columns);
        moreColumns.add(figures.clone());
        return new Indicators(areas, List.copyOf(moreNames), List.copyOf(moreColumns));
    }

    public List<String> areas() {
        return areas;
    }

    public List<String> names() {
        return names;
    }

    /** The figures of an indicator, in the order of the areas. */
    public double[] column(int indicator) {
        return columns.get(indicator).clone();
    }

    double at(int indicator, int area) {
        return columns.get(indicator)[area];
    }

    /** For methods that need something to combine. */
    void checkSome() {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an index has at least one indicator, given none");
        }
    }

    /** For methods that divide by how much an indicator varies. */
    void checkVaries(int indicator) {
        double first = at(indicator, 0);
        for (double figure : columns.get(indicator)) {
            if (figure != first) {
                return;
            }
        }
        throw new IllegalArgumentException(names.get(indicator)
                + " has the same figure in every area and so tells none from another; leave it out");
    }
}
