package org.concordat.pictures;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a number is written for people: thousands with commas, few digits, a true minus sign, missing as "no figure".
 * One style serves a chart's labels, axis and table.
 */
@FunctionalInterface
public interface Numbers {
    /** The number as words; any double, also missing ({@code NaN}). */
    String write(double value);

    /** Whole numbers: 40,100. */
    Numbers COUNT = value -> formatted(value, "#,##0", 0);

    /**
     * Shares of 1 as percentages with one decimal: 0.438 is 43.8%. A share that is not quite nothing or everything is
     * never rounded to it: 0.0001 is "under 0.1%", 0.9999 "over 99.9%".
     */
    Numbers PERCENT = value -> value > 0 && value < 0.0005
            ? "under 0.1%"
            : value < 1 && value > 0.9995
                    ? "over 99.9%"
                    : formatted(value * 100, "#,##0.0", 1) + (Double.isFinite(value) ? "%" : "");

    /** Shares of 1 as whole percentages: 0.438 is 44%. */
    Numbers WHOLE_PERCENT = value -> formatted(value * 100, "#,##0", 0) + (Double.isFinite(value) ? "%" : "");

    /** At most three significant decimals, none that say nothing: 0.25, 12, 3.142. */
    Numbers SHORT = value -> formatted(value, "#,##0.###", 3);

    /** Signed with one decimal, for weights in bits: +6.2, −3.4, 0.0. */
    Numbers SIGNED = value -> (rounded(value, 1) > 0 ? "+" : "") + formatted(value, "#,##0.0", 1);

    /** A fixed number of decimals, 0 to 9: 0.951. */
    static Numbers decimals(int decimals) {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("Decimals: 0 to 9, given " + decimals + ".");
        }
        return value -> formatted(value, "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)), decimals);
    }

    private static String formatted(double value, String pattern, int decimals) {
        if (Double.isNaN(value)) {
            return "no figure";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "no upper limit" : "no lower limit";
        }
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator('.');
        symbols.setGroupingSeparator(',');
        symbols.setMinusSign('−');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded(value, decimals));
    }

    private static double rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double scaled = java.math.BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
        return scaled == 0 ? 0 : scaled;
    }
}
