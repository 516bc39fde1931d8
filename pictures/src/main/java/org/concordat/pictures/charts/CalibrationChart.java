package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;

/**
 * Whether probabilities keep their promise: for groups of like probability, the share that came true over the mean that
 * was promised. Points on the diagonal are honest; above it the promise was too low, below it too high.
 *
 * <pre>{@code
 * CalibrationChart.of("Do the probabilities hold?").cases("pairs").tolerance(.05)
 *         .group(.93, .95, 1_240).group(.05, .04, 8_800, .036, .045)
 * }</pre>
 */
public final class CalibrationChart implements Pictured {
    private record Group(double promised, double observed, long cases, double low, double high) {}

    private final String title;
    private String caption = "";
    private String cases = "cases";
    private double tolerance = Double.NaN;
    private final List<Group> groups = new ArrayList<>();

    private CalibrationChart(String title) {
        this.title = title;
    }

    public static CalibrationChart of(String title) {
        return new CalibrationChart(title);
    }

    /** What a reader should take from the picture. */
    public CalibrationChart saying(String words) {
        caption = words;
        return this;
    }

    /** What is counted in each group: "pairs". */
    public CalibrationChart cases(String words) {
        cases = words;
        return this;
    }

    /** Draws the band around the diagonal within which a promise counts as kept; a share from 0 to 1. */
    public CalibrationChart tolerance(double share) {
        Marks.checkFinite(share);
        tolerance = share;
        return this;
    }

    /** A group of cases: mean promised probability and observed share, both 0 to 1, and how many cases. */
    public CalibrationChart group(double promised, double observed, long cases) {
        return add(new Group(promised, observed, cases, Double.NaN, Double.NaN));
    }

    /** A group with an interval for its observed share. */
    public CalibrationChart group(double promised, double observed, long cases, double low, double high) {
        return add(new Group(promised, observed, cases, low, high));
    }

    private CalibrationChart add(Group group) {
        for (double share : new double[] {group.promised(), group.observed(), group.low(), group.high()}) {
            if (share < 0 || share > 1) {
                throw new IllegalArgumentException("Calibration: shares from 0 to 1, given " + share + ".");
            }
        }
        Marks.checkFinite(group.promised(), group.observed());
        groups.add(group);
        return this;
    }

    @Override
    public Picture picture() {
        var all = List.copyOf(groups);
        double band = tolerance;
        double furthest = all.stream()
                .mapToDouble(g -> Math.abs(g.promised() - g.observed()))
                .max()
                .orElse(0);
        var description = "Calibration plot of " + all.size() + (all.size() == 1 ? " group" : " groups")
                + " of " + cases + ". The observed share lies at most "
                + Numbers.decimals(3).write(furthest)
                + " from the promised probability.";
        return new Picture(title, caption, description, table(), canvas -> draw(canvas, all, band));
    }

    private static double draw(Canvas canvas, List<Group> groups, double band) {
        var across = Axis.PLAIN.named("promised probability", Numbers.SHORT).between(0, 1);
        var up = Axis.PLAIN.named("observed share", Numbers.SHORT).between(0, 1);
        double side = canvas.isNarrow() ? 270 : 380;
        var plot = new Plot(canvas, across, up, new Plot.Span(0, 1), new Plot.Span(0, 1), new Plot.Room(0, 0, 0, side));
        if (!Double.isNaN(band)) {
            band(canvas, plot, band);
        }
        canvas.line(plot.x(0), plot.y(0), plot.x(1), plot.y(1), Palette.INK, 1.5, "6 4");
        canvas.textOnMarks(plot.x(0.98), plot.y(0.5), Anchor.END, "promise kept");
        canvas.line(plot.x(0.84), plot.y(0.56), plot.x(0.78), plot.y(0.77), Palette.SOFT_INK, 1, "");
        for (var group : groups) {
            double x = plot.x(group.promised());
            if (!Double.isNaN(group.low())) {
                canvas.line(x, plot.y(group.low()), x, plot.y(group.high()), Palette.BLUE, 1.5, "");
            }
            Marks.marker(canvas, 0, x, plot.y(group.observed()), "point");
        }
        return plot.end();
    }

    private static void band(Canvas canvas, Plot plot, double width) {
        double[][] corners = {{0, 0}, {0, width}, {1 - width, 1}, {1, 1}, {1, 1 - width}, {width, 0}};
        var d = new StringBuilder();
        for (var corner : corners) {
            d.append(d.isEmpty() ? "M" : " L")
                    .append(Markup.number(plot.x(corner[0])))
                    .append(',')
                    .append(Markup.number(plot.y(corner[1])));
        }
        canvas.add(Element.of("path")
                .with("class", "band")
                .with("d", d + " Z")
                .with("fill", Palette.SOFT_INK.towards(Colour.WHITE, 0.82).hex())
                .with("stroke", Palette.SOFT_INK.hex())
                .with("stroke-width", 0.75));
    }

    private NumberTable table() {
        boolean intervals = groups.stream().anyMatch(g -> !Double.isNaN(g.low()));
        var style = Numbers.decimals(3);
        var table =
                NumberTable.of(title, "Promised probability").numbers("Observed share", Marks.capital(cases, "Cases"));
        table = intervals ? table.numbers("From", "To") : table;
        return table.rows(groups.stream()
                .map(g -> {
                    var cells = new ArrayList<>(
                            List.of(style.write(g.promised()), style.write(g.observed()), Numbers.COUNT.write((double)
                                    g.cases())));
                    if (intervals) {
                        cells.add(style.write(g.low()));
                        cells.add(style.write(g.high()));
                    }
                    return List.copyOf(cells);
                })
                .toList());
    }
}
