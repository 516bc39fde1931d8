package org.concordat.pictures.charts;

import java.util.List;
import java.util.Locale;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;

/** The checks and the legend that all charts share. */
final class Marks {
    private static final double SWATCH = 18;

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
