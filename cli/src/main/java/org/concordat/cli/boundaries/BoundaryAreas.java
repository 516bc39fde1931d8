package org.concordat.cli.boundaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.measures.areas.Area;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.areas.Projection;
import org.concordat.pictures.maps.Place;
import org.concordat.pictures.maps.Ring;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The areas of a boundary file, in the order of their codes: as they came, in metres, and in degrees.
 *
 * @param given as they came, to look points up in
 * @param metres in metres of the British National Grid, to measure in
 * @param isGrid whether they came in metres
 * @param repaired codes of areas whose shapes were repaired
 */
public record BoundaryAreas(AreaSet given, AreaSet metres, boolean isGrid, List<String> repaired) {
    public BoundaryAreas {
        repaired = List.copyOf(repaired);
    }

    /** The border of an area in degrees, for maps. */
    public List<Ring> rings(int index) {
        Area area = given.areas().get(index);
        return ringsOf(isGrid ? Projection.britishNationalGrid().toDegrees(area.shape()) : area.shape());
    }

    /** The border of a shape of polygons in degrees, for maps; none of an empty shape. */
    public static List<Ring> ringsOf(Geometry shape) {
        var rings = new ArrayList<Ring>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) shape.getGeometryN(part);
            rings.add(ring(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole)));
            }
        }
        return rings;
    }

    private static Ring ring(LinearRing ring) {
        return new Ring(Arrays.stream(ring.getCoordinates())
                .map(corner -> new Place(corner.getX(), corner.getY()))
                .toList());
    }
}
