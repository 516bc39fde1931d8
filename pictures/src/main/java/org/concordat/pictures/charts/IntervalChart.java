package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;

/**
 * One figure a row with the interval around it, beside a named line such as a benchmark. A row can say instead why it has no
 * figure. Rows stand in the order given: choose it well, since a list by size is read as a ranking.
 *
 * <pre>{@code
 * IntervalChart.of("People in bad health").rowsAre("Ward").figures("per cent", Numbers.SHORT).line("Trafford", 4.9)
 *         .group("like Trafford").row("Altrincham", 4.2, 3.8, 5.1).without("Bowdon", "hidden")
 * }</pre>
 */
public final class IntervalChart implements Pictured {
    /** A row; without a figure, all numbers are {@code NaN} and {@code words} say why. */
    record Row(String name, int group, double value, double low, double high, String words) {
        boolean hasFigure() {
            return !Double.isNaN(value);
        }
    }

    /** What is drawn. */
    record IntervalPlan(
            List<Row> rows, List<String> groups, String figuresAre, Numbers style, String lineName, double line) {
        DoubleStream all() {
            return DoubleStream.concat(
                            rows.stream()
                                    .filter(Row::hasFigure)
                                    .flatMapToDouble(r -> DoubleStream.of(r.low(), r.high())),
                            DoubleStream.of(line))
                    .filter(Double::isFinite);
        }
    }

    private final String title;
    private String caption = "";
    private String rowsAre = "Name";
    private String figuresAre = "";
    private Numbers style = Numbers.SHORT;
    private String lineName = "";
    private double line = Double.NaN;
    private final List<String> groups = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private IntervalChart(String title) {
        this.title = title;
    }

    public static IntervalChart of(String title) {
        return new IntervalChart(title);
    }

    /** What a reader should take from the picture. */
    public IntervalChart saying(String words) {
        caption = words;
        return this;
    }

    /** What a row is, for the table's first column: "Ward". */
    public IntervalChart rowsAre(String words) {
        rowsAre = words;
        return this;
    }

    /** What the figures are and how they are written. */
    public IntervalChart figures(String words, Numbers writing) {
        figuresAre = words;
        style = writing;
        return this;
    }

    /** Draws a line through all rows at a named figure. */
    public IntervalChart line(String name, double figure) {
        Marks.checkFinite(figure);
        lineName = name;
        line = figure;
        return this;
    }

    /** Begins a group of rows with a name, shape and colour of its own, at most five; rows of one group need not follow it. */
    public IntervalChart group(String name) {
        if (!groups.contains(name)) {
            Marks.checkSeries(groups.size() + 1);
            groups.add(name);
        }
        return this;
    }

    /** A figure and its interval, of the group begun last. */
    public IntervalChart row(String name, double value, double low, double high) {
        return row(name, groups.isEmpty() ? "" : groups.getLast(), value, low, high);
    }

    /** A figure and its interval, of a group begun before. */
    public IntervalChart row(String name, String group, double value, double low, double high) {
        Marks.checkFinite(value, low, high);
        if (low > value || high < value) {
            throw new IllegalArgumentException("Interval: holds its figure, given " + low + " to " + high + ".");
        }
        rows.add(new Row(name, Math.max(0, groups.indexOf(group)), value, low, high, ""));
        return this;
    }

    /** A row without a figure, and why. */
    public IntervalChart without(String name, String why) {
        rows.add(new Row(name, 0, Double.NaN, Double.NaN, Double.NaN, why));
        return this;
    }

    @Override
    public Picture picture() {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Interval chart: at least one row, given none.");
        }
        var plan = new IntervalPlan(List.copyOf(rows), List.copyOf(groups), figuresAre, style, lineName, line);
        return new Picture(title, caption, description(), table(), canvas -> new IntervalRows(canvas, plan).draw());
    }

    private String description() {
        long figures = rows.stream().filter(Row::hasFigure).count();
        var range = rows.stream().filter(Row::hasFigure).mapToDouble(Row::value).summaryStatistics();
        return "Interval chart" + (figuresAre.isEmpty() ? "" : " of " + figuresAre) + " with " + figures
                + (figures == 1 ? " figure" : " figures")
                + (figures < rows.size() ? " and " + (rows.size() - figures) + " without" : "") + "."
                + (figures == 0
                        ? ""
                        : " They run from " + style.write(range.getMin()) + " to " + style.write(range.getMax()) + ".")
                + (lineName.isEmpty() ? "" : " The line is " + lineName + ", " + style.write(line) + ".");
    }

    private NumberTable table() {
        boolean grouped = groups.size() > 1;
        var table = NumberTable.of(title, rowsAre).numbers(Marks.capital(figuresAre, "Figure"), "From", "To");
        table = grouped ? table.words("Group") : table;
        return table.rows(rows.stream()
                .map(row -> {
                    var cells = new ArrayList<String>();
                    cells.add(row.name());
                    if (row.hasFigure()) {
                        cells.addAll(
                                List.of(style.write(row.value()), style.write(row.low()), style.write(row.high())));
                    } else {
                        cells.addAll(List.of(row.words(), "", ""));
                    }
                    if (grouped) {
                        cells.add(row.hasFigure() ? groups.get(row.group()) : "");
                    }
                    return List.copyOf(cells);
                })
                .toList());
    }
}
