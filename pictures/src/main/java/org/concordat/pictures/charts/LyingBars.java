package org.concordat.pictures.charts;

import java.util.stream.Stream;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.drawing.Scale;

/** Draws bars from left to right: labels beside them, or above them where the picture is narrow. */
final class LyingBars {
    private static final double GAP = 6;

    private final Canvas canvas;
    private final BarPlan plan;
    private final double line;
    private final double thickness;
    private final double labelWidth;
    private final Scale scale;

    LyingBars(Canvas canvas, BarPlan plan) {
        this.canvas = canvas;
        this.plan = plan;
        line = canvas.size().line();
        thickness = plan.barsInGroup() > 1 ? line * 0.95 : line * 1.15;
        labelWidth = canvas.isNarrow() ? 0 : labelColumn();
        double figures = figureColumn();
        double start = labelWidth + (labelWidth > 0 ? 10 : 1) + (hasNegative() ? figures : 0);
        scale = plan.scale(start, canvas.width() - figures);
    }

    private double labelColumn() {
        double widest = plan.groups().stream()
                .mapToDouble(g -> canvas.widthOf(g.label()))
                .max()
                .orElse(0);
        return Math.min(widest, canvas.width() * 0.34);
    }

    private double figureColumn() {
        return plan.groups().stream()
                        .flatMap(g -> plan.stacked()
                                ? Stream.of(plan.total(g))
                                : g.stream().mapToObj(plan.style()::write))
                        .mapToDouble(canvas::widthOf)
                        .max()
                        .orElse(0)
                + GAP * 2;
    }

    private boolean hasNegative() {
        return plan.groups().stream().anyMatch(g -> g.stream().anyMatch(a -> a < 0));
    }

    double draw() {
        double y = Marks.legend(canvas, plan.series(), 0);
        double top = y;
        for (var group : plan.groups()) {
            y = row(group, y);
        }
        double zero = scale.at(0);
        if (!canvas.isNarrow()) {
            axis(top, y);
        }
        if (!plan.amountsAre().isEmpty()) {
            y += line;
            canvas.text(zero, y, Anchor.START, Marks.capital(plan.amountsAre(), ""), Palette.SOFT_INK, false);
        }
        return y + GAP;
    }

    /** The line at nought; where labels stand above their bars it must not run through them. */
    private void axis(double from, double to) {
        canvas.line(scale.at(0), from, scale.at(0), to, Palette.INK, 1, "");
    }

    private double row(BarChart.Group group, double top) {
        double bars = plan.barsInGroup() * thickness + (plan.barsInGroup() - 1) * 2;
        double y = top + GAP;
        if (canvas.isNarrow()) {
            var label = canvas.wrapped(group.label(), canvas.width(), 3);
            canvas.lines(0, y + line * 0.8, Anchor.START, label);
            y += label.size() * line + 2;
            drawBars(group, y);
            axis(y - 2, y + bars + 2);
            return y + bars + GAP;
        }
        var label = canvas.wrapped(group.label(), labelWidth + 1, 3);
        double height = Math.max(bars, label.size() * line);
        double firstBaseline = y + (height - label.size() * line) / 2 + line * 0.78;
        canvas.lines(labelWidth, firstBaseline, Anchor.END, label);
        drawBars(group, y + (height - bars) / 2);
        return y + height + GAP;
    }

    private void drawBars(BarChart.Group group, double top) {
        double y = top;
        double at = 0;
        for (int i = 0; i < group.amounts().size(); i++) {
            double amount = group.amounts().get(i);
            double length = Double.isNaN(amount) ? 0 : amount;
            double from = scale.at(at);
            if (length != 0) {
                canvas.box(from, y, scale.at(at + length) - from, thickness, Fill.series(i), "bar");
            }
            if (plan.stacked()) {
                at += length;
            } else {
                figure(scale.at(length), y, plan.style().write(amount), amount < 0);
                y += thickness + 2;
            }
        }
        if (plan.stacked()) {
            separate(group, y);
            figure(scale.at(at), y, plan.total(group), false);
        }
    }

    /** White lines between the parts of a stack, so that neighbours never touch. */
    private void separate(BarChart.Group group, double y) {
        double at = 0;
        for (int i = 0; i < group.amounts().size() - 1; i++) {
            at += Double.isNaN(group.amounts().get(i)) ? 0 : group.amounts().get(i);
            canvas.line(scale.at(at), y - 1, scale.at(at), y + thickness + 1, Colour.WHITE, 2, "");
        }
    }

    private void figure(double x, double y, String words, boolean before) {
        double baseline = y + thickness / 2 + canvas.size().fontSize() * 0.35;
        canvas.text(before ? x - GAP : x + GAP, baseline, before ? Anchor.END : Anchor.START, words);
    }
}
