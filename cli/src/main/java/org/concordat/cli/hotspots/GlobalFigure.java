package org.concordat.cli.hotspots;

import java.math.BigDecimal;
import java.math.MathContext;
import org.concordat.measures.hotspots.GlobalStatistic;
import org.concordat.pictures.Numbers;

/**
 * A figure of the whole map, rounded so far that one event more or less hardly shows in it: all that is ever said of it is made of
 * these words and numbers.
 *
 * @param z how many standard deviations from what chance would make, to one decimal or two digits
 * @param chance how likely it is by chance, in words
 */
record GlobalFigure(String value, String expected, String z, String chance) {
    private static final Numbers Z = Numbers.decimals(1);

    /** Moran's I, which lies between about −1 and 1. */
    static GlobalFigure ofMoran(GlobalStatistic moran) {
        Numbers value = Numbers.decimals(2);
        return of(moran, value.write(moran.value()), value.write(moran.expected()));
    }

    /** Global G, the smaller the more areas there are. */
    static GlobalFigure ofG(GlobalStatistic g) {
        return of(g, twoDigits(g.value()), twoDigits(g.expected()));
    }

    private static GlobalFigure of(GlobalStatistic statistic, String value, String expected) {
        return new GlobalFigure(value, expected, z(statistic.z()), chance(statistic.p()));
    }

    private static String z(double z) {
        return Math.abs(z) < 10 ? Z.write(z) : twoDigits(z).replace('-', '−');
    }

    private static String twoDigits(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : "no figure";
    }

    private static String chance(double p) {
        return p < .001 ? "under 0.001" : p < .01 ? "under 0.01" : p <= .05 ? "under 0.05" : "above 0.05";
    }

    /** Whether it is no more than chance would make, at 95 %. */
    boolean isChance() {
        return chance.startsWith("above");
    }

    /** Whether it lies below what chance would make. */
    boolean isLow() {
        return z.startsWith("−");
    }

    String words() {
        return value + " (by chance about " + expected + "; z-score " + z + ", p " + chance + ")";
    }
}
