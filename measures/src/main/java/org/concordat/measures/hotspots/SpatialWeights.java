package org.concordat.measures.hotspots;

/**
 * How much each neighbour counts, and whether an area counts among its own. All neighbours of one area count the same.
 *
 * @param neighbours who neighbours whom
 * @param scheme how much they count
 * @param selfIncluded whether each area counts as its own neighbour too, as G* wants and all others do not
 */
public record SpatialWeights(Neighbours neighbours, Scheme scheme, boolean selfIncluded) {
    /** How much a neighbour counts. */
    public enum Scheme {
        /** 1 each, so that areas with many neighbours have more weight. */
        BINARY,
        /** 1 divided by how many there are, so that each area's weights add up to 1. */
        ROW_STANDARDISED
    }

    /** Each neighbour counts 1; no area is its own. */
    public static SpatialWeights binary(Neighbours neighbours) {
        return new SpatialWeights(neighbours, Scheme.BINARY, false);
    }

    /** The neighbours of each area count 1 together; no area is its own. */
    public static SpatialWeights rowStandardised(Neighbours neighbours) {
        return new SpatialWeights(neighbours, Scheme.ROW_STANDARDISED, false);
    }

    /** The same with each area among its own neighbours. */
    public SpatialWeights withSelf() {
        return new SpatialWeights(neighbours, scheme, true);
    }

    /** How many areas count for an area. */
    int count(int area) {
        return neighbours.count(area) + (selfIncluded ? 1 : 0);
    }

    /** How much each of them counts. */
    double each(int area) {
        return switch (scheme) {
            case BINARY -> 1;
            case ROW_STANDARDISED -> count(area) == 0 ? 0 : 1.0 / count(area);
        };
    }

    /** The weighted sum of figures around an area. */
    double lag(int area, double[] figures) {
        return each(area) * (neighbours.sum(area, figures) + (selfIncluded ? figures[area] : 0));
    }

    /** Sums over all pairs that the global statistics need (Cliff and Ord 1981): Σw, ½Σ(w_ij + w_ji)², Σ(w_i. + w_.i)². */
    record Sums(double s0, double s1, double s2) {}

    Sums sums() {
        int size = neighbours.size();
        double s0 = 0;
        double[] columns = new double[size];
        double[] rows = new double[size];
        double s1 = 0;
        for (int area = 0; area < size; area++) {
            double each = each(area);
            rows[area] = each * count(area);
            s0 += rows[area];
            for (int link = neighbours.first(area); link < neighbours.first(area) + neighbours.count(area); link++) {
                int other = neighbours.at(link);
                columns[other] += each;
                double back = neighbours.lists(other, area) ? each(other) : 0;
                // Half of (w_ij + w_ji)² for this direction; the other direction adds its own half, unless it has none.
                s1 += (back == 0 ? 1 : .5) * (each + back) * (each + back);
            }
            if (selfIncluded) {
                columns[area] += each;
                s1 += 2 * each * each;
            }
        }
        double s2 = 0;
        for (int area = 0; area < size; area++) {
            s2 += (rows[area] + columns[area]) * (rows[area] + columns[area]);
        }
        return new Sums(s0, s1, s2);
    }

    /** For statistics of these weights: a finite figure for each area, not all the same. */
    void check(double[] figures) {
        if (figures.length != neighbours.size()) {
            throw new IllegalArgumentException(
                    "one figure for each of " + neighbours.size() + " areas, given " + figures.length);
        }
        if (figures.length < 4) {
            throw new IllegalArgumentException("at least four areas can be compared, given " + figures.length);
        }
        boolean varies = false;
        for (double figure : figures) {
            if (!Double.isFinite(figure)) {
                throw new IllegalArgumentException("each area has a finite figure, given " + figure);
            }
            varies |= figure != figures[0];
        }
        if (!varies) {
            throw new IllegalArgumentException("the figure is the same in every area (" + figures[0]
                    + "), so none can stand out; look whether the right column was taken");
        }
    }
}
