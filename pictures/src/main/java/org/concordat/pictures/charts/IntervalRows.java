package org.concordat.pictures.charts;

import java.util.List;
import org.concordat.pictures.charts.IntervalChart.IntervalPlan;
import org.concordat.pictures.charts.IntervalChart.Row;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.drawing.Scale;

/** Draws figures with intervals from left to right: names beside them, or above them where the picture is narrow. */
final class IntervalRows {
    private static final double GAP = 5;
    private static final double CAP = 4;

    private final Canvas canvas;
    private final IntervalPlan plan;
    private final double line;
    private final double labelWidth;
    private final double figures;
    private final Scale scale;

    IntervalRows(Canvas canvas, IntervalPlan plan) {
        this.canvas = canvas;
        this.plan = plan;
        line = canvas.size().line();
        labelWidth = canvas.isNarrow()
                ? 0
                : Math.min(
                        plan.rows().stream()
                                .mapToDouble(row -> canvas.widthOf(row.name()))
                                .max()
                                .orElse(0),
                        canvas.width() * 0.34);
        figures = plan.rows().stream()
                        .filter(Row::hasFigure)
                        .mapToDouble(row -> canvas.widthOf(plan.style().write(row.value())))
                        .max()
                        .orElse(0)
                + GAP * 2;
        var span = plan.all().summaryStatistics();
        double low = span.getCount() == 0 ? 0 : span.getMin();
        double high = span.getCount() == 0 ? 1 : span.getMax();
        scale = Scale.around(low, high, labelWidth + (labelWidth > 0 ? 14 : 4), canvas.width() - figures);
    }

    double draw() {
        double top = plan.groups().size() < 2 ? 0 : legend();
        top += plan.lineName().isEmpty() ? 0 : line * 1.1;
        double y = top;
        double height = canvas.isNarrow() ? line * 2.1 : line * 1.25;
        for (double tick : ticks()) {
            canvas.line(scale.at(tick), top, scale.at(tick), top + plan.rows().size() * height, Palette.GRID, 1, "");
        }
        if (!plan.lineName().isEmpty()) {
            double x = scale.at(plan.line());
            canvas.line(x, top - 4, x, top + plan.rows().size() * height, Palette.INK, 1.5, "5 4");
        }
        for (Row row : plan.rows()) {
            row(row, y, height);
            y += height;
        }
        if (!plan.lineName().isEmpty()) {
            String words = plan.lineName() + " " + plan.style().write(plan.line());
            double half = canvas.widthOf(words) / 2;
            double middle = Math.clamp(
                    scale.at(plan.line()),
                    Math.min(half, canvas.width() / 2),
                    canvas.width() - Math.min(half, canvas.width() / 2));
            canvas.textOnMarks(middle, top - line * 0.4, Anchor.MIDDLE, words);
        }
        return axis(y);
    }

    private List<Double> ticks() {
        return scale.ticks(canvas.isNarrow() ? 3 : 6);
    }

    private double axis(double y) {
        canvas.line(scale.start(), y, scale.end(), y, Palette.INK, 1, "");
        for (double tick : ticks()) {
            canvas.text(
                    scale.at(tick), y + line * 0.95, Anchor.MIDDLE, plan.style().write(tick));
        }
        if (plan.figuresAre().isEmpty()) {
            return y + line * 1.3;
        }
        double lower = y + line * 1.1;
        for (String words : canvas.wrapped(Marks.capital(plan.figuresAre(), ""), canvas.width(), 2)) {
            lower += line;
            canvas.text(labelWidth > 0 ? scale.start() : 0, lower, Anchor.START, words, Palette.SOFT_INK, false);
        }
        return lower + GAP;
    }

    private double legend() {
        double x = 0;
        double y = 0;
        for (int i = 0; i < plan.groups().size(); i++) {
            double width = 18 + canvas.widthOf(plan.groups().get(i)) + 18;
            if (x > 0 && x + width - 18 > canvas.width()) {
                x = 0;
                y += line * 1.15;
            }
            Marks.marker(canvas, i, x + 6, y + line * 0.55, "swatch");
            canvas.text(x + 18, y + line * 0.85, Anchor.START, plan.groups().get(i));
            x += width;
        }
        return y + line * 1.3;
    }

    private void row(Row row, double top, double height) {
        double fontMiddle = canvas.size().fontSize() * 0.35;
        double middle = canvas.isNarrow() ? top + height - line * 0.55 : top + height / 2;
        if (canvas.isNarrow()) {
            canvas.textOnMarks(
                    0,
                    top + line * 0.85,
                    Anchor.START,
                    canvas.wrapped(row.name(), canvas.width(), 1).getFirst());
        } else {
            canvas.text(
                    labelWidth,
                    middle + fontMiddle,
                    Anchor.END,
                    canvas.wrapped(row.name(), labelWidth + 1, 1).getFirst());
        }
        if (!row.hasFigure()) {
            canvas.textOnMarks(scale.start(), middle + fontMiddle, Anchor.START, row.words());
            return;
        }
        var colour = Palette.series(row.group());
        double low = scale.at(row.low());
        double high = scale.at(row.high());
        canvas.line(low, middle, high, middle, colour, 1.5, "");
        canvas.line(low, middle - CAP, low, middle + CAP, colour, 1.5, "");
        canvas.line(high, middle - CAP, high, middle + CAP, colour, 1.5, "");
        Marks.marker(canvas, row.group(), scale.at(row.value()), middle, "point");
        canvas.text(
                canvas.width(), middle + fontMiddle, Anchor.END, plan.style().write(row.value()));
    }
}
