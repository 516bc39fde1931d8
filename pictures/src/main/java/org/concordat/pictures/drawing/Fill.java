package org.concordat.pictures.drawing;

import java.util.Comparator;
import java.util.List;
import org.concordat.pictures.markup.Element;

/**
 * A colour with a pattern, so that two neighbours differ also in grey print and for colour-blind readers.
 *
 * @param colour the main colour
 * @param pattern what is drawn in it or over it
 */
public record Fill(Colour colour, Pattern pattern) implements Comparable<Fill> {
    /** The patterns, in the order series take them. */
    public enum Pattern {
        SOLID,
        /** White stripes that rise to the right. */
        STRIPES,
        /** White dots. */
        DOTS,
        /** White grid. */
        GRID,
        /** White level stripes. */
        LEVELS,
        /** Thin coloured stripes on white, for what is unknown or withheld. */
        HATCH,
        /** Thin coloured crosses on white, for the other kind of unknown. */
        CROSSES
    }

    private static final double TILE = 8;

    public static Fill solid(Colour colour) {
        return new Fill(colour, Pattern.SOLID);
    }

    /** Colour and pattern of a series, counted from 0. */
    public static Fill series(int index) {
        var pattern = List.of(Pattern.SOLID, Pattern.STRIPES, Pattern.DOTS, Pattern.LEVELS, Pattern.GRID);
        return new Fill(Palette.series(index), pattern.get(index));
    }

    String name() {
        return pattern.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + colour.hex().substring(1);
    }

    Element asPattern(String id) {
        boolean onWhite = pattern == Pattern.HATCH || pattern == Pattern.CROSSES;
        var ground = Element.of("rect")
                .with("width", TILE)
                .with("height", TILE)
                .with("fill", onWhite ? "#ffffff" : colour.hex());
        var over = Element.of(pattern == Pattern.DOTS ? "circle" : "path");
        over = switch (pattern) {
            case SOLID -> throw new IllegalArgumentException("Fill: a solid colour needs no pattern.");
            case STRIPES -> stroked(over, "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", "#ffffff", 1.8);
            case DOTS -> over.with("cx", 4).with("cy", 4).with("r", 1.7).with("fill", "#ffffff");
            case GRID -> stroked(over, "M0,4 L8,4 M4,0 L4,8", "#ffffff", 1.2);
            case LEVELS -> stroked(over, "M0,2 L8,2 M0,6 L8,6", "#ffffff", 1.2);
            case HATCH -> stroked(over, "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", colour.hex(), 1.2);
            case CROSSES -> stroked(over, "M2,2 L6,6 M6,2 L2,6", colour.hex(), 1.2);
        };
        return Element.of("pattern")
                .with("id", id)
                .with("width", TILE)
                .with("height", TILE)
                .with("patternUnits", "userSpaceOnUse")
                .containing(ground, over);
    }

    private static Element stroked(Element path, String d, String colour, double thickness) {
        return path.with("d", d)
                .with("stroke", colour)
                .with("stroke-width", thickness)
                .with("fill", "none");
    }

    @Override
    public int compareTo(Fill other) {
        return Comparator.comparing(Fill::name).compare(this, other);
    }
}
