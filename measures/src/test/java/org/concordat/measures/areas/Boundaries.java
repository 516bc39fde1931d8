package org.concordat.measures.areas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.concordat.measures.PublicTable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Public boundaries of Trafford, read for tests. */
public final class Boundaries {
    private static final Pattern CODE = Pattern.compile("\"(?:area_code|ons_code)\": *\"([^\"]+)\"");

    private Boundaries() {}

    /** The areas of a file in the British National Grid. */
    public static AreaSet trafford(String file) {
        return set(file, true);
    }

    /** The areas of a file in degrees, as they come. */
    public static AreaSet traffordInDegrees(String file) {
        return set(file, false);
    }

    private static AreaSet set(String file, boolean metres) {
        Path path = PublicTable.file("trafford/boundaries/" + file + ".geojson");
        try {
            // JTS knows reference systems by number alone, and these files name theirs.
            String text = Files.readString(path).replaceFirst("\"crs\": *\\{.*\\} *\\} *,", "");
            List<String> codes = CODE.matcher(text)
                    .results()
                    .map((MatchResult r) -> r.group(1))
                    .toList();
            var shapes = (GeometryCollection) Objects.requireNonNull(new GeoJsonReader().read(text));
            var areas = new ArrayList<Area>();
            Projection grid = Projection.britishNationalGrid();
            for (int i = 0; i < shapes.getNumGeometries(); i++) {
                Geometry shape = shapes.getGeometryN(i);
                Area area = new Area(codes.get(i), codes.get(i), metres ? grid.toMetres(shape) : shape);
                // Some of these generalised boundaries touch themselves.
                areas.add(
                        ShapeFault.of(area).isEmpty()
                                ? area
                                : ShapeFault.repair(area).repaired());
            }
            return AreaSet.of(file, areas);
        } catch (IOException | ParseException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }

    /** A row of square areas of 10 metres, with codes A, B, C ... from west to east. */
    public static List<Area> row(int count) {
        var areas = new ArrayList<Area>();
        for (int i = 0; i < count; i++) {
            String code = String.valueOf((char) ('A' + i));
            areas.add(new Area(code, code, square(10 * i, 0, 10)));
        }
        return areas;
    }

    /** A square by its south-western corner. */
    public static Geometry square(double x, double y, double side) {
        return shape("POLYGON((%s %s,%s %s,%s %s,%s %s,%s %s))"
                .formatted(x, y, x + side, y, x + side, y + side, x, y + side, x, y));
    }

    /** A shape from well-known text. */
    public static Geometry shape(String wellKnownText) {
        try {
            return new org.locationtech.jts.io.WKTReader().read(wellKnownText);
        } catch (ParseException e) {
            throw new AssertionError(wellKnownText, e);
        }
    }
}
