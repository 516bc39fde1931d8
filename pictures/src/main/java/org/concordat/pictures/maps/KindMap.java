package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;

/**
 * Areas coloured by which of a few kinds each is, such as hot, cold or neither. Kinds that readers must tell apart in grey print
 * need fills with different patterns.
 *
 * <pre>{@code
 * KindMap.of("Where burglaries cluster").kind("hot", Fill.solid(Palette.VERMILLION)).kind("not outstanding", pale)
 *         .area("W01", "Harbour", rings, "hot", "z 3.1")
 * }</pre>
 */
public final class KindMap implements Pictured {
    private record Area(String code, String name, List<Ring> rings, String kind, String detail) {}

    private final String title;
    private String caption = "";
    private String areasAre = "Area";
    private String kindsAre = "kind";
    private String detailsAre = "Detail";
    private final Map<String, Fill> kinds = new LinkedHashMap<>();
    private final List<Area> areas = new ArrayList<>();

    private KindMap(String title) {
        this.title = title;
    }

    public static KindMap of(String title) {
        return new KindMap(title);
    }

    /** What a reader should take from the picture. */
    public KindMap saying(String words) {
        caption = words;
        return this;
    }

    /** What an area is, for the table's first column: "Ward". */
    public KindMap areasAre(String words) {
        areasAre = words;
        return this;
    }

    /** What the kinds tell, and what the detail of each area is, for the legend and the table's columns. */
    public KindMap kindsAre(String words, String details) {
        kindsAre = words;
        detailsAre = details;
        return this;
    }

    /** A kind, in the order of the legend. */
    public KindMap kind(String name, Fill fill) {
        if (kinds.putIfAbsent(name, fill) != null) {
            throw new IllegalArgumentException("Kinds: each once, given " + name + " again.");
        }
        return this;
    }

    /** An area of a kind that was named before, with what else is to be read of it. */
    public KindMap area(String code, String name, List<Ring> rings, String kind, String detail) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException(
                    "Area " + code + ": a kind of " + kinds.keySet() + ", given " + kind + ".");
        }
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("Area " + code + ": at least one ring, given none.");
        }
        areas.add(new Area(code, name, List.copyOf(rings), kind, detail));
        return this;
    }

    @Override
    public Picture picture() {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("Map: at least one area, given none.");
        }
        var all = List.copyOf(areas);
        return new Picture(title, caption, description(), table(), canvas -> draw(canvas, all));
    }

    private long count(String kind) {
        return areas.stream().filter(area -> area.kind().equals(kind)).count();
    }

    private double draw(Canvas canvas, List<Area> all) {
        double highest = canvas.isNarrow() ? 420 : 520;
        var sheet = new Sheet(
                () -> all.stream().flatMap(a -> a.rings().stream()).flatMap(r -> r.corners().stream()),
                4,
                canvas.width() - 2,
                highest);
        for (var area : all) {
            Fill fill = kinds.getOrDefault(area.kind(), Fill.solid(Palette.GRID));
            canvas.add(Element.of("path")
                    .with("class", "area")
                    .with("d", sheet.path(area.rings()))
                    .with("fill", canvas.paint(fill))
                    .with("fill-rule", "evenodd")
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.75)
                    .with("stroke-linejoin", "round")
                    .containing(Element.of("title")
                            .saying(area.name() + ": " + area.kind()
                                    + (area.detail().isEmpty() ? "" : ", " + area.detail()))));
        }
        return legend(canvas, sheet.height() + 16);
    }

    private double legend(Canvas canvas, double top) {
        double line = canvas.size().line();
        double y = top + line;
        canvas.text(0, y, Anchor.START, capital(kindsAre) + " (areas)", Palette.INK, true);
        int columns = canvas.isNarrow() ? 1 : 2;
        int rows = (kinds.size() + columns - 1) / columns;
        int i = 0;
        for (var kind : kinds.entrySet()) {
            int column = i / rows;
            double x = column * canvas.width() / columns;
            double rowTop = y + 8 + (i % rows) * line * 1.25;
            canvas.add(Element.of("rect")
                    .with("class", "key")
                    .with("x", x + 0.5)
                    .with("y", rowTop)
                    .with("width", 30)
                    .with("height", line * 0.95)
                    .with("fill", canvas.paint(kind.getValue()))
                    .with("stroke", Palette.INK.hex())
                    .with("stroke-width", 0.75));
            canvas.text(
                    x + 40,
                    rowTop + line * 0.75,
                    Anchor.START,
                    kind.getKey() + " (" + Numbers.COUNT.write((double) count(kind.getKey())) + ")");
            i++;
        }
        return y + 12 + rows * line * 1.25;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }

    private String description() {
        var parts = kinds.keySet().stream()
                .filter(kind -> count(kind) > 0)
                .map(kind -> kind + " " + count(kind))
                .toList();
        return "Map of " + areas.size() + " areas by " + kindsAre + ": " + String.join(", ", parts) + ".";
    }

    private NumberTable table() {
        return new NumberTable(
                title,
                List.of(
                        new NumberTable.Column(areasAre, false),
                        new NumberTable.Column("Code", false),
                        new NumberTable.Column(capital(kindsAre), false),
                        new NumberTable.Column(detailsAre, true)),
                areas.stream()
                        .map(a -> List.of(a.name(), a.code(), a.kind(), a.detail()))
                        .toList());
    }
}
