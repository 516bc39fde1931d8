package org.concordat.pictures.networks;

import java.util.List;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Palette;

/**
 * How the line of one kind of arrow is drawn, so that kinds differ in dashes and heads and not in colour alone.
 *
 * @param dashes as SVG writes them, empty for an unbroken line
 * @param filledHead whether the head is filled or only outlined
 */
record Stroke(Colour colour, String dashes, boolean filledHead) {
    private static final List<Stroke> KINDS = List.of(
            new Stroke(Palette.BLUE, "", true),
            new Stroke(Palette.VERMILLION, "9 5", true),
            new Stroke(Palette.SOFT_INK, "2 4", false));

    /** What arrows are drawn with where there is one kind only. */
    static final Stroke ONLY = new Stroke(Palette.SOFT_INK, "", true);

    static int kinds() {
        return KINDS.size();
    }

    static Stroke of(int kind) {
        return KINDS.get(kind);
    }
}
