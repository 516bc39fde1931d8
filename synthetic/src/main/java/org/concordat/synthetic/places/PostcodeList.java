package org.concordat.synthetic.places;

import java.io.IOException;
import java.io.Writer;
import org.concordat.synthetic.chance.Dice;

/** Says for each postcode in which areas it lies, and where: longitude and latitude of its middle, WGS 84. */
public final class PostcodeList {
    private static final String HEADER =
            "postcode,small_area,lower_area,ward,ward_name,district,district_name,longitude,latitude,addresses\n";

    private final Places places;
    private final Boundaries boundaries;
    private final long seed;

    /** The list of a town's postcodes; boundaries and seed must be of the same town. */
    public PostcodeList(Places places, Boundaries boundaries, long seed) {
        this.places = places;
        this.boundaries = boundaries;
        this.seed = seed;
    }

    /** Writes a line a postcode below a header. */
    public void write(Writer out) throws IOException {
        Areas areas = places.areas();
        out.write(HEADER);
        for (int postcode = 0; postcode < places.postcodes(); postcode++) {
            int small = places.smallAreaOf(postcode);
            int ward = areas.containing(small, AreaKind.WARD);
            int district = areas.containing(small, AreaKind.DISTRICT);
            out.write(String.join(
                    ",",
                    places.postcodeText(postcode),
                    areas.code(AreaKind.SMALL, small),
                    areas.code(AreaKind.LOWER, areas.containing(small, AreaKind.LOWER)),
                    areas.code(AreaKind.WARD, ward),
                    areas.name(AreaKind.WARD, ward),
                    areas.code(AreaKind.DISTRICT, district),
                    areas.name(AreaKind.DISTRICT, district),
                    boundaries.pointIn(small, Dice.of(seed, 27, postcode, 0)),
                    String.valueOf(places.firstAddressOf(postcode + 1) - places.firstAddressOf(postcode))));
            out.write('\n');
        }
    }
}
