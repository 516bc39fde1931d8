package org.concordat.measures.areas;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of statistical area, told by the first three characters of its code (ONS coding and naming policy). The letter is
 * the country: E for England, W for Wales. A code says nothing of what lies within what.
 */
public enum AreaKind {
    OUTPUT_AREA("output area", "E00", "W00"),
    LSOA("lower layer super output area", "E01", "W01"),
    MSOA("middle layer super output area", "E02", "W02"),
    WARD("ward", "E05", "W05"),
    UNITARY_AUTHORITY("unitary authority", "E06", "W06"),
    NON_METROPOLITAN_DISTRICT("non-metropolitan district", "E07"),
    METROPOLITAN_DISTRICT("metropolitan district", "E08"),
    LONDON_BOROUGH("London borough", "E09"),
    COUNTY("county", "E10"),
    REGION("region", "E12"),
    COMBINED_AUTHORITY("combined authority", "E47"),
    COUNTRY("country", "E92", "W92");

    private final String words;
    private final String[] prefixes;

    AreaKind(String words, String... prefixes) {
        this.words = words;
        this.prefixes = prefixes;
    }

    /** The kind in words. */
    public String words() {
        return words;
    }

    /** The kind that codes with these first three characters have; empty where we know none. */
    public static Optional<AreaKind> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.asList(kind.prefixes).contains(prefix))
                .findFirst();
    }
}
