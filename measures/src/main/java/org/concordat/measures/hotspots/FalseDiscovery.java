package org.concordat.measures.hotspots;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for having asked of many areas at once: of a hundred areas where nothing is the matter, five would stand
 * out at 5 % by chance alone. Values of NaN (areas without a figure) stay out and stay NaN. The same as {@code p.adjust} of R.
 */
public enum FalseDiscovery {
    /**
     * Keeps the expected share of false ones among those that stand out below the level, also where neighbours' tests go
     * together (Benjamini and Hochberg 1995); what Caldas de Castro and Singer (Geographical Analysis 38 (2006), 180-208)
     * advise for local statistics.
     */
    BENJAMINI_HOCHBERG("Benjamini-Hochberg"),
    /** The same under any kind of dependence, at the price of finding less (Benjamini and Yekutieli 2001). */
    BENJAMINI_YEKUTIELI("Benjamini-Yekutieli"),
    /** Keeps the chance of even one false one below the level; finds least. */
    BONFERRONI("Bonferroni"),
    /** No correction; for comparing with maps made so, never for deciding. */
    NONE("none");

    private final String words;

    FalseDiscovery(String words) {
        this.words = words;
    }

    /** The procedure's name. */
    public String words() {
        return words;
    }

    /** The corrected p-values: an area stands out at a level where its own is at or below it. */
    public double[] correct(double[] ps) {
        for (double p : ps) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("p-values lie between 0 and 1, given " + p);
            }
        }
        int[] falling = IntStream.range(0, ps.length)
                .filter(i -> !Double.isNaN(ps[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> ps[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double tests = falling.length;
        double dependence = switch (this) {
            case BENJAMINI_YEKUTIELI ->
                IntStream.rangeClosed(1, falling.length)
                        .mapToDouble(i -> 1.0 / i)
                        .sum();
            case BENJAMINI_HOCHBERG, BONFERRONI, NONE -> 1;
        };
        double[] corrected = new double[ps.length];
        Arrays.fill(corrected, Double.NaN);
        double least = 1;
        for (int place = 0; place < falling.length; place++) {
            int i = falling[place];
            corrected[i] = switch (this) {
                case NONE -> ps[i];
                case BONFERRONI -> Math.min(1, ps[i] * tests);
                case BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> {
                    least = Math.min(least, ps[i] * dependence * tests / (tests - place));
                    yield least;
                }
            };
        }
        return corrected;
    }
}
