package org.concordat.measures.areas;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Turns degrees (WGS84, longitude first) into metres of the British National Grid and back, so that distances can be measured.
 *
 * <p>Known limit: without the Ordnance Survey's grid file, positions are off by 2 to 4 metres from the official ones. That
 * moves all points of a neighbourhood alike, so distances and areas do not suffer; but degrees turned into metres must not
 * be laid over boundaries that came in official metres, where a point beside a border could change sides. Outside Great
 * Britain it refuses.
 */
public final class Projection {
    private static final String BRITISH_NATIONAL_GRID = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000"
            + " +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs";

    private final CoordinateTransform toMetres;
    private final CoordinateTransform toDegrees;

    private Projection(CoordinateTransform toMetres, CoordinateTransform toDegrees) {
        this.toMetres = toMetres;
        this.toDegrees = toDegrees;
    }

    /** The British National Grid. */
    public static Projection britishNationalGrid() {
        var systems = new CRSFactory();
        CoordinateReferenceSystem degrees =
                systems.createFromParameters("WGS84", "+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs");
        CoordinateReferenceSystem metres = systems.createFromParameters("British National Grid", BRITISH_NATIONAL_GRID);
        var transforms = new CoordinateTransformFactory();
        return new Projection(transforms.createTransform(degrees, metres), transforms.createTransform(metres, degrees));
    }

    /** Easting and northing of a longitude and latitude. */
    public Coordinate toMetres(double longitude, double latitude) {
        if (!isGreatBritain(longitude, latitude)) {
            throw new IllegalArgumentException("a longitude lies between -9 and 3 and a latitude between 49 and 61.5 in"
                    + " Great Britain; check that longitude comes first and that these are degrees");
        }
        return transformed(toMetres, longitude, latitude);
    }

    /** Longitude and latitude of an easting and northing. */
    public Coordinate toDegrees(double easting, double northing) {
        if (!isGrid(easting, northing)) {
            throw new IllegalArgumentException("an easting lies between 0 and 800,000 and a northing between 0 and"
                    + " 1,400,000; check that easting comes first and that these are metres");
        }
        return transformed(toDegrees, easting, northing);
    }

    /** Whether degrees, longitude first, lie in or near Great Britain. */
    public static boolean isGreatBritain(double longitude, double latitude) {
        return longitude >= -9 && longitude <= 3 && latitude >= 49 && latitude <= 61.5;
    }

    /** Whether numbers can be metres of the grid, and so not degrees. */
    public static boolean isGrid(double x, double y) {
        return x >= 0 && x <= 800_000 && y >= 0 && y <= 1_400_000 && (x > 180 || y > 90);
    }

    /** A shape in metres from one in degrees. */
    public Geometry toMetres(Geometry degrees) {
        return each(degrees, this::toMetres);
    }

    /** A shape in degrees from one in metres. */
    public Geometry toDegrees(Geometry metres) {
        return each(metres, this::toDegrees);
    }

    private interface Turn {
        Coordinate of(double x, double y);
    }

    private static Geometry each(Geometry shape, Turn turn) {
        Geometry copy = shape.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence corners, int at) {
                Coordinate turned = turn.of(corners.getX(at), corners.getY(at));
                corners.setOrdinate(at, 0, turned.getX());
                corners.setOrdinate(at, 1, turned.getY());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    private static Coordinate transformed(CoordinateTransform transform, double x, double y) {
        var result = new ProjCoordinate();
        transform.transform(new ProjCoordinate(x, y), result);
        return new Coordinate(result.x, result.y);
    }
}
