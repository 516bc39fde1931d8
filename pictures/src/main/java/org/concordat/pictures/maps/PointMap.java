package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;

/**
 * Places marked on the outlines of areas. The surface of a mark is proportional to its amount, and each kind of place has
 * its own colour and letter. Marks are for services and sums, never for the homes of people.
 *
 * <pre>{@code
 * PointMap.of("Where help is given").amounts("visits", Numbers.COUNT).outline(rings)
 *         .kind("Clinic").place("Harbour clinic", new Place(-4.2, 50.4), 1_240)
 * }</pre>
 */
public final class PointMap implements Pictured {
    private record Mark(String name, int kind, Place place, double amount) {}

    private static final double LARGEST_RADIUS = 22;
    private static final double SMALLEST_RADIUS = 8;

    private final String title;
    private String caption = "";
    private String placesAre = "Place";
    private String amountsAre = "amount";
    private Numbers style = Numbers.COUNT;
    private final List<Ring> outlines = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private PointMap(String title) {
        this.title = title;
    }

    public static PointMap of(String title) {
        return new PointMap(title);
    }

    /** What a reader should take from the picture. */
    public PointMap saying(String words) {
        caption = words;
        return this;
    }

    /** What a place is, for the table's first column: "Clinic". */
    public PointMap placesAre(String words) {
        placesAre = words;
        return this;
    }

    /** What the amounts are and how they are written. */
    public PointMap amounts(String words, Numbers style) {
        amountsAre = words;
        this.style = style;
        return this;
    }

    /** The outline of an area behind the marks. */
    public PointMap outline(List<Ring> rings) {
        outlines.addAll(rings);
        return this;
    }

    /** Begins a kind of place; the places that follow are of it; at most five. */
    public PointMap kind(String name) {
        Palette.series(kinds.size());
        kinds.add(name);
        return this;
    }

    /** A place and its amount, 0 or more. */
    public PointMap place(String name, Place place, double amount) {
        if (!Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("Place: an amount of 0 or more, given " + amount + ".");
        }
        marks.add(new Mark(name, Math.max(0, kinds.size() - 1), place, amount));
        return this;
    }

    @Override
    public Picture picture() {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("Point map: at least one place, given none.");
        }
        var all = List.copyOf(marks);
        var rings = List.copyOf(outlines);
        var names = List.copyOf(kinds);
        var description = "Map of " + all.size() + (all.size() == 1 ? " place" : " places")
                + (names.size() < 2 ? "" : " of the kinds " + String.join(", ", names)) + ", marked by " + amountsAre
                + ".";
        return new Picture(title, caption, description, table(), canvas -> draw(canvas, all, rings, names));
    }

    private double draw(Canvas canvas, List<Mark> all, List<Ring> rings, List<String> names) {
        double margin = LARGEST_RADIUS + 2;
        var sheet = new Sheet(
                () -> Stream.concat(
                        rings.stream().flatMap(r -> r.corners().stream()),
                        all.stream().map(Mark::place)),
                margin,
                canvas.width() - margin * 2,
                canvas.isNarrow() ? 420 : 520);
        // The whole map moves right by the margin, so that marks at the edge stay whole.
        var ground = new ArrayList<Element>();
        for (var ring : rings) {
            ground.add(Element.of("path")
                    .with("class", "outline")
                    .with("d", sheet.path(List.of(ring)))
                    .with("fill", "#f1f2f3")
                    .with("stroke", Palette.SOFT_INK.hex())
                    .with("stroke-width", 1));
        }
        canvas.add(Element.of("g")
                .with("transform", "translate(" + (int) margin + ",0)")
                .containing(ground));
        double most = all.stream().mapToDouble(Mark::amount).max().orElse(1);
        all.stream()
                .sorted(java.util.Comparator.comparingDouble(Mark::amount).reversed())
                .forEach(m -> mark(canvas, m, sheet.x(m.place()) + margin, sheet.y(m.place()), radius(m, most)));
        return legend(canvas, names, sheet.height() + margin * 2);
    }

    private static double radius(Mark mark, double most) {
        double share = most == 0 ? 1 : mark.amount() / most;
        return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(share));
    }

    private void mark(Canvas canvas, Mark mark, double x, double y, double radius) {
        canvas.add(Element.of("circle")
                .with("class", "place")
                .with("cx", x)
                .with("cy", y)
                .with("r", radius)
                .with("fill", Palette.series(mark.kind()).hex())
                .with("stroke", "#ffffff")
                .with("stroke-width", 1.5)
                .containing(Element.of("title").saying(mark.name() + ": " + style.write(mark.amount()))));
        if (kinds.size() >= 2) {
            letter(canvas, mark.kind(), x, y);
        }
    }

    private static void letter(Canvas canvas, int kind, double x, double y) {
        var ground = Palette.series(kind);
        var ink = ground.contrastWith(Colour.WHITE) >= 4.5 ? Colour.WHITE : Palette.INK;
        canvas.text(
                x, y + canvas.size().fontSize() * 0.35, Anchor.MIDDLE, String.valueOf((char) ('A' + kind)), ink, true);
    }

    private static double legend(Canvas canvas, List<String> names, double top) {
        double line = canvas.size().line() * 1.3;
        double y = top;
        for (int i = 0; i < names.size() && names.size() >= 2; i++) {
            canvas.add(Element.of("circle")
                    .with("class", "key")
                    .with("cx", 10)
                    .with("cy", y + line / 2)
                    .with("r", 9)
                    .with("fill", Palette.series(i).hex()));
            letter(canvas, i, 10, y + line / 2);
            canvas.text(26, y + line * 0.7, Anchor.START, names.get(i));
            y += line;
        }
        return y + 6;
    }

    private NumberTable table() {
        boolean several = kinds.size() >= 2;
        var table = NumberTable.of(title, placesAre);
        table = several ? table.words("Kind") : table;
        var heading = amountsAre.substring(0, 1).toUpperCase(java.util.Locale.UK) + amountsAre.substring(1);
        return table.numbers(heading)
                .rows(marks.stream()
                        .map(m -> several
                                ? List.of(m.name(), kinds.get(m.kind()), style.write(m.amount()))
                                : List.of(m.name(), style.write(m.amount())))
                        .toList());
    }
}
