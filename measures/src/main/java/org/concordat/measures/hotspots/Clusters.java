package org.concordat.measures.hotspots;

import java.util.ArrayList;
import java.util.List;

/**
 * Areas that are like their neighbours, and areas unlike them, more than chance would have it: local Moran of every area at 5 %,
 * corrected for having asked of many areas, and put into words. Unlike {@link Hotspots} it finds outliers: the one bad street
 * of a quiet part of town.
 *
 * @param moran the statistic with its moments
 * @param correction by what p-values were corrected
 * @param corrected p-values after correction
 * @param kinds what each area is
 */
public record Clusters(LocalMoran.Result moran, FalseDiscovery correction, double[] corrected, List<Kind> kinds) {
    /** From where on an area stands out. */
    public static final double LEVEL = .05;

    /** What an area is. */
    public enum Kind {
        HIGH_AMONG_HIGH("high among high"),
        HIGH_AMONG_LOW("high among low"),
        NOT_OUTSTANDING("not outstanding"),
        LOW_AMONG_HIGH("low among high"),
        LOW_AMONG_LOW("low among low"),
        /** It has no neighbours, or lies exactly at the mean. */
        UNKNOWN("no figure");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it stands in a legend. */
        public String words() {
            return words;
        }
    }

    public Clusters {
        kinds = List.copyOf(kinds);
    }

    /** Clusters by the moments of chance; the weights must leave the areas themselves out. */
    public static Clusters of(double[] figures, SpatialWeights weights, FalseDiscovery correction) {
        return of(LocalMoran.of(figures, weights), correction);
    }

    /** Clusters of a result that was computed before, such as one with p-values by permutation. */
    public static Clusters of(LocalMoran.Result moran, FalseDiscovery correction) {
        double[] corrected = correction.correct(moran.statistic().ps());
        var kinds = new ArrayList<Kind>();
        for (int area = 0; area < corrected.length; area++) {
            kinds.add(kind(corrected[area], moran.quadrants()[area]));
        }
        return new Clusters(moran, correction, corrected, kinds);
    }

    private static Kind kind(double p, LocalMoran.Quadrant quadrant) {
        if (Double.isNaN(p)) {
            return Kind.UNKNOWN;
        }
        if (p > LEVEL) {
            return Kind.NOT_OUTSTANDING;
        }
        return switch (quadrant) {
            case HIGH_HIGH -> Kind.HIGH_AMONG_HIGH;
            case HIGH_LOW -> Kind.HIGH_AMONG_LOW;
            case LOW_HIGH -> Kind.LOW_AMONG_HIGH;
            case LOW_LOW -> Kind.LOW_AMONG_LOW;
        };
    }
}
