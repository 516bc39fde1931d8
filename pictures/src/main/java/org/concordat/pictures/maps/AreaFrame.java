package org.concordat.pictures.maps;

import java.util.List;
import java.util.Locale;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Fill.Pattern;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;

/** What maps of areas have in common: where the areas lie, how each is painted and named, and the legend below. */
final class AreaFrame {
    /** How an area looks whose figure is known and not shown. */
    static final Fill WITHHELD = new Fill(Palette.SOFT_INK, Pattern.HATCH);
    /** How an area looks that nobody has a figure for. */
    static final Fill MISSING = new Fill(Palette.SOFT_INK, Pattern.CROSSES);

    private static final double TOP = 4;

    /**
     * One area as it is painted.
     *
     * @param edge the colour of its border
     * @param words its name and what is to be read of it
     */
    record Painted(List<Ring> rings, Fill fill, Colour edge, String words) {
        Painted(List<Ring> rings, Fill fill, String words) {
            this(rings, fill, Palette.INK, words);
        }
    }

    /** A row of the legend. */
    record Key(Fill fill, String words) {}

    private final List<Painted> areas;
    private final List<Ring> outlines;
    private final String heading;
    private final List<Key> keys;

    /** The map; outlines are drawn over it and widen it, areas alone are painted. */
    AreaFrame(List<Painted> areas, List<Ring> outlines, String heading, List<Key> keys) {
        this.areas = List.copyOf(areas);
        this.outlines = List.copyOf(outlines);
        this.heading = heading;
        this.keys = List.copyOf(keys);
    }

    static void requireRings(String code, List<Ring> rings) {
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("Area " + code + ": at least one ring, given none.");
        }
    }

    static void requireSome(List<?> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("Map: at least one area, given none.");
        }
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** How many areas a row of the legend stands for. */
    static String areasIn(long count) {
        return " (" + Numbers.COUNT.write((double) count) + ")";
    }

    /** Draws all of it, and returns how high it became. */
    double draw(Canvas canvas) {
        var sheet = new Sheet(
                () -> java.util.stream.Stream.concat(areas.stream().flatMap(a -> a.rings().stream()), outlines.stream())
                        .flatMap(r -> r.corners().stream()),
                TOP,
                canvas.width() - 2,
                canvas.isNarrow() ? 420 : 520);
        for (var area : areas) {
            canvas.add(bordered("area", sheet, area.rings(), canvas.paint(area.fill()), area.edge())
                    .containing(Element.of("title").saying(area.words())));
        }
        for (var outline : outlines) {
            canvas.add(bordered("outline", sheet, List.of(outline), "none", Palette.INK));
        }
        return legend(canvas, sheet.height() + TOP + 12);
    }

    private static Element bordered(String kind, Sheet sheet, List<Ring> rings, String paint, Colour edge) {
        return Element.of("path")
                .with("class", kind)
                .with("d", sheet.path(rings))
                .with("fill", paint)
                .with("fill-rule", "evenodd")
                .with("stroke", edge.hex())
                .with("stroke-width", 0.75)
                .with("stroke-linejoin", "round");
    }

    private double legend(Canvas canvas, double top) {
        double line = canvas.size().line();
        double y = top + line;
        canvas.text(0, y, Anchor.START, capital(heading), Palette.INK, true);
        int columns = canvas.isNarrow() ? 1 : 2;
        int rows = (keys.size() + columns - 1) / columns;
        for (int i = 0; i < keys.size(); i++) {
            int column = i / rows;
            double x = column * canvas.width() / columns;
            double rowTop = y + 8 + (i % rows) * line * 1.25;
            canvas.add(Element.of("rect")
                    .with("class", "key")
                    .with("x", x + 0.5)
                    .with("y", rowTop)
                    .with("width", 30)
                    .with("height", line * 0.95)
                    .with("fill", canvas.paint(keys.get(i).fill()))
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.75));
            canvas.text(x + 40, rowTop + line * 0.75, Anchor.START, keys.get(i).words());
        }
        return y + 12 + rows * line * 1.25;
    }
}
