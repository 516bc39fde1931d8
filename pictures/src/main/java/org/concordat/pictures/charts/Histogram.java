package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;

/**
 * How values spread: counts in neighbouring ranges, drawn as touching bars over a true axis. With {@link #logarithmic}
 * heights follow the logarithm of the count, for counts that differ a thousandfold; such an axis has no nought, so it
 * starts at one half and says so.
 *
 * <pre>{@code
 * Histogram.of("Match weights").across("match weight in bits", Numbers.SHORT).counts("pairs")
 *         .bin(-10, -8, 120_000).bin(-8, -6, 31_000).logarithmic().mark(4.2, "threshold")
 * }</pre>
 */
public final class Histogram implements Pictured {
    private static final double LOG_BASE = 0.5;

    /** A range of values, its end left out, and how many fall in it. */
    private record Bin(double from, double to, double count, boolean oneValue) {}

    private final String title;
    private String caption = "";
    private Axis across = Axis.PLAIN;
    private Axis up = Axis.PLAIN.named("count", Numbers.COUNT);
    private final List<Bin> bins = new ArrayList<>();
    private final List<Plot.Mark> marks = new ArrayList<>();

    private Histogram(String title) {
        this.title = title;
    }

    public static Histogram of(String title) {
        return new Histogram(title);
    }

    /** What a reader should take from the picture. */
    public Histogram saying(String words) {
        caption = words;
        return this;
    }

    /** What the values are, with their unit, and how they are written. */
    public Histogram across(String words, Numbers style) {
        across = across.named(words, style);
        return this;
    }

    /** What is counted: "pairs". */
    public Histogram counts(String words) {
        up = up.named(words, Numbers.COUNT);
        return this;
    }

    /** One range and its count; ranges rise and do not overlap. */
    public Histogram bin(double from, double to, double count) {
        return add(new Bin(from, to, count, false));
    }

    /** One whole number and how often it occurs, drawn as a bar around it. */
    public Histogram value(long value, double count) {
        return add(new Bin(value - 0.5, value + 0.5, count, true));
    }

    private Histogram add(Bin bin) {
        Marks.checkFinite(bin.from(), bin.to(), bin.count());
        boolean rises = bins.isEmpty() || bin.from() >= bins.getLast().to() - 1e-9;
        if (bin.from() >= bin.to() || bin.count() < 0 || !rises) {
            throw new IllegalArgumentException("Bin: ranges that rise and do not overlap, with counts from 0; given "
                    + bin.from() + " to " + bin.to() + " with " + bin.count() + ".");
        }
        bins.add(bin);
        return this;
    }

    /** Heights by logarithm of the count. */
    public Histogram logarithmic() {
        up = up.byLogarithm();
        return this;
    }

    /** A named dashed line at a value. */
    public Histogram mark(double value, String words) {
        Marks.checkFinite(value);
        marks.add(new Plot.Mark(value, words));
        return this;
    }

    @Override
    public Picture picture() {
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("Histogram: at least one bin, given none.");
        }
        var all = List.copyOf(bins);
        var named = List.copyOf(marks);
        var horizontal = across.between(all.getFirst().from(), all.getLast().to());
        double highest = all.stream().mapToDouble(Bin::count).max().orElse(0);
        var vertical = up.logarithmic()
                ? up.between(LOG_BASE, Math.pow(10, Math.ceil(Math.log10(Math.max(highest, 10)) - 1e-9)))
                : up;
        return new Picture(title, caption, description(highest), table(), canvas -> {
            var plot = new Plot(
                    canvas,
                    horizontal,
                    vertical,
                    new Plot.Span(0, 1),
                    new Plot.Span(0, Math.max(highest, 1)),
                    new Plot.Room(0, named.size(), 0, 0));
            draw(canvas, plot, all, vertical.logarithmic());
            plot.mark(named);
            return plot.end();
        });
    }

    private static void draw(Canvas canvas, Plot plot, List<Bin> bins, boolean logarithmic) {
        for (var bin : bins) {
            if (bin.count() > 0) {
                double left = plot.x(bin.from());
                double width = plot.x(bin.to()) - left;
                double gap = width > 4 ? 1 : 0;
                double base = logarithmic ? plot.bottom() : plot.y(0);
                canvas.box(
                        left + gap / 2, base, width - gap, plot.y(bin.count()) - base, Fill.solid(Palette.BLUE), "bar");
            }
        }
        canvas.line(plot.across().start(), plot.bottom(), plot.across().end(), plot.bottom(), Palette.INK, 1, "");
    }

    private String description(double highest) {
        var style = across.style();
        var all = DoubleStream.concat(
                        bins.stream().mapToDouble(Bin::from), bins.stream().mapToDouble(Bin::to))
                .summaryStatistics();
        var words = "Histogram of " + (across.title().isEmpty() ? "values" : across.title()) + " from "
                + (bins.getFirst().oneValue()
                        ? name(bins.getFirst()) + " to " + name(bins.getLast())
                        : style.write(all.getMin()) + " to " + style.write(all.getMax()))
                + " in " + bins.size() + " bars; the fullest holds " + Numbers.COUNT.write(highest) + ".";
        return up.logarithmic() ? words + " Heights are on a logarithmic scale." : words;
    }

    private String name(Bin bin) {
        var style = across.style();
        return bin.oneValue()
                ? style.write((bin.from() + bin.to()) / 2)
                : style.write(bin.from()) + " to " + style.write(bin.to());
    }

    private NumberTable table() {
        var table = NumberTable.of(title, Marks.capital(across.title(), "Value"))
                .numbers(Marks.capital(up.title(), "Count"));
        return table.rows(bins.stream()
                .map(b -> List.of(name(b), Numbers.SHORT.write(b.count())))
                .toList());
    }
}
