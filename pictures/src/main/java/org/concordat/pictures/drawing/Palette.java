package org.concordat.pictures.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * The colours of all pictures. The series colours are those of Okabe and Ito, "Color Universal Design" (2008), which
 * people with the common colour blindnesses tell apart, less the three (orange, sky blue, yellow) that stand out from
 * white by less than the 3 to 1 of WCAG 2.2, 1.4.11.
 */
public final class Palette {
    public static final Colour INK = Colour.of("#0b0c0c");
    /** Secondary text: at least 4.5 to 1 on white. */
    public static final Colour SOFT_INK = Colour.of("#505a5f");
    /** Lines that only help the eye and carry no meaning. */
    public static final Colour GRID = Colour.of("#d0d4d6");

    public static final Colour BLUE = Colour.of("#0072b2");
    public static final Colour VERMILLION = Colour.of("#d55e00");
    public static final Colour GREEN = Colour.of("#009e73");
    public static final Colour PURPLE = Colour.of("#cc79a7");
    public static final Colour BLACK = Colour.of("#000000");

    private static final List<Colour> SERIES = List.of(BLUE, VERMILLION, GREEN, PURPLE, BLACK);
    private static final Colour PALEST = Colour.of("#e3eef7");
    private static final Colour MIDDLE = BLUE;
    private static final Colour DARKEST = Colour.of("#03203a");

    private Palette() {}

    /** How many series one picture may show; more cannot be told apart. */
    public static int seriesCount() {
        return SERIES.size();
    }

    /** The colour of a series, counted from 0; refuses more series than can be told apart. */
    public static Colour series(int index) {
        if (index < 0 || index >= SERIES.size()) {
            throw new IllegalArgumentException("Series: a picture shows at most " + SERIES.size()
                    + ", since more cannot be told apart; given number " + (index + 1)
                    + ". Draw several pictures, or combine the small ones.");
        }
        return SERIES.get(index);
    }

    /** From 2 to 7 colours of one hue from pale (low) to dark (high), each clearly darker than the one before. */
    public static List<Colour> ramp(int classes) {
        if (classes < 1 || classes > 7) {
            throw new IllegalArgumentException("Classes of a map: 1 to 7, given " + classes + ".");
        }
        var colours = new ArrayList<Colour>(classes);
        for (int i = 0; i < classes; i++) {
            double share = classes == 1 ? 0.5 : (double) i / (classes - 1);
            colours.add(share <= 0.5 ? PALEST.towards(MIDDLE, share * 2) : MIDDLE.towards(DARKEST, share * 2 - 1));
        }
        return List.copyOf(colours);
    }
}
