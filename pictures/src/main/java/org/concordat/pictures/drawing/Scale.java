package org.concordat.pictures.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Carries values to positions along a line, evenly or by logarithm, and says where round ticks lie.
 *
 * @param from the value at the start
 * @param to the value at the end, above {@code from}
 * @param start the position of {@code from}
 * @param end the position of {@code to}; may lie before {@code start}
 * @param logarithmic whether equal ratios, not equal differences, take equal space; needs {@code from} above 0
 */
public record Scale(double from, double to, double start, double end, boolean logarithmic) {
    /** Refuses an empty or endless range. */
    public Scale {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to || (logarithmic && from <= 0)) {
            throw new IllegalArgumentException(
                    "Scale: a finite range that rises (and is above 0 when logarithmic), given " + from + " to " + to
                            + ".");
        }
    }

    /** An even scale widened to round ends that hold all values. */
    public static Scale around(double lowest, double highest, double start, double end) {
        double low = lowest;
        double high = highest;
        if (low == high) {
            low = Math.min(0, low);
            high = high == low ? low + 1 : high;
        }
        double step = step(low, high, 5);
        return new Scale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, start, end, false);
    }

    /** A logarithmic scale from a value above 0 to the next power of ten. */
    public static Scale logarithmic(double lowest, double highest, double start, double end) {
        double top = Math.pow(10, Math.ceil(Math.log10(Math.max(highest, lowest * 10)) - 1e-9));
        return new Scale(lowest, top, start, end, true);
    }

    /** The position of a value; values outside the range land outside the line. */
    public double at(double value) {
        double share = logarithmic
                ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** Round values within the range, about as many as asked for; powers of ten when logarithmic. */
    public List<Double> ticks(int about) {
        var ticks = new ArrayList<Double>();
        if (logarithmic) {
            int low = (int) Math.ceil(Math.log10(from) - 1e-9);
            int high = (int) Math.floor(Math.log10(to) + 1e-9);
            int stride = Math.max(1, (high - low + about - 1) / Math.max(1, about));
            for (int power = low; power <= high; power += stride) {
                ticks.add(Math.pow(10, power));
            }
            return ticks;
        }
        double step = step(from, to, about);
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(round(i * step));
        }
        return ticks;
    }

    /** The round step (1, 2 or 5 times a power of ten) that cuts a range into about so many parts. */
    static double step(double from, double to, int parts) {
        double raw = (to - from) / Math.max(1, parts);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return (lead <= 1.000001 ? 1 : lead <= 2.000001 ? 2 : lead <= 5.000001 ? 5 : 10) * power;
    }

    /** Takes away the dust of binary fractions, so that 3 × 0.1 prints as 0.3. */
    private static double round(double value) {
        return value == 0
                ? 0
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(12))
                        .doubleValue();
    }
}
