package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;

/**
 * A surface, such as a density, in bands from pale (low) to dark (high), under the outlines of areas. Ground where the surface is
 * withheld looks unlike every band.
 *
 * <pre>{@code
 * SurfaceMap.of("Burglaries").levelsAre("burglaries in a square km").level("1 to under 10", rings, 12.5)
 *         .level("10 to 30", innerRings, 2.1).withheld("fewer than 6 near", otherRings, 40).outline(town)
 * }</pre>
 */
public final class SurfaceMap implements Pictured {
    private record Band(String words, List<Ring> rings, double squareKilometres, boolean withheld) {}

    private final String title;
    private String caption = "";
    private String levelsAre = "level";
    private final List<Band> bands = new ArrayList<>();
    private final List<Ring> outlines = new ArrayList<>();

    private SurfaceMap(String title) {
        this.title = title;
    }

    public static SurfaceMap of(String title) {
        return new SurfaceMap(title);
    }

    /** What a reader should take from the picture. */
    public SurfaceMap saying(String words) {
        caption = words;
        return this;
    }

    /** What the surface is, with its unit. */
    public SurfaceMap levelsAre(String words) {
        levelsAre = words;
        return this;
    }

    /** The next higher band, where it lies, and how much ground that is; a band without ground stands in the legend alone. */
    public SurfaceMap level(String words, List<Ring> rings, double squareKilometres) {
        bands.add(new Band(words, List.copyOf(rings), squareKilometres, false));
        return this;
    }

    /** Ground where the surface is not shown, and why. */
    public SurfaceMap withheld(String words, List<Ring> rings, double squareKilometres) {
        bands.add(new Band(words, List.copyOf(rings), squareKilometres, true));
        return this;
    }

    /** The outline of an area, drawn over the surface. */
    public SurfaceMap outline(List<Ring> rings) {
        outlines.addAll(rings);
        return this;
    }

    @Override
    public Picture picture() {
        AreaFrame.requireSome(bands);
        var all = List.copyOf(bands);
        return new Picture(title, caption, description(), table(), canvas -> draw(canvas, all));
    }

    private double draw(Canvas canvas, List<Band> all) {
        var painted = new ArrayList<AreaFrame.Painted>();
        var keys = new ArrayList<AreaFrame.Key>();
        var ramp = Palette.ramp(
                Math.max(1, (int) all.stream().filter(b -> !b.withheld()).count()));
        int level = 0;
        for (var band : all) {
            Colour colour = band.withheld() ? Palette.GRID : ramp.get(level++);
            Fill fill = band.withheld() ? AreaFrame.WITHHELD : Fill.solid(colour);
            keys.add(new AreaFrame.Key(fill, band.words()));
            if (!band.rings().isEmpty()) {
                painted.add(new AreaFrame.Painted(band.rings(), fill, colour, band.words()));
            }
        }
        return new AreaFrame(painted, outlines, levelsAre, keys).draw(canvas);
    }

    private String description() {
        return "Map of " + levelsAre + " in " + bands.size() + " bands: "
                + String.join(
                        ", ",
                        bands.stream()
                                .map(b ->
                                        b.words() + " over " + Numbers.SHORT.write(b.squareKilometres()) + " square km")
                                .toList())
                + ".";
    }

    private NumberTable table() {
        return NumberTable.of(title, AreaFrame.capital(levelsAre))
                .numbers("Square km")
                .rows(bands.stream()
                        .map(b -> List.of(b.words(), Numbers.decimals(2).write(b.squareKilometres())))
                        .toList());
    }
}
