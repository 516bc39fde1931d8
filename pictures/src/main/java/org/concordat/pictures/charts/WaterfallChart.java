package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.drawing.Scale;

/**
 * How a sum came about: a start, steps up and down, and where they lead. Steps up are solid, steps down striped, and
 * each says its signed amount, so that no reader needs the colours. Made for match weights in bits, where every step is
 * the evidence of one comparison.
 *
 * <pre>{@code
 * WaterfallChart.of("Why these two are one person").amounts("bits", Numbers.SIGNED)
 *         .start("Before any comparison", -13.3).step("Surname agrees", 8.1, "O'Neill = ONEILL")
 *         .step("Postcode differs", -2.4).end("Match weight")
 * }</pre>
 */
public final class WaterfallChart implements Pictured {
    private record Step(String label, String note, double from, double to, boolean whole) {
        double amount() {
            return to - from;
        }
    }

    private final String title;
    private String caption = "";
    private String unit = "";
    private Numbers style = Numbers.SIGNED;
    private double level;
    private final List<Step> steps = new ArrayList<>();

    private WaterfallChart(String title) {
        this.title = title;
    }

    public static WaterfallChart of(String title) {
        return new WaterfallChart(title);
    }

    /** What a reader should take from the picture. */
    public WaterfallChart saying(String words) {
        caption = words;
        return this;
    }

    /** The unit of the amounts ("bits") and how they are written. */
    public WaterfallChart amounts(String unit, Numbers style) {
        this.unit = unit;
        this.style = style;
        return this;
    }

    /** Where the sum starts; once, before any step. */
    public WaterfallChart start(String label, double amount) {
        if (!steps.isEmpty()) {
            throw new IllegalArgumentException("Waterfall: the start comes first.");
        }
        Marks.checkFinite(amount);
        level = amount;
        steps.add(new Step(label, "", 0, amount, true));
        return this;
    }

    /** A step up (above 0) or down (below 0). */
    public WaterfallChart step(String label, double amount) {
        return step(label, amount, "");
    }

    /** A step with a note that stands under its label. */
    public WaterfallChart step(String label, double amount, String note) {
        Marks.checkFinite(amount);
        steps.add(new Step(label, note, level, level + amount, false));
        level += amount;
        return this;
    }

    /** The sum of all so far. */
    public WaterfallChart end(String label) {
        steps.add(new Step(label, "", 0, level, true));
        return this;
    }

    @Override
    public Picture picture() {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Waterfall: a start or a step, given none.");
        }
        var all = List.copyOf(steps);
        var writing = style;
        var measure = unit;
        double last = all.getLast().to();
        var units = unit.isEmpty() ? "" : " " + unit;
        var description = "Waterfall chart of " + all.size() + " rows, from "
                + style.write(all.getFirst().to()) + " to " + style.write(last) + units + ".";
        return new Picture(title, caption, description, table(), canvas -> draw(canvas, all, writing, measure));
    }

    private static double draw(Canvas canvas, List<Step> steps, Numbers style, String unit) {
        double line = canvas.size().line();
        double figures = steps.stream()
                        .mapToDouble(s -> canvas.widthOf(style.write(s.whole() ? s.to() : s.amount())))
                        .max()
                        .orElse(0)
                + 14;
        double label = canvas.isNarrow() ? 0 : canvas.width() * 0.38;
        double low = steps.stream()
                .mapToDouble(s -> Math.min(s.from(), s.to()))
                .min()
                .orElse(0);
        double high = steps.stream()
                .mapToDouble(s -> Math.max(s.from(), s.to()))
                .max()
                .orElse(0);
        var scale = Scale.around(Math.min(0, low), Math.max(0, high), label + figures, canvas.width() - figures);
        double y = 4;
        double connectFrom = Double.NaN;
        for (var step : steps) {
            double top = y;
            double barTop = labels(canvas, step, top, label);
            double thickness = line * 1.1;
            double reach = scale.at(step.whole() ? step.to() : step.from());
            if (!Double.isNaN(connectFrom)) {
                canvas.line(reach, connectFrom, reach, barTop, Palette.SOFT_INK, 1, "2 2");
            }
            bar(canvas, step, scale, barTop, thickness);
            figure(canvas, step, scale, barTop + thickness / 2, style);
            connectFrom = barTop + thickness;
            double rows =
                    canvas.isNarrow() ? 0 : labelLines(canvas, step, label).size() * line;
            y = Math.max(barTop + thickness, top + rows) + 8;
        }
        double zero = scale.at(0);
        canvas.lineBehind(zero, 0, zero, y, Palette.INK);
        if (!unit.isEmpty()) {
            canvas.text(zero, y + line * 0.8, Anchor.MIDDLE, "0 " + unit, Palette.SOFT_INK, false);
            y += line;
        }
        return y + 6;
    }

    private static List<String> labelLines(Canvas canvas, Step step, double width) {
        var lines = new ArrayList<>(canvas.wrapped(step.label(), width, 2));
        if (!step.note().isEmpty()) {
            lines.addAll(canvas.wrapped(step.note(), width, 2));
        }
        return lines;
    }

    /** Writes a row's label and note, and returns where its bar begins. */
    private static double labels(Canvas canvas, Step step, double top, double width) {
        double line = canvas.size().line();
        double room = canvas.isNarrow() ? canvas.width() : width;
        var label = canvas.wrapped(step.label(), room, 2);
        var note = step.note().isEmpty() ? List.<String>of() : canvas.wrapped(step.note(), room, 2);
        double y = top + line * 0.82;
        for (var words : label) {
            canvas.textOnMarks(0, y, Anchor.START, words, Palette.INK, step.whole());
            y += line;
        }
        for (var words : note) {
            canvas.textOnMarks(0, y, Anchor.START, words, Palette.SOFT_INK, false);
            y += line;
        }
        return canvas.isNarrow() ? y - line * 0.6 : top;
    }

    private static void bar(Canvas canvas, Step step, Scale scale, double y, double thickness) {
        double from = scale.at(step.from());
        double length = scale.at(step.to()) - from;
        var fill = step.whole()
                ? Fill.solid(Palette.SOFT_INK)
                : step.amount() < 0 ? new Fill(Palette.VERMILLION, Fill.Pattern.STRIPES) : Fill.solid(Palette.BLUE);
        if (length == 0) {
            canvas.line(from, y, from, y + thickness, Palette.SOFT_INK, 2, "");
        } else {
            canvas.box(from, y, length, thickness, fill, step.whole() ? "whole" : "step");
        }
    }

    private static void figure(Canvas canvas, Step step, Scale scale, double middle, Numbers style) {
        var words = style.write(step.whole() ? step.to() : step.amount());
        boolean before = step.to() < step.from();
        double x = scale.at(step.to()) + (before ? -6 : 6);
        double baseline = middle + canvas.size().fontSize() * 0.35;
        canvas.textOnMarks(x, baseline, before ? Anchor.END : Anchor.START, words, Palette.INK, step.whole());
    }

    private NumberTable table() {
        boolean notes = steps.stream().anyMatch(s -> !s.note().isEmpty());
        var table = NumberTable.of(title, "Step");
        table = notes ? table.words("What was compared") : table;
        table = table.numbers("Change" + (unit.isEmpty() ? "" : " in " + unit), "Sum so far");
        return table.rows(steps.stream()
                .map(s -> {
                    var cells = new ArrayList<>(List.of(s.label()));
                    if (notes) {
                        cells.add(s.note());
                    }
                    cells.add(s.whole() ? "" : style.write(s.amount()));
                    cells.add(style.write(s.to()));
                    return List.copyOf(cells);
                })
                .toList());
    }
}
