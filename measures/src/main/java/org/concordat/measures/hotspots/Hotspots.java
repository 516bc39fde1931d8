package org.concordat.measures.hotspots;

import java.util.ArrayList;
import java.util.List;

/**
 * Areas where high figures lie together, and where low ones do, with how sure that is after correction for many tests: G* of
 * every area, corrected, and put into words.
 *
 * <p>Counts of areas of unequal size make hotspots of the large ones: hand in rates, and where few people live, rates
 * steadied by {@link EmpiricalBayes}.
 *
 * @param statistic the z-scores and their p-values
 * @param correction by what p-values were corrected
 * @param corrected p-values after correction
 * @param spots what each area is
 */
public record Hotspots(LocalStatistic statistic, FalseDiscovery correction, double[] corrected, List<Spot> spots) {
    /** What an area is, at the usual three levels. */
    public enum Spot {
        HOT_99("hot, 99 %"),
        HOT_95("hot, 95 %"),
        HOT_90("hot, 90 %"),
        NOT_OUTSTANDING("not outstanding"),
        COLD_90("cold, 90 %"),
        COLD_95("cold, 95 %"),
        COLD_99("cold, 99 %"),
        /** It has no figure, for want of neighbours. */
        UNKNOWN("no figure");

        private final String words;

        Spot(String words) {
            this.words = words;
        }

        /** As it stands in a legend. */
        public String words() {
            return words;
        }

        /** Whether it stands out on the high side. */
        public boolean isHot() {
            return this == HOT_90 || this == HOT_95 || this == HOT_99;
        }
    }

    public Hotspots {
        spots = List.copyOf(spots);
    }

    /** Hotspots by G*; the weights' own question of whether the area is included is answered for them. */
    public static Hotspots of(double[] figures, SpatialWeights weights, FalseDiscovery correction) {
        return judged(GetisOrd.starred(figures, weights.withSelf()), correction);
    }

    /** Hotspots by G, which looks at an area's neighbours and not at the area; the weights must leave the areas out. */
    public static Hotspots aroundAreas(double[] figures, SpatialWeights weights, FalseDiscovery correction) {
        return judged(GetisOrd.unstarred(figures, weights), correction);
    }

    private static Hotspots judged(LocalStatistic statistic, FalseDiscovery correction) {
        double[] corrected = correction.correct(statistic.ps());
        var spots = new ArrayList<Spot>();
        for (int area = 0; area < corrected.length; area++) {
            spots.add(spot(statistic.z(area), corrected[area]));
        }
        return new Hotspots(statistic, correction, corrected, spots);
    }

    private static Spot spot(double z, double p) {
        if (Double.isNaN(z)) {
            return Spot.UNKNOWN;
        }
        if (p > .1) {
            return Spot.NOT_OUTSTANDING;
        }
        if (p > .05) {
            return z > 0 ? Spot.HOT_90 : Spot.COLD_90;
        }
        if (p > .01) {
            return z > 0 ? Spot.HOT_95 : Spot.COLD_95;
        }
        return z > 0 ? Spot.HOT_99 : Spot.COLD_99;
    }
}
