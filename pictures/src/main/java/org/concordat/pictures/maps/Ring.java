package org.concordat.pictures.maps;

import java.util.List;

/**
 * One closed line of a boundary, outer or around a hole; which is which does not matter, since drawings fill by the
 * even-odd rule. The last corner may repeat the first.
 *
 * @param corners in order along the line, at least three
 */
public record Ring(List<Place> corners) {
    /** Refuses a line that encloses nothing. */
    public Ring {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("Ring: at least three corners, given " + corners.size() + ".");
        }
        corners = List.copyOf(corners);
    }

    /** From longitude, latitude, longitude, latitude … in degrees. */
    public static Ring of(double... longitudesAndLatitudes) {
        if (longitudesAndLatitudes.length % 2 != 0) {
            throw new IllegalArgumentException("Ring: pairs of longitude and latitude, given an odd count.");
        }
        var corners = new java.util.ArrayList<Place>();
        for (int i = 0; i < longitudesAndLatitudes.length; i += 2) {
            corners.add(new Place(longitudesAndLatitudes[i], longitudesAndLatitudes[i + 1]));
        }
        return new Ring(corners);
    }
}
