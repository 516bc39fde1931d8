package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.pictures.charts.ScatterChart.Curve;
import org.concordat.pictures.charts.ScatterChart.Dot;
import org.concordat.pictures.charts.ScatterChart.ScatterPlan;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;

/** Draws points, their intervals, and the curves they are judged by. */
final class Dots {
    private final Canvas canvas;
    private final ScatterPlan plan;

    Dots(Canvas canvas, ScatterPlan plan) {
        this.canvas = canvas;
        this.plan = plan;
    }

    double draw() {
        var plot = new Plot(
                canvas,
                plan.across(),
                plan.up(),
                Plot.Span.of(plan.across(), plan.xs()),
                Plot.Span.of(plan.up(), plan.ys()),
                new Plot.Room(legend(), 0, 0, 0));
        plan.curves().forEach(c -> curve(plot, c));
        plan.dots().stream().filter(d -> plan.draws(d.x(), d.y())).forEach(d -> dot(plot, d));
        plan.dots().stream()
                .filter(d -> plan.named().contains(d.name()) && plan.draws(d.x(), d.y()))
                .forEach(d -> name(plot, d));
        curveNames(plot);
        return plot.end();
    }

    private double legend() {
        double line = canvas.size().line();
        double x = 0;
        double y = 0;
        boolean any = false;
        List<String> groups = plan.groups().size() < 2 ? List.of() : plan.groups();
        for (int i = 0; i < groups.size(); i++) {
            double width = 18 + canvas.widthOf(groups.get(i)) + 18;
            if (x > 0 && x + width - 18 > canvas.width()) {
                x = 0;
                y += line * 1.15;
            }
            Marks.marker(canvas, i, x + 6, y + line * 0.55, "swatch");
            canvas.text(x + 18, y + line * 0.85, Anchor.START, groups.get(i));
            x += width;
            any = true;
        }
        return any ? y + line * 1.3 : 0;
    }

    private void curve(Plot plot, Curve curve) {
        var path = new StringBuilder();
        var drawn =
                curve.points().stream().filter(p -> plan.draws(p.x(), p.y())).toList();
        for (var point : drawn) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(Markup.number(plot.x(point.x())))
                    .append(',')
                    .append(Markup.number(plot.y(point.y())));
        }
        if (drawn.isEmpty()) {
            return;
        }
        canvas.add(Element.of("path")
                .with("class", "curve")
                .with("d", path.toString())
                .with("fill", "none")
                .with("stroke", Palette.SOFT_INK.hex())
                .with("stroke-width", 1.5)
                .with("stroke-dasharray", "6 4"));
    }

    /** Names each curve above its end, on top of the points, whose figures stand in the table; no name covers another. */
    private void curveNames(Plot plot) {
        record End(String name, double x, double y) {}
        List<End> ends = new ArrayList<>();
        for (Curve curve : plan.curves()) {
            curve.points().stream()
                    .filter(p -> plan.draws(p.x(), p.y()))
                    .reduce((before, after) -> after)
                    .ifPresent(last -> ends.add(new End(curve.name(), plot.x(last.x()), plot.y(last.y()) - 6)));
        }
        ends.sort(Comparator.comparingDouble(End::y));
        double line = canvas.size().line();
        double lowest = Double.NEGATIVE_INFINITY;
        for (End end : ends) {
            lowest = Math.max(end.y(), lowest + line);
            canvas.textOnMarks(end.x(), lowest, Anchor.END, end.name());
        }
    }

    private void dot(Plot plot, Dot dot) {
        double x = plot.x(dot.x());
        if (!Double.isNaN(dot.low())) {
            var colour = Palette.series(dot.group());
            double low = Math.min(plot.y(dot.low()), plot.bottom());
            double high = Math.max(plot.y(dot.high()), plot.up().end());
            canvas.line(x, low, x, high, colour, 1.5, "");
            canvas.line(x - 4, low, x + 4, low, colour, 1.5, "");
            canvas.line(x - 4, high, x + 4, high, colour, 1.5, "");
        }
        Marks.marker(canvas, dot.group(), x, plot.y(dot.y()), "point");
    }

    private void name(Plot plot, Dot dot) {
        double x = plot.x(dot.x());
        boolean left = x > (plot.across().start() + plot.across().end()) / 2;
        canvas.textOnMarks(x + (left ? -9 : 9), plot.y(dot.y()) - 7, left ? Anchor.END : Anchor.START, dot.name());
    }
}
