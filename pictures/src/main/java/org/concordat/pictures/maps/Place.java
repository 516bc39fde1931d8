package org.concordat.pictures.maps;

/**
 * A point on the earth.
 *
 * @param longitude degrees east, −180 to 180
 * @param latitude degrees north, −90 to 90
 */
public record Place(double longitude, double latitude) {
    /** Refuses what is no point on the earth, such as grid metres. */
    public Place {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Place: degrees, longitude first; metres of a grid must be turned into degrees before.");
        }
    }

    @Override
    public String toString() {
        return "Place[hidden]";
    }
}
