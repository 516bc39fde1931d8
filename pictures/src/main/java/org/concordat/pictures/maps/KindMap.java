package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Fill;

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

    /** What the kinds tell, and what the detail of each area is (empty where there is none), for legend and table. */
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
        AreaFrame.requireRings(code, rings);
        areas.add(new Area(code, name, List.copyOf(rings), kind, detail));
        return this;
    }

    @Override
    public Picture picture() {
        AreaFrame.requireSome(areas);
        var all = List.copyOf(areas);
        return new Picture(title, caption, description(), table(), canvas -> draw(canvas, all));
    }

    private long count(String kind) {
        return areas.stream().filter(area -> area.kind().equals(kind)).count();
    }

    private double draw(Canvas canvas, List<Area> all) {
        return new AreaFrame(
                        all.stream()
                                .map(a -> new AreaFrame.Painted(
                                        a.rings(),
                                        kinds.getOrDefault(a.kind(), AreaFrame.MISSING),
                                        a.name() + ": " + a.kind() + (a.detail().isEmpty() ? "" : ", " + a.detail())))
                                .toList(),
                        List.of(),
                        kindsAre + " (areas)",
                        kinds.entrySet().stream()
                                .map(kind -> new AreaFrame.Key(
                                        kind.getValue(), kind.getKey() + AreaFrame.areasIn(count(kind.getKey()))))
                                .toList())
                .draw(canvas);
    }

    private String description() {
        var parts = kinds.keySet().stream()
                .filter(kind -> count(kind) > 0)
                .map(kind -> kind + " " + count(kind))
                .toList();
        return "Map of " + areas.size() + " areas by " + kindsAre + ": " + String.join(", ", parts) + ".";
    }

    private NumberTable table() {
        var table = NumberTable.of(title, areasAre).words("Code", AreaFrame.capital(kindsAre));
        return detailsAre.isEmpty()
                ? table.rows(areas.stream()
                        .map(a -> List.of(a.name(), a.code(), a.kind()))
                        .toList())
                : table.numbers(detailsAre)
                        .rows(areas.stream()
                                .map(a -> List.of(a.name(), a.code(), a.kind(), a.detail()))
                                .toList());
    }
}
