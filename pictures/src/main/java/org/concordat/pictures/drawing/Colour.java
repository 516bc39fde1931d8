package org.concordat.pictures.drawing;

import java.util.Locale;

/**
 * A colour of the sRGB space, as WCAG 2.2 measures contrast.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
    public static final Colour WHITE = of("#ffffff");

    /** Refuses parts outside 0 to 255. */
    public Colour {
        for (int part : new int[] {red, green, blue}) {
            if (part < 0 || part > 255) {
                throw new IllegalArgumentException("A colour's parts lie between 0 and 255, given " + part + ".");
            }
        }
    }

    /** Reads {@code #rrggbb}. */
    public static Colour of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("Colour: #rrggbb, given " + hex + ".");
        }
        int all = Integer.parseInt(hex.substring(1), 16);
        return new Colour(all >> 16, (all >> 8) & 255, all & 255);
    }

    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** Relative luminance, from 0 (black) to 1 (white); WCAG 2.2, "relative luminance". */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** Contrast ratio from 1 (the same) to 21 (black on white); WCAG 2.2, "contrast ratio". */
    public double contrastWith(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colour a share of the way to another: 0 is this one, 1 the other. */
    public Colour towards(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
