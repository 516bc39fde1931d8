package org.concordat.pictures.charts;

import org.concordat.pictures.Numbers;
import org.concordat.pictures.drawing.Scale;

/**
 * One axis of a plot before its values are known.
 *
 * @param title what runs along it, with its unit
 * @param style how its numbers are written
 * @param from where it starts; {@code NaN} lets the values decide
 * @param to where it ends; {@code NaN} lets the values decide
 * @param logarithmic whether equal ratios take equal space
 */
record Axis(String title, Numbers style, double from, double to, boolean logarithmic) {
    static final Axis PLAIN = new Axis("", Numbers.SHORT, Double.NaN, Double.NaN, false);

    Axis named(String words, Numbers writing) {
        return new Axis(words, writing, from, to, logarithmic);
    }

    Axis between(double low, double high) {
        Marks.checkFinite(low, high);
        if (low >= high) {
            throw new IllegalArgumentException("Axis: from below to, given " + low + " to " + high + ".");
        }
        return new Axis(title, style, low, high, logarithmic);
    }

    Axis byLogarithm() {
        return new Axis(title, style, from, to, true);
    }

    /** Whether a value finds a place; fixed ends leave values out, and nought has no logarithm. */
    boolean holds(double value) {
        boolean inside = Double.isNaN(from) || (value >= from - 1e-9 && value <= to + 1e-9);
        return Double.isFinite(value) && inside && (!logarithmic || value > 0);
    }

    Scale scale(double lowest, double highest, double start, double end) {
        if (!Double.isNaN(from)) {
            return new Scale(from, to, start, end, logarithmic);
        }
        if (logarithmic) {
            double low = Math.pow(10, Math.floor(Math.log10(lowest) + 1e-9));
            return Scale.logarithmic(low, highest, start, end);
        }
        return Scale.around(lowest, highest, start, end);
    }
}
