package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;

/**
 * Areas shaded by a figure, from pale (low) to dark (high), with withheld and missing figures in patterns of their own.
 *
 * <pre>{@code
 * AreaMap.of("Falls by ward").figures("falls in 1,000 residents", Numbers.SHORT).quantiles(5)
 *         .area("W01", "Harbour", rings, 41.2).withheld("W02", "Moor", rings2).missing("W03", "Quay", rings3)
 * }</pre>
 */
public final class AreaMap implements Pictured {
    private enum State {
        KNOWN,
        WITHHELD,
        MISSING
    }

    private record Area(String code, String name, List<Ring> rings, double figure, State state) {}

    private final String title;
    private String caption = "";
    private String areasAre = "Area";
    private String figuresAre = "figure";
    private Numbers style = Numbers.SHORT;
    private Function<double[], Classes> classing = values -> Classes.quantiles(5, DoubleStream.of(values));
    private final List<Area> areas = new ArrayList<>();

    private AreaMap(String title) {
        this.title = title;
    }

    public static AreaMap of(String title) {
        return new AreaMap(title);
    }

    /** What a reader should take from the picture. */
    public AreaMap saying(String words) {
        caption = words;
        return this;
    }

    /** What an area is, for the table's first column: "Ward". */
    public AreaMap areasAre(String words) {
        areasAre = words;
        return this;
    }

    /** What the figures are, with their unit, and how they are written. */
    public AreaMap figures(String words, Numbers style) {
        figuresAre = words;
        this.style = style;
        return this;
    }

    /** Classes with about as many areas each; five unless said. */
    public AreaMap quantiles(int classes) {
        classing = values -> Classes.quantiles(classes, DoubleStream.of(values));
        return this;
    }

    /** The same with limits that are whole numbers, for counts. */
    public AreaMap wholeQuantiles(int classes) {
        classing = values -> Classes.quantiles(classes, DoubleStream.of(values)).whole();
        return this;
    }

    /** Classes of equal width. */
    public AreaMap equalClasses(int classes) {
        classing = values -> Classes.equal(classes, DoubleStream.of(values));
        return this;
    }

    /** Classes chosen by hand. */
    public AreaMap classes(Classes chosen) {
        classing = values -> chosen;
        return this;
    }

    /** An area with its figure. */
    public AreaMap area(String code, String name, List<Ring> rings, double figure) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("Area: a finite figure; use missing or withheld where there is none.");
        }
        return add(new Area(code, name, List.copyOf(rings), figure, State.KNOWN));
    }

    /** An area whose figure is known and not shown, to protect people. */
    public AreaMap withheld(String code, String name, List<Ring> rings) {
        return add(new Area(code, name, List.copyOf(rings), Double.NaN, State.WITHHELD));
    }

    /** An area nobody has a figure for. */
    public AreaMap missing(String code, String name, List<Ring> rings) {
        return add(new Area(code, name, List.copyOf(rings), Double.NaN, State.MISSING));
    }

    private AreaMap add(Area area) {
        AreaFrame.requireRings(area.code(), area.rings());
        areas.add(area);
        return this;
    }

    @Override
    public Picture picture() {
        AreaFrame.requireSome(areas);
        var all = List.copyOf(areas);
        double[] known = known().toArray();
        Optional<Classes> classes = known.length == 0 ? Optional.empty() : Optional.of(classing.apply(known));
        return new Picture(title, caption, description(), table(), canvas -> draw(canvas, all, classes));
    }

    private DoubleStream known() {
        return areas.stream().filter(a -> a.state() == State.KNOWN).mapToDouble(Area::figure);
    }

    private double draw(Canvas canvas, List<Area> all, Optional<Classes> classes) {
        return new AreaFrame(
                        all.stream()
                                .map(a ->
                                        new AreaFrame.Painted(a.rings(), fill(a, classes), a.name() + ": " + words(a)))
                                .toList(),
                        List.of(),
                        figuresAre + " (areas)",
                        keys(all, classes))
                .draw(canvas);
    }

    private static Fill fill(Area area, Optional<Classes> classes) {
        return switch (area.state()) {
            case WITHHELD -> AreaFrame.WITHHELD;
            case MISSING -> AreaFrame.MISSING;
            case KNOWN -> {
                var chosen = classes.orElseThrow();
                yield Fill.solid(Palette.ramp(chosen.count()).get(chosen.of(area.figure())));
            }
        };
    }

    private List<AreaFrame.Key> keys(List<Area> all, Optional<Classes> classes) {
        var keys = new ArrayList<AreaFrame.Key>();
        classes.ifPresent(c -> {
            var count = new HashMap<Integer, Long>();
            all.stream()
                    .filter(a -> a.state() == State.KNOWN)
                    .forEach(a -> count.merge(c.of(a.figure()), 1L, Long::sum));
            for (int i = 0; i < c.count(); i++) {
                keys.add(new AreaFrame.Key(
                        Fill.solid(Palette.ramp(c.count()).get(i)),
                        c.words(i, style) + AreaFrame.areasIn(count.getOrDefault(i, 0L))));
            }
        });
        long withheld = all.stream().filter(a -> a.state() == State.WITHHELD).count();
        long missing = all.stream().filter(a -> a.state() == State.MISSING).count();
        if (withheld > 0) {
            keys.add(new AreaFrame.Key(AreaFrame.WITHHELD, "withheld to protect people" + AreaFrame.areasIn(withheld)));
        }
        if (missing > 0) {
            keys.add(new AreaFrame.Key(AreaFrame.MISSING, "no figure" + AreaFrame.areasIn(missing)));
        }
        return keys;
    }

    private String words(Area area) {
        return switch (area.state()) {
            case KNOWN -> style.write(area.figure());
            case WITHHELD -> "withheld";
            case MISSING -> "no figure";
        };
    }

    private String description() {
        var summary = known().summaryStatistics();
        var range = summary.getCount() == 0
                ? " No area has a figure."
                : " Figures run from " + style.write(summary.getMin()) + " to " + style.write(summary.getMax()) + ".";
        long withheld = areas.stream().filter(a -> a.state() == State.WITHHELD).count();
        return "Map of " + areas.size() + " areas shaded by " + figuresAre + "." + range
                + (withheld == 0 ? "" : " " + withheld + " withheld.");
    }

    private NumberTable table() {
        return NumberTable.of(title, areasAre)
                .words("Code")
                .numbers(AreaFrame.capital(figuresAre))
                .rows(areas.stream()
                        .map(a -> List.of(a.name(), a.code(), words(a)))
                        .toList());
    }
}
