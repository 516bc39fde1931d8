package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.pictures.charts.LineChart.LinePlan;
import org.concordat.pictures.charts.LineChart.Point;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;

/** Draws curves: names at their ends where there is room, otherwise in a legend above. */
final class Lines {
    private static final int MARKERS_UP_TO = 24;
    private static final double NAME_GAP = 10;
    /** A line that ends this share of the width before the right edge is named where it ends. */
    private static final double ENDS_EARLY = 0.1;

    private final Canvas canvas;
    private final LinePlan plan;

    Lines(Canvas canvas, LinePlan plan) {
        this.canvas = canvas;
        this.plan = plan;
    }

    double draw() {
        boolean direct = !canvas.isNarrow() && plan.lines().size() > 1;
        double room = direct ? Math.min(widestName() + NAME_GAP + 16, canvas.width() * 0.3) : 0;
        double above = direct ? 0 : legend();
        var plot = new Plot(
                canvas,
                plan.across(),
                plan.up(),
                Plot.Span.of(plan.across(), plan.xs()),
                Plot.Span.of(plan.up(), plan.ys()),
                new Plot.Room(above, plan.marks().size(), room, 0));
        plot.mark(plan.marks());
        for (int i = 0; i < plan.lines().size(); i++) {
            curve(plot, plan.lines().get(i).points(), i);
        }
        if (direct) {
            names(plot, room);
        }
        plan.highlights().forEach(h -> highlight(plot, h));
        return plot.end();
    }

    private double widestName() {
        return plan.lines().stream()
                .mapToDouble(l -> canvas.widthOf(l.name()))
                .max()
                .orElse(0);
    }

    private double legend() {
        if (plan.lines().size() < 2) {
            return 0;
        }
        double line = canvas.size().line();
        double y = 0;
        for (int i = 0; i < plan.lines().size(); i++) {
            double middle = y + line * 0.55;
            canvas.add(Marks.stroke(i)
                    .with("d", "M0," + Markup.number(middle) + " L34," + Markup.number(middle))
                    .with("class", "swatch"));
            Marks.marker(canvas, i, 17, middle, "swatch");
            canvas.text(
                    42,
                    y + line * 0.85,
                    Anchor.START,
                    canvas.wrapped(plan.lines().get(i).name(), canvas.width() - 44, 1)
                            .getFirst());
            y += line * 1.15;
        }
        return y + 2;
    }

    private void curve(Plot plot, List<Point> points, int index) {
        var path = new StringBuilder();
        boolean pen = false;
        double lastY = 0;
        for (var point : points) {
            if (!plan.draws(point)) {
                pen = false;
                continue;
            }
            double x = plot.x(point.x());
            double y = plot.y(point.y());
            if (pen && plan.stepped()) {
                path.append(" L").append(at(x, lastY));
            }
            path.append(path.isEmpty() ? "" : " ").append(pen ? 'L' : 'M').append(at(x, y));
            pen = true;
            lastY = y;
        }
        if (!path.isEmpty()) {
            canvas.add(Marks.stroke(index).with("d", path.toString()).with("class", "curve"));
        }
        if (points.size() <= MARKERS_UP_TO) {
            points.stream()
                    .filter(plan::draws)
                    .forEach(p -> Marks.marker(canvas, index, plot.x(p.x()), plot.y(p.y()), "point"));
        }
    }

    private static String at(double x, double y) {
        return Markup.number(x) + "," + Markup.number(y);
    }

    /** A name waiting for its place. */
    private record Name(String words, int index, double x, double y) {}

    private void names(Plot plot, double room) {
        double line = canvas.size().line();
        double edge = plot.across().end();
        var waiting = new ArrayList<Name>();
        for (int i = 0; i < plan.lines().size(); i++) {
            var drawn =
                    plan.lines().get(i).points().stream().filter(plan::draws).toList();
            if (!drawn.isEmpty()) {
                var last = drawn.getLast();
                var words = plan.lines().get(i).name();
                waiting.add(new Name(words, i, plot.x(last.x()), plot.y(last.y())));
            }
        }
        waiting.sort(Comparator.comparingDouble(Name::y).thenComparingInt(Name::index));
        double lowest = Double.NEGATIVE_INFINITY;
        double middle = canvas.size().fontSize() * 0.35;
        for (var name : waiting) {
            if (name.x() < edge - (edge - plot.across().start()) * ENDS_EARLY) {
                canvas.textOnMarks(name.x() + NAME_GAP, name.y() + middle, Anchor.START, name.words());
            } else {
                // Each name moves down just enough to clear the one above; a marker ties it to its line.
                lowest = Math.max(name.y(), lowest + line);
                Marks.marker(canvas, name.index(), edge + NAME_GAP + 4, lowest, "swatch");
                var words =
                        canvas.wrapped(name.words(), room - NAME_GAP - 14, 1).getFirst();
                canvas.text(edge + NAME_GAP + 14, lowest + middle, Anchor.START, words);
            }
        }
    }

    private void highlight(Plot plot, LineChart.Highlight highlight) {
        if (!plan.draws(highlight.at())) {
            return;
        }
        double x = plot.x(highlight.at().x());
        double y = plot.y(highlight.at().y());
        canvas.add(Element.of("circle")
                .with("class", "highlight")
                .with("cx", x)
                .with("cy", y)
                .with("r", 7)
                .with("fill", "none")
                .with("stroke", Palette.INK.hex())
                .with("stroke-width", 2));
        boolean left = x > (plot.across().start() + plot.across().end()) / 2;
        double below =
                y + canvas.size().line() + 8 < plot.bottom() ? canvas.size().line() + 4 : -12;
        canvas.textOnMarks(x + (left ? 8 : -8), y + below, left ? Anchor.END : Anchor.START, highlight.words());
    }
}
