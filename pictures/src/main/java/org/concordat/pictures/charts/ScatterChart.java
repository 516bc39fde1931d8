package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;

/**
 * Named points, with intervals where they are known, over curves such as the limits of a funnel plot. Points of a group
 * share a shape and colour. Points outside a fixed axis are left out of the drawing and stay in the table.
 *
 * <pre>{@code
 * ScatterChart.of("Falls by ward").across("residents", Numbers.COUNT).up("rate", Numbers.SHORT)
 *         .group("Wards").point("Harbour", 4_200, 12.1, 9.8, 14.7).named("Harbour")
 *         .curve("95% limits", new double[] {1_000, 9_000}, new double[] {19, 14})
 * }</pre>
 */
public final class ScatterChart implements Pictured {
    /** A point; {@code low} and {@code high} are {@code NaN} where no interval is known. */
    record Dot(String name, int group, double x, double y, double low, double high) {}

    /** A guiding line. */
    record Curve(String name, List<LineChart.Point> points) {}

    private final String title;
    private String caption = "";
    private Axis across = Axis.PLAIN;
    private Axis up = Axis.PLAIN;
    private String pointsAre = "Point";
    private final List<String> groups = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    private ScatterChart(String title) {
        this.title = title;
    }

    public static ScatterChart of(String title) {
        return new ScatterChart(title);
    }

    /** What a reader should take from the picture. */
    public ScatterChart saying(String words) {
        caption = words;
        return this;
    }

    /** What runs along the lower axis and how it is written. */
    public ScatterChart across(String words, Numbers style) {
        across = across.named(words, style);
        return this;
    }

    /** What runs up the side and how it is written. */
    public ScatterChart up(String words, Numbers style) {
        up = up.named(words, style);
        return this;
    }

    /** Fixes the ends of the lower axis. */
    public ScatterChart acrossBetween(double from, double to) {
        across = across.between(from, to);
        return this;
    }

    /** Fixes the ends of the axis up the side. */
    public ScatterChart upBetween(double from, double to) {
        up = up.between(from, to);
        return this;
    }

    /** Equal ratios take equal space along the lower axis. */
    public ScatterChart acrossLogarithmic() {
        across = across.byLogarithm();
        return this;
    }

    /** What a point is, for the table's first column: "Ward". */
    public ScatterChart pointsAre(String words) {
        pointsAre = words;
        return this;
    }

    /** Begins a group of points with a name, shape and colour of its own; at most five. */
    public ScatterChart group(String name) {
        Marks.checkSeries(groups.size() + 1);
        groups.add(name);
        return this;
    }

    /** A point without an interval. */
    public ScatterChart point(String name, double x, double y) {
        return add(name, x, y, Double.NaN, Double.NaN);
    }

    /** A point with an interval, {@code low} to {@code high}, which holds {@code y}. */
    public ScatterChart point(String name, double x, double y, double low, double high) {
        Marks.checkFinite(low, high);
        if (low > y || high < y) {
            throw new IllegalArgumentException("Interval: holds its point, given " + low + " to " + high + ".");
        }
        return add(name, x, y, low, high);
    }

    private ScatterChart add(String name, double x, double y, double low, double high) {
        Marks.checkFinite(x, y);
        dots.add(new Dot(name, Math.max(0, groups.size() - 1), x, y, low, high));
        return this;
    }

    /** Writes these points' names beside them; name few, since names may cover marks. */
    public ScatterChart named(String... names) {
        named.addAll(List.of(names));
        return this;
    }

    /** A named dashed curve through points. */
    public ScatterChart curve(String name, double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("Curve: as many x as y, given " + xs.length + " and " + ys.length + ".");
        }
        Marks.checkFinite(xs);
        Marks.checkFinite(ys);
        var points = new ArrayList<LineChart.Point>();
        for (int i = 0; i < xs.length; i++) {
            points.add(new LineChart.Point(xs[i], ys[i]));
        }
        curves.add(new Curve(name, List.copyOf(points)));
        return this;
    }

    @Override
    public Picture picture() {
        if (dots.isEmpty()) {
            throw new IllegalArgumentException("Scatter chart: at least one point, given none.");
        }
        var plan = new ScatterPlan(
                across, up, List.copyOf(groups), List.copyOf(dots), List.copyOf(curves), Set.copyOf(named));
        return new Picture(title, caption, description(), table(), canvas -> new Dots(canvas, plan).draw());
    }

    private String description() {
        var kinds = groups.size() < 2 ? "" : " in the groups " + String.join(", ", groups);
        var guides = curves.isEmpty()
                ? ""
                : " Curves: "
                        + String.join(", ", curves.stream().map(Curve::name).toList()) + ".";
        return "Scatter chart of " + dots.size() + (dots.size() == 1 ? " point" : " points") + kinds + ", "
                + (up.title().isEmpty() ? "values" : up.title()) + " by "
                + (across.title().isEmpty() ? "values" : across.title()) + "." + guides;
    }

    private NumberTable table() {
        boolean intervals = dots.stream().anyMatch(d -> !Double.isNaN(d.low()));
        var table = NumberTable.of(title, pointsAre);
        table = groups.size() < 2 ? table : table.words("Group");
        table = table.numbers(Marks.capital(across.title(), "Across"), Marks.capital(up.title(), "Value"));
        table = intervals ? table.numbers("From", "To") : table;
        return table.rows(dots.stream().map(d -> cells(d, intervals)).toList());
    }

    private List<String> cells(Dot dot, boolean intervals) {
        var cells = new ArrayList<String>(List.of(dot.name()));
        if (groups.size() >= 2) {
            cells.add(groups.get(dot.group()));
        }
        cells.add(across.style().write(dot.x()));
        cells.add(up.style().write(dot.y()));
        if (intervals) {
            boolean none = Double.isNaN(dot.low());
            cells.add(none ? "none" : up.style().write(dot.low()));
            cells.add(none ? "none" : up.style().write(dot.high()));
        }
        return cells;
    }

    /** What is drawn, at any size. */
    record ScatterPlan(
            Axis across, Axis up, List<String> groups, List<Dot> dots, List<Curve> curves, Set<String> named) {
        boolean draws(double x, double y) {
            return across.holds(x) && up.holds(y);
        }

        DoubleStream xs() {
            return DoubleStream.concat(
                    dots.stream().mapToDouble(Dot::x),
                    curves.stream().flatMap(c -> c.points().stream()).mapToDouble(LineChart.Point::x));
        }

        DoubleStream ys() {
            return DoubleStream.concat(
                    dots.stream().flatMapToDouble(d -> DoubleStream.of(d.y(), d.low(), d.high())),
                    curves.stream().flatMap(c -> c.points().stream()).mapToDouble(LineChart.Point::y));
        }
    }
}
