package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;

/**
 * Curves through points in the order they are given, at most five, each with its own colour, dashes, marker and a name
 * beside its end. A point without a value ({@code NaN}) or outside a fixed axis breaks its line and stays in the table.
 *
 * <pre>{@code
 * LineChart.of("Precision and recall").across("recall", Numbers.WHOLE_PERCENT).up("precision", Numbers.WHOLE_PERCENT)
 *         .line("Concordat").point(.80, .999).point(.92, .99).highlight("threshold .95", .92, .99)
 * }</pre>
 */
public final class LineChart implements Pictured {
    /** A place in the plot. */
    record Point(double x, double y) {}

    /** A named curve. */
    record Line(String name, List<Point> points) {}

    /** A place worth a name. */
    record Highlight(String words, Point at) {}

    private final String title;
    private String caption = "";
    private Axis across = Axis.PLAIN;
    private Axis up = Axis.PLAIN;
    private boolean stepped;
    private final List<Line> lines = new ArrayList<>();
    private final List<Highlight> highlights = new ArrayList<>();
    private final List<Plot.Mark> marks = new ArrayList<>();

    private LineChart(String title) {
        this.title = title;
    }

    public static LineChart of(String title) {
        return new LineChart(title);
    }

    /** What a reader should take from the picture. */
    public LineChart saying(String words) {
        caption = words;
        return this;
    }

    /** What runs along the lower axis and how it is written. */
    public LineChart across(String words, Numbers style) {
        across = across.named(words, style);
        return this;
    }

    /** What runs up the side and how it is written. */
    public LineChart up(String words, Numbers style) {
        up = up.named(words, style);
        return this;
    }

    /** Fixes the ends of the lower axis. */
    public LineChart acrossBetween(double from, double to) {
        across = across.between(from, to);
        return this;
    }

    /** Fixes the ends of the axis up the side. */
    public LineChart upBetween(double from, double to) {
        up = up.between(from, to);
        return this;
    }

    /** Equal ratios take equal space along the lower axis. */
    public LineChart acrossLogarithmic() {
        across = across.byLogarithm();
        return this;
    }

    /** Equal ratios take equal space up the side. */
    public LineChart upLogarithmic() {
        up = up.byLogarithm();
        return this;
    }

    /** Each value holds until the next: level lines joined by upright ones. */
    public LineChart stepped() {
        stepped = true;
        return this;
    }

    /** Begins a curve; the points that follow are its own. */
    public LineChart line(String name) {
        Marks.checkSeries(lines.size() + 1);
        lines.add(new Line(name, new ArrayList<>()));
        return this;
    }

    /** The next point of the curve begun last. */
    public LineChart point(double x, double y) {
        Marks.checkFinite(x);
        Marks.checkAmount(y);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Point: begin a line first.");
        }
        lines.getLast().points().add(new Point(x, y));
        return this;
    }

    /** A ringed and named place, such as the chosen threshold on a curve. */
    public LineChart highlight(String words, double x, double y) {
        Marks.checkFinite(x, y);
        highlights.add(new Highlight(words, new Point(x, y)));
        return this;
    }

    /** A named dashed line at a value of the lower axis. */
    public LineChart mark(double value, String words) {
        Marks.checkFinite(value);
        marks.add(new Plot.Mark(value, words));
        return this;
    }

    @Override
    public Picture picture() {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Line chart: at least one line, given none.");
        }
        var copy = lines.stream()
                .map(l -> new Line(l.name(), List.copyOf(l.points())))
                .toList();
        var plan = new LinePlan(across, up, copy, List.copyOf(highlights), List.copyOf(marks), stepped);
        return new Picture(title, caption, description(), table(), canvas -> new Lines(canvas, plan).draw());
    }

    private String description() {
        var names = lines.size() == 1
                ? ""
                : " for " + String.join(", ", lines.stream().map(Line::name).toList());
        return "Line chart of " + (up.title().isEmpty() ? "values" : up.title())
                + (across.title().isEmpty() ? "" : " by " + across.title()) + names + ". "
                + range(across, Point::x, "The lower axis") + " " + range(up, Point::y, "The upright axis");
    }

    private String range(Axis axis, java.util.function.ToDoubleFunction<Point> value, String name) {
        var all = points().mapToDouble(value).filter(v -> !Double.isNaN(v)).summaryStatistics();
        return all.getCount() == 0
                ? name + " has no figures."
                : name + " spans " + axis.style().write(all.getMin()) + " to "
                        + axis.style().write(all.getMax()) + ".";
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(l -> l.points().stream());
    }

    private NumberTable table() {
        return lines.size() > 1 && lines.stream().allMatch(l -> xs(l).equals(xs(lines.getFirst())))
                ? besideOneAnother()
                : oneAfterAnother();
    }

    private static List<Double> xs(Line line) {
        return line.points().stream().map(Point::x).toList();
    }

    /** Curves over the same places share a row for each, which is shorter and lets them be compared. */
    private NumberTable besideOneAnother() {
        var table = NumberTable.of(title, Marks.capital(across.title(), "Across"))
                .numbers(lines.stream().map(Line::name).toArray(String[]::new));
        return table.rows(IntStream.range(0, lines.getFirst().points().size())
                .mapToObj(i -> Stream.concat(
                                Stream.of(across.style()
                                        .write(lines.getFirst().points().get(i).x())),
                                lines.stream()
                                        .map(l -> up.style()
                                                .write(l.points().get(i).y())))
                        .toList())
                .toList());
    }

    private NumberTable oneAfterAnother() {
        var table = NumberTable.of(title, "Line")
                .numbers(Marks.capital(across.title(), "Across"), Marks.capital(up.title(), "Value"));
        return table.rows(lines.stream()
                .flatMap(l -> l.points().stream()
                        .map(p -> List.of(
                                l.name(),
                                across.style().write(p.x()),
                                up.style().write(p.y()))))
                .toList());
    }

    /** What is drawn, at any size. */
    record LinePlan(
            Axis across,
            Axis up,
            List<Line> lines,
            List<Highlight> highlights,
            List<Plot.Mark> marks,
            boolean stepped) {
        boolean draws(Point point) {
            return across.holds(point.x()) && up.holds(point.y());
        }

        DoubleStream xs() {
            return lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Point::x);
        }

        DoubleStream ys() {
            return lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Point::y);
        }
    }
}
