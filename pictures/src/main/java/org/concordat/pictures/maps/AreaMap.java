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
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Fill.Pattern;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;

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

    private static final Fill WITHHELD = new Fill(Palette.SOFT_INK, Pattern.HATCH);
    private static final Fill MISSING = new Fill(Palette.SOFT_INK, Pattern.CROSSES);

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
        if (area.rings().isEmpty()) {
            throw new IllegalArgumentException("Area " + area.code() + ": at least one ring, given none.");
        }
        areas.add(area);
        return this;
    }

    @Override
    public Picture picture() {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("Map: at least one area, given none.");
        }
        var all = List.copyOf(areas);
        double[] known = known().toArray();
        Optional<Classes> classes = known.length == 0 ? Optional.empty() : Optional.of(classing.apply(known));
        return new Picture(title, caption, description(), table(), canvas -> draw(canvas, all, classes));
    }

    private DoubleStream known() {
        return areas.stream().filter(a -> a.state() == State.KNOWN).mapToDouble(Area::figure);
    }

    private double draw(Canvas canvas, List<Area> all, Optional<Classes> classes) {
        double highest = canvas.isNarrow() ? 420 : 520;
        var sheet = new Sheet(
                () -> all.stream().flatMap(a -> a.rings().stream()).flatMap(r -> r.corners().stream()),
                4,
                canvas.width() - 2,
                highest);
        for (var area : all) {
            canvas.add(Element.of("path")
                    .with("class", "area")
                    .with("d", sheet.path(area.rings()))
                    .with("fill", canvas.paint(fill(area, classes)))
                    .with("fill-rule", "evenodd")
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.75)
                    .with("stroke-linejoin", "round")
                    .containing(Element.of("title").saying(area.name() + ": " + words(area))));
        }
        return legend(canvas, all, classes, sheet.height() + 16);
    }

    private static Fill fill(Area area, Optional<Classes> classes) {
        return switch (area.state()) {
            case WITHHELD -> WITHHELD;
            case MISSING -> MISSING;
            case KNOWN -> {
                var chosen = classes.orElseThrow();
                yield Fill.solid(Palette.ramp(chosen.count()).get(chosen.of(area.figure())));
            }
        };
    }

    /** A row of the legend. */
    private record Key(Fill fill, String words) {}

    private double legend(Canvas canvas, List<Area> all, Optional<Classes> classes, double top) {
        double line = canvas.size().line();
        var keys = new ArrayList<Key>();
        classes.ifPresent(c -> {
            var count = new HashMap<Integer, Integer>();
            all.stream()
                    .filter(a -> a.state() == State.KNOWN)
                    .forEach(a -> count.merge(c.of(a.figure()), 1, Integer::sum));
            for (int i = 0; i < c.count(); i++) {
                var range = style.write(c.limits().get(i))
                        + (i == c.count() - 1 ? " to " : " to under ")
                        + style.write(c.limits().get(i + 1));
                keys.add(
                        new Key(Fill.solid(Palette.ramp(c.count()).get(i)), range + areasIn(count.getOrDefault(i, 0))));
            }
        });
        long withheld = all.stream().filter(a -> a.state() == State.WITHHELD).count();
        long missing = all.stream().filter(a -> a.state() == State.MISSING).count();
        if (withheld > 0) {
            keys.add(new Key(WITHHELD, "withheld to protect people" + areasIn(withheld)));
        }
        if (missing > 0) {
            keys.add(new Key(MISSING, "no figure" + areasIn(missing)));
        }
        double y = top + line;
        var heading = figuresAre.substring(0, 1).toUpperCase(java.util.Locale.UK) + figuresAre.substring(1);
        canvas.text(0, y, Anchor.START, heading + " (areas)", Palette.INK, true);
        int columns = canvas.isNarrow() ? 1 : 2;
        int rows = (keys.size() + columns - 1) / columns;
        for (int i = 0; i < keys.size(); i++) {
            int column = i / rows;
            double x = column * canvas.width() / columns;
            double rowTop = y + 8 + (i % rows) * line * 1.25;
            canvas.add(Element.of("rect")
                    .with("class", "key")
                    .with("x", x + 0.5)
                    .with("y", rowTop)
                    .with("width", 30)
                    .with("height", line * 0.95)
                    .with("fill", canvas.paint(keys.get(i).fill()))
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.75));
            canvas.text(x + 40, rowTop + line * 0.75, Anchor.START, keys.get(i).words());
        }
        return y + 12 + rows * line * 1.25;
    }

    private static String areasIn(long count) {
        return " (" + Numbers.COUNT.write((double) count) + ")";
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
        var heading = figuresAre.substring(0, 1).toUpperCase(java.util.Locale.UK) + figuresAre.substring(1);
        return NumberTable.of(title, areasAre)
                .words("Code")
                .numbers(heading)
                .rows(areas.stream()
                        .map(a -> List.of(a.name(), a.code(), words(a)))
                        .toList());
    }
}
