package org.concordat.pictures.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.drawing.Scale;

/** The frame of a plot with two axes: it makes room for the labels, draws grid and ticks, and places values. */
final class Plot {
    private static final double GAP = 8;

    private final Canvas canvas;
    private final Axis across;
    private final Axis up;
    private final double line;
    private final double top;
    private final double bottom;
    private final Scale xs;
    private final Scale ys;

    /** The lowest and highest of the values along one axis. */
    record Span(double low, double high) {
        static Span of(Axis axis, DoubleStream values) {
            var summary = values.filter(axis::holds).summaryStatistics();
            return summary.getCount() == 0
                    ? new Span(axis.logarithmic() ? 1 : 0, axis.logarithmic() ? 10 : 1)
                    : new Span(summary.getMin(), summary.getMax());
        }
    }

    /** Frames a plot of values that span {@code x} and {@code y}, and draws its axes. */
    Plot(Canvas canvas, Axis across, Axis up, Span x, Span y, Room room) {
        this.canvas = canvas;
        this.across = across;
        this.up = up;
        line = canvas.size().line();
        double head = room.above() + (up.title().isEmpty() ? 0 : line * 1.3);
        top = head + room.markRows() * line + line * 0.5;
        double height = room.height() > 0 ? room.height() : canvas.isNarrow() ? 230 : 300;
        bottom = top + height;
        ys = up.scale(y.low(), y.high(), bottom, top);
        var ticks = ys.ticks(canvas.isNarrow() ? 4 : 5);
        double left = ticks.stream()
                        .mapToDouble(t -> canvas.widthOf(up.style().write(t)))
                        .max()
                        .orElse(0)
                + GAP;
        // Half of the last number along the lower axis stands beyond its end.
        double overhang = DoubleStream.of(x.low(), x.high(), across.to())
                .filter(Double::isFinite)
                .mapToObj(v -> across.style().write(v))
                .mapToDouble(canvas::widthOf)
                .max()
                .orElse(0);
        double right = Math.max(room.right(), overhang / 2 + 4);
        double width = canvas.width() - left - right;
        xs = across.scale(x.low(), x.high(), left, left + (room.height() > 0 ? Math.min(width, height) : width));
        drawUp(ticks, room.above() + line);
        drawAcross();
    }

    /**
     * The space around and for a plot.
     *
     * @param above where the frame may start
     * @param markRows how many marks will be named above the plot
     * @param right room to leave for names at the right
     * @param height of the plot, which is then square; 0 takes the usual height and all the width
     */
    record Room(double above, int markRows, double right, double height) {}

    private void drawUp(List<Double> ticks, double titleBaseline) {
        if (!up.title().isEmpty()) {
            canvas.text(0, titleBaseline, Anchor.START, Marks.capital(up.title(), ""), Palette.SOFT_INK, false);
        }
        for (double tick : ticks) {
            double y = ys.at(tick);
            canvas.line(xs.start(), y, xs.end(), y, Palette.GRID, 1, "");
            canvas.text(
                    xs.start() - GAP,
                    y + canvas.size().fontSize() * 0.35,
                    Anchor.END,
                    up.style().write(tick));
        }
    }

    private void drawAcross() {
        double widest = xs.ticks(5).stream()
                .mapToDouble(t -> canvas.widthOf(across.style().write(t)))
                .max()
                .orElse(0);
        int room = (int) Math.max(2, (xs.end() - xs.start()) / (widest + 22));
        canvas.line(xs.start(), bottom, xs.end(), bottom, Palette.INK, 1, "");
        for (double tick : xs.ticks(Math.min(8, room))) {
            double x = xs.at(tick);
            canvas.line(x, bottom, x, bottom + 5, Palette.INK, 1, "");
            canvas.text(
                    x, bottom + 5 + line * 0.9, Anchor.MIDDLE, across.style().write(tick));
        }
        if (!across.title().isEmpty()) {
            double middle = (xs.start() + xs.end()) / 2;
            var words = Marks.capital(across.title(), "");
            canvas.text(middle, bottom + 8 + line * 2, Anchor.MIDDLE, words, Palette.SOFT_INK, false);
        }
    }

    /** A value worth a named line across the plot. */
    record Mark(double value, String words) {}

    /** Dashed lines across the plot; their names stack above it in the order given. */
    void mark(List<Mark> marks) {
        var drawn = marks.stream().filter(m -> across.holds(m.value())).toList();
        for (int i = 0; i < drawn.size(); i++) {
            double x = xs.at(drawn.get(i).value());
            canvas.line(x, nameBaseline(i) + 4, x, bottom, Palette.INK, 1.5, "5 4");
        }
        // Names come after all lines, so that no line runs through a name.
        for (int i = 0; i < drawn.size(); i++) {
            var words = drawn.get(i).words();
            double half = canvas.widthOf(words) / 2;
            double least = Math.min(half, canvas.width() / 2);
            double middle = Math.clamp(xs.at(drawn.get(i).value()), least, canvas.width() - least);
            canvas.textOnMarks(middle, nameBaseline(i), Anchor.MIDDLE, words);
        }
    }

    private double nameBaseline(int row) {
        return top - line * 0.4 - row * line;
    }

    double x(double value) {
        return xs.at(value);
    }

    double y(double value) {
        return ys.at(value);
    }

    Scale across() {
        return xs;
    }

    Scale up() {
        return ys;
    }

    double bottom() {
        return bottom;
    }

    /** Where the picture ends below the axis and its title. */
    double end() {
        return bottom + 8 + line * (across.title().isEmpty() ? 1.3 : 2.5);
    }
}
