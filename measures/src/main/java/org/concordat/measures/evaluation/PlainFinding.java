package org.concordat.measures.evaluation;

import java.util.Locale;
import org.concordat.measures.Interval;

/**
 * An effect in a sentence that anybody understands, in the manner of the Justice Data Lab: both figures, then the range of
 * the difference, and where that holds nothing at all, that there is no evidence either way. Says "points" for percentage
 * points.
 */
public final class PlainFinding {
    private PlainFinding() {}

    /** Whether the interval leaves no doubt of the direction. */
    public static boolean evident(Effect effect) {
        Interval interval = effect.difference().interval().orElseThrow(PlainFinding::noInterval);
        return interval.lower() > 0 || interval.upper() < 0;
    }

    /** Such as "26% against 35%, between 2 and 14 points fewer". */
    public static String words(Effect effect) {
        Interval interval = effect.difference().interval().orElseThrow(PlainFinding::noInterval);
        boolean share = effect.kind() == Effect.Kind.PROPORTIONS;
        double factor = share ? 100 : 1;
        double low = interval.lower() * factor;
        double high = interval.upper() * factor;
        int decimals = decimals(low, high, share);
        String against = figure(effect.treated().value().orElseThrow() * factor, decimals, share) + " against "
                + figure(effect.partners().value().orElseThrow() * factor, decimals, share);
        String unit = share ? " points" : "";
        if (low > 0) {
            return against + ", between " + figure(low, decimals, false) + " and " + figure(high, decimals, false)
                    + unit + " more";
        }
        if (high < 0) {
            return against + ", between " + figure(-high, decimals, false) + " and " + figure(-low, decimals, false)
                    + unit + " fewer";
        }
        return against + ", anything from " + figure(-low, decimals, false) + unit + " fewer to "
                + figure(high, decimals, false) + unit + " more: no evidence either way";
    }

    private static IllegalArgumentException noInterval() {
        return new IllegalArgumentException("effect: one with an interval, given one without");
    }

    /** As few as keep the near end of the range from being written as nothing, and for numbers three figures. */
    private static int decimals(double low, double high, boolean share) {
        double nearest = low > 0 ? low : high < 0 ? -high : Double.POSITIVE_INFINITY;
        double size = share ? 100 : Math.max(Math.abs(low), Math.abs(high));
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        while (decimals < 6 && Math.round(nearest * Math.pow(10, decimals)) == 0) {
            decimals++;
        }
        return decimals;
    }

    private static String figure(double value, int decimals, boolean percent) {
        String written = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return (written.matches("-0(\\.0*)?") ? written.substring(1) : written) + (percent ? "%" : "");
    }
}
