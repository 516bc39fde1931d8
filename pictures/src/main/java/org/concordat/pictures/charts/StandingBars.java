package org.concordat.pictures.charts;

import java.util.Arrays;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.drawing.Scale;

/** Draws bars from the bottom up, with a figure above each and its label below. */
final class StandingBars {
    private static final double HEIGHT = 240;
    private static final double GAP = 6;

    private final Canvas canvas;
    private final BarPlan plan;

    StandingBars(Canvas canvas, BarPlan plan) {
        this.canvas = canvas;
        this.plan = plan;
    }

    /** Whether every label and figure finds room; a chart with negative amounts is better lying. */
    static boolean fit(Canvas canvas, BarPlan plan) {
        double slot = canvas.width() / plan.groups().size();
        double room = (slot - GAP * 2) / plan.barsInGroup();
        for (var group : plan.groups()) {
            boolean figures = plan.stacked()
                    ? canvas.widthOf(plan.total(group)) <= room
                    : group.stream()
                            .allMatch(a -> a >= 0 && canvas.widthOf(plan.style().write(a)) <= room);
            if (!figures
                    || canvas.wrapped(group.label(), slot - GAP, 4).size() > 3
                    || Arrays.stream(group.label().split("\\s+")).anyMatch(w -> canvas.widthOf(w) > slot - GAP)) {
                return false;
            }
        }
        return true;
    }

    double draw() {
        double line = canvas.size().line();
        double top = Marks.legend(canvas, plan.series(), 0);
        if (!plan.amountsAre().isEmpty()) {
            top += line;
            canvas.text(0, top, Anchor.START, Marks.capital(plan.amountsAre(), ""), Palette.SOFT_INK, false);
        }
        double base = top + line * 1.4 + HEIGHT;
        var scale = plan.scale(base, base - HEIGHT);
        double slot = canvas.width() / plan.groups().size();
        int labelLines = 1;
        for (int i = 0; i < plan.groups().size(); i++) {
            var group = plan.groups().get(i);
            drawGroup(group, scale, i * slot, slot);
            var label = canvas.wrapped(group.label(), slot - GAP, 3);
            canvas.lines((i + 0.5) * slot, base + line, Anchor.MIDDLE, label);
            labelLines = Math.max(labelLines, label.size());
        }
        canvas.line(0, base, canvas.width(), base, Palette.INK, 1, "");
        double end = base + line * labelLines + GAP * 2;
        if (plan.rowsAre().isEmpty()) {
            return end;
        }
        canvas.text(canvas.width() / 2, end + line * 0.8, Anchor.MIDDLE, plan.rowsAre(), Palette.SOFT_INK, false);
        return end + line + GAP;
    }

    private void drawGroup(BarChart.Group group, Scale scale, double left, double slot) {
        int bars = plan.barsInGroup();
        double thickness = Math.min((slot - GAP * 2) / bars, 64);
        double x = left + (slot - thickness * bars) / 2;
        double at = 0;
        for (int i = 0; i < group.amounts().size(); i++) {
            double amount = group.amounts().get(i);
            double length = Double.isNaN(amount) ? 0 : amount;
            double from = scale.at(at);
            canvas.box(x + 1, from, thickness - 2, scale.at(at + length) - from, Fill.series(i), "bar");
            if (plan.stacked()) {
                at += length;
                canvas.line(x, scale.at(at), x + thickness, scale.at(at), Colour.WHITE, 2, "");
            } else {
                canvas.text(
                        x + thickness / 2,
                        scale.at(length) - 5,
                        Anchor.MIDDLE,
                        plan.style().write(amount));
                x += thickness;
            }
        }
        if (plan.stacked()) {
            canvas.text(x + thickness / 2, scale.at(at) - 5, Anchor.MIDDLE, plan.total(group));
        }
    }
}
