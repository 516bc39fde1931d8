package org.concordat.cli.hotspots;

import java.util.Locale;
import org.concordat.measures.hotspots.Clusters;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Fill.Pattern;
import org.concordat.pictures.drawing.Palette;

/** What is said of an area, by whichever method, and how it looks on the map. */
enum Verdict {
    HOT_99(Hotspots.Spot.HOT_99.words(), Fill.solid(Colour.of("#7f2704")), true),
    HOT_95(Hotspots.Spot.HOT_95.words(), Fill.solid(Palette.VERMILLION), true),
    HOT_90(Hotspots.Spot.HOT_90.words(), Fill.solid(Colour.of("#fdbe85")), true),
    HIGH_AMONG_HIGH(Clusters.Kind.HIGH_AMONG_HIGH.words(), Fill.solid(Palette.VERMILLION), true),
    HIGH_AMONG_LOW(Clusters.Kind.HIGH_AMONG_LOW.words(), new Fill(Palette.VERMILLION, Pattern.DOTS), true),
    NOT_OUTSTANDING(Hotspots.Spot.NOT_OUTSTANDING.words(), Fill.solid(Colour.of("#f3f2f1")), false),
    LOW_AMONG_HIGH(Clusters.Kind.LOW_AMONG_HIGH.words(), new Fill(Palette.BLUE, Pattern.DOTS), true),
    LOW_AMONG_LOW(Clusters.Kind.LOW_AMONG_LOW.words(), new Fill(Palette.BLUE, Pattern.STRIPES), true),
    COLD_90(Hotspots.Spot.COLD_90.words(), new Fill(Colour.of("#6baed6"), Pattern.STRIPES), true),
    COLD_95(Hotspots.Spot.COLD_95.words(), new Fill(Palette.BLUE, Pattern.STRIPES), true),
    COLD_99(Hotspots.Spot.COLD_99.words(), new Fill(Colour.of("#03203a"), Pattern.STRIPES), true),
    UNKNOWN(Hotspots.Spot.UNKNOWN.words(), new Fill(Palette.SOFT_INK, Pattern.CROSSES), false);

    private final String words;
    private final Fill fill;
    private final boolean standsOut;

    Verdict(String words, Fill fill, boolean standsOut) {
        this.words = words;
        this.fill = fill;
        this.standsOut = standsOut;
    }

    String words() {
        return words;
    }

    Fill fill() {
        return fill;
    }

    /** Whether it is more than chance would make, at 90 % or above. */
    boolean standsOut() {
        return standsOut;
    }

    /** Whether high figures lie there, beyond chance at 95 % or above. */
    boolean isHotspot() {
        return this == HOT_99 || this == HOT_95 || this == HIGH_AMONG_HIGH;
    }

    /** Its name for machines. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(Hotspots.Spot spot) {
        return switch (spot) {
            case HOT_99 -> HOT_99;
            case HOT_95 -> HOT_95;
            case HOT_90 -> HOT_90;
            case NOT_OUTSTANDING -> NOT_OUTSTANDING;
            case COLD_90 -> COLD_90;
            case COLD_95 -> COLD_95;
            case COLD_99 -> COLD_99;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Verdict of(Clusters.Kind kind) {
        return switch (kind) {
            case HIGH_AMONG_HIGH -> HIGH_AMONG_HIGH;
            case HIGH_AMONG_LOW -> HIGH_AMONG_LOW;
            case NOT_OUTSTANDING -> NOT_OUTSTANDING;
            case LOW_AMONG_HIGH -> LOW_AMONG_HIGH;
            case LOW_AMONG_LOW -> LOW_AMONG_LOW;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
