package org.concordat.measures.areas;

import org.locationtech.jts.geom.Geometry;

/**
 * One area with its shape.
 *
 * @param code unique in its set; an official code, or a name for a custom area
 * @param name as people say it; may be the code again
 * @param shape a polygon or several, in metres
 */
public record Area(String code, String name, Geometry shape) {
    public Area {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an area has a code, given none for " + name);
        }
    }
}
