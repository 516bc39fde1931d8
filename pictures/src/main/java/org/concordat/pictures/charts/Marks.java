package org.concordat.pictures.charts;

import java.util.List;
import java.util.Locale;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;

/** The checks, markers, strokes and legend that all charts share. */
final class Marks {
    private static final double SWATCH = 18;
    private static final List<String> DASHES = List.of("", "8 4", "2 3", "10 3 2 3", "5 2");
    private static final double RADIUS = 4.5;

    private Marks() {}

    static void checkAmount(double amount) {
        if (Double.isInfinite(amount)) {
            throw new IllegalArgumentException("Amount: a finite number, or NaN for none, given " + amount + ".");
        }
    }

    static void checkFinite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Value: a finite number, given " + value + ".");
            }
        }
    }

    static void checkSeries(int count) {
        if (count > Palette.seriesCount()) {
            Palette.series(count - 1);
        }
    }

    /** The words with a capital letter, or others when there are none. */
    static String capital(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** A path in the colour and dashes of a series, still without its course. */
    static Element stroke(int series) {
        var path = Element.of("path")
                .with("fill", "none")
                .with("stroke", Palette.series(series).hex())
                .with("stroke-width", 2.5)
                .with("stroke-linejoin", "round");
        var dashes = DASHES.get(series);
        return dashes.isEmpty() ? path : path.with("stroke-dasharray", dashes);
    }

    /** The marker of a series: circle, square, triangle, diamond, cross. */
    static void marker(Canvas canvas, int series, double x, double y, String kind) {
        var colour = Palette.series(series).hex();
        double r = RADIUS;
        if (series == 0) {
            canvas.add(Element.of("circle")
                    .with("class", kind)
                    .with("cx", x)
                    .with("cy", y)
                    .with("r", r)
                    .with("fill", colour));
            return;
        }
        double[][] corners = switch (series) {
            case 1 -> new double[][] {{-r, -r}, {r, -r}, {r, r}, {-r, r}};
            case 2 -> new double[][] {{0, -r * 1.2}, {r * 1.15, r}, {-r * 1.15, r}};
            case 3 -> new double[][] {{0, -r * 1.4}, {r * 1.4, 0}, {0, r * 1.4}, {-r * 1.4, 0}};
            default -> new double[][] {{-r, -r}, {r, r}, {0, 0}, {r, -r}, {-r, r}, {0, 0}};
        };
        var d = new StringBuilder();
        for (var corner : corners) {
            d.append(d.isEmpty() ? "M" : " L")
                    .append(Markup.number(x + corner[0]))
                    .append(',')
                    .append(Markup.number(y + corner[1]));
        }
        var path = Element.of("path").with("class", kind).with("d", d + " Z");
        canvas.add(
                series == 4
                        ? path.with("fill", "none").with("stroke", colour).with("stroke-width", 2.5)
                        : path.with("fill", colour));
    }

    /** Draws swatches with names from {@code top} on, and returns where the picture may go on; nothing for one series. */
    static double legend(Canvas canvas, List<String> series, double top) {
        if (series.size() < 2) {
            return top;
        }
        double line = canvas.size().line();
        double x = 0;
        double y = top + 2;
        for (int i = 0; i < series.size(); i++) {
            var words = canvas.wrapped(series.get(i), canvas.width() - SWATCH - 6, 1)
                    .getFirst();
            double width = SWATCH + 6 + canvas.widthOf(words) + 18;
            if (x > 0 && x + width - 18 > canvas.width()) {
                x = 0;
                y += line * 1.2;
            }
            canvas.box(x, y + 1, SWATCH, SWATCH * 0.75, Fill.series(i), "swatch");
            canvas.text(x + SWATCH + 6, y + SWATCH * 0.72, Anchor.START, words);
            x += width;
        }
        return y + line + 6;
    }
}
