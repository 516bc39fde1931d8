package org.concordat.measures.areas;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What is wrong with the shape of an area, and where.
 *
 * @param code of the area
 * @param what in words, such as "Self-intersection"
 * @param where the place of the fault, in the shape's own coordinates
 */
public record ShapeFault(String code, String what, Optional<Coordinate> where) {

    /**
     * A shape made valid, which a caller must choose to use.
     *
     * @param before the surface of the shape as it came, in square metres
     * @param after the surface as it is now
     */
    public record Repair(Area repaired, double before, double after) {}

    /** The first fault of an area's shape; empty where it is valid. */
    public static Optional<ShapeFault> of(Area area) {
        Geometry shape = area.shape();
        if (!(shape instanceof Polygonal)) {
            return Optional.of(new ShapeFault(
                    area.code(), "is a " + shape.getGeometryType() + ", not a polygon", Optional.empty()));
        }
        if (shape.isEmpty()) {
            return Optional.of(new ShapeFault(area.code(), "is empty", Optional.empty()));
        }
        Envelope around = shape.getEnvelopeInternal();
        if (!Double.isFinite(around.getArea())) {
            return Optional.of(new ShapeFault(area.code(), "has corners that are no finite numbers", Optional.empty()));
        }
        var validity = new IsValidOp(shape);
        return validity.isValid()
                ? Optional.empty()
                : Optional.of(new ShapeFault(
                        area.code(),
                        validity.getValidationError().getMessage(),
                        Optional.of(validity.getValidationError().getCoordinate())));
    }

    /** The area with its shape made valid by JTS's fixer, and what that did to its surface; only for polygons. */
    public static Repair repair(Area area) {
        Geometry fixed = GeometryFixer.fix(area.shape());
        return new Repair(
                new Area(area.code(), area.name(), fixed), area.shape().getArea(), fixed.getArea());
    }

    /** The fault in a sentence. */
    public String message() {
        return "the shape of area " + code + " is invalid: " + what
                + where.map(at -> String.format(Locale.ROOT, " at %.3f, %.3f", at.getX(), at.getY()))
                        .orElse("");
    }
}
