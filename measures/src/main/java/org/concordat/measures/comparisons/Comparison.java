package org.concordat.measures.comparisons;

import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;

/** How a figure stands beside a benchmark, in the words that its measure's polarity allows. */
public enum Comparison {
    /** The good side of the benchmark, beyond chance. */
    BETTER("better"),
    /** Not to be told from the benchmark. */
    SIMILAR("similar"),
    /** The bad side of the benchmark, beyond chance. */
    WORSE("worse"),
    /** Above the benchmark, where neither side is the good one. */
    HIGHER("higher"),
    /** Below the benchmark, where neither side is the good one. */
    LOWER("lower"),
    /** One of the two figures, or its interval, is not known. */
    NOT_COMPARED("not compared");

    private final String words;

    Comparison(String words) {
        this.words = words;
    }

    /** As it stands in a table. */
    public String words() {
        return words;
    }

    /**
     * Beside a benchmark taken as known, such as the national figure: differs where it lies outside the area's interval. This is
     * what Fingertips does.
     */
    public static Comparison withValue(Estimate area, double benchmark, Polarity polarity) {
        if (!Double.isFinite(benchmark)) {
            throw new IllegalArgumentException("benchmark: expected a finite number, given " + benchmark);
        }
        if (area.value().isEmpty() || area.interval().isEmpty()) {
            return NOT_COMPARED;
        }
        Interval interval = area.interval().get();
        return of(interval.lower() > benchmark, interval.upper() < benchmark, polarity);
    }

    /**
     * Beside another area's figure, itself unsure: differs where the two intervals do not overlap. Careful: two figures can
     * differ beyond chance though their intervals overlap a little (Schenker and Gentleman, The American Statistician 55, 2001).
     */
    public static Comparison withInterval(Estimate area, Estimate other, Polarity polarity) {
        if (area.value().isEmpty()
                || area.interval().isEmpty()
                || other.value().isEmpty()
                || other.interval().isEmpty()) {
            return NOT_COMPARED;
        }
        Interval ours = area.interval().get();
        Interval theirs = other.interval().get();
        if (ours.confidence() != theirs.confidence()) {
            throw new IllegalArgumentException("two intervals are compared at one confidence, given "
                    + ours.confidence() + " and " + theirs.confidence());
        }
        return of(ours.lower() > theirs.upper(), ours.upper() < theirs.lower(), polarity);
    }

    private static Comparison of(boolean above, boolean below, Polarity polarity) {
        if (!above && !below) {
            return SIMILAR;
        }
        return switch (polarity) {
            case HIGH_IS_GOOD -> above ? BETTER : WORSE;
            case LOW_IS_GOOD -> above ? WORSE : BETTER;
            case NEITHER -> above ? HIGHER : LOWER;
        };
    }
}
