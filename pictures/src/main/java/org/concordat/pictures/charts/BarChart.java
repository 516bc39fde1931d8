package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;

/**
 * Bars whose lengths are proportional to amounts, one group of bars for each thing compared. Lying bars by default:
 * their labels stay readable whatever their length. A missing amount ({@code NaN}) gets the words "no figure", never a
 * bar of no length.
 *
 * <pre>{@code
 * BarChart.of("Records by agency").amounts("records", Numbers.COUNT).bar("Housing", 12_400).bar("Police", 3_120)
 * }</pre>
 */
public final class BarChart implements Pictured {
    /** A thing compared, with one amount for each series. */
    record Group(String label, List<Double> amounts) {
        DoubleStream stream() {
            return amounts.stream().mapToDouble(Double::doubleValue);
        }
    }

    private final String title;
    private String caption = "";
    private String rowsAre = "";
    private String amountsAre = "";
    private Numbers style = Numbers.SHORT;
    private List<String> series = List.of();
    private final List<Group> groups = new ArrayList<>();
    private boolean stacked;
    private boolean standing;
    private double upTo = Double.NaN;

    private BarChart(String title) {
        this.title = title;
    }

    public static BarChart of(String title) {
        return new BarChart(title);
    }

    /** What a reader should take from the picture. */
    public BarChart saying(String words) {
        caption = words;
        return this;
    }

    /** What one row of bars is, for the table's first column: "Agency". */
    public BarChart rowsAre(String words) {
        rowsAre = words;
        return this;
    }

    /** What the amounts are ("records") and how they are written. */
    public BarChart amounts(String words, Numbers style) {
        amountsAre = words;
        this.style = style;
        return this;
    }

    /** The names of the bars in each group; at most five, before any group. */
    public BarChart series(String... names) {
        if (!groups.isEmpty()) {
            throw new IllegalArgumentException("Series: name them before the first group.");
        }
        series = List.copyOf(Arrays.asList(names));
        Marks.checkSeries(series.size());
        return this;
    }

    /** One bar, in a chart of one series. */
    public BarChart bar(String label, double amount) {
        return group(label, amount);
    }

    /** One group with an amount for each series. */
    public BarChart group(String label, double... amounts) {
        int expected = Math.max(1, series.size());
        if (amounts.length != expected) {
            throw new IllegalArgumentException(
                    "Group: " + expected + " amounts as there are series, given " + amounts.length + ".");
        }
        for (double amount : amounts) {
            Marks.checkAmount(amount);
        }
        groups.add(new Group(label, Arrays.stream(amounts).boxed().toList()));
        return this;
    }

    /** The bars of a group end to end, so that the whole length is their sum; no amount may be negative. */
    public BarChart stacked() {
        stacked = true;
        return this;
    }

    /** Bars that stand, for few short labels in a natural order; they lie down where there is no room. */
    public BarChart standing() {
        standing = true;
        return this;
    }

    /** The axis ends here, for example at 1 for shares, so that charts can be compared. */
    public BarChart upTo(double amount) {
        upTo = amount;
        return this;
    }

    @Override
    public Picture picture() {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Bar chart: at least one bar, given none.");
        }
        if (stacked && groups.stream().anyMatch(g -> g.stream().anyMatch(a -> a < 0))) {
            throw new IllegalArgumentException("Bar chart: stacked amounts are not negative.");
        }
        var plan = new BarPlan(List.copyOf(groups), series, stacked, upTo, rowsAre, amountsAre, style);
        return new Picture(
                title,
                caption,
                description(),
                table(),
                canvas -> standing && StandingBars.fit(canvas, plan)
                        ? new StandingBars(canvas, plan).draw()
                        : new LyingBars(canvas, plan).draw());
    }

    private String description() {
        var kind = stacked ? "Stacked bar chart" : "Bar chart";
        var of = amountsAre.isEmpty() ? "" : " of " + amountsAre;
        var parts = series.size() < 2 ? "" : ", for each " + String.join(", ", series);
        var all = groups.stream()
                .flatMapToDouble(Group::stream)
                .filter(a -> !Double.isNaN(a))
                .summaryStatistics();
        var range = all.getCount() == 0
                ? "There are no figures."
                : "Amounts run from " + style.write(all.getMin()) + " to " + style.write(all.getMax()) + ".";
        return kind + of + " in " + groups.size() + (groups.size() == 1 ? " row" : " rows") + parts + ". " + range;
    }

    private NumberTable table() {
        var columns = series.isEmpty() ? List.of(Marks.capital(amountsAre, "Amount")) : series;
        var table = NumberTable.of(title, rowsAre.isEmpty() ? "Name" : rowsAre).numbers(columns.toArray(String[]::new));
        return table.rows(groups.stream()
                .map(g -> {
                    var cells = g.stream().mapToObj(style::write).collect(Collectors.toCollection(ArrayList::new));
                    cells.addFirst(g.label());
                    return List.copyOf(cells);
                })
                .toList());
    }
}
