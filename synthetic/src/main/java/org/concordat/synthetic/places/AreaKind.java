package org.concordat.synthetic.places;

import org.jspecify.annotations.Nullable;

/** A kind of statistical or administrative area, smallest first; each lies wholly within one of the next kind. */
public enum AreaKind {
    /** Like an output area: some 300 people. */
    SMALL("E00", "small_areas"),
    /** Like a lower layer super output area: some 1,500 people. */
    LOWER("E01", "lower_areas"),
    /** Like an electoral ward: some 7,500 people. */
    WARD("E05", "wards"),
    /** Like a unitary authority: some 150,000 people. */
    DISTRICT("E06", "districts");

    private final String prefix;
    private final String fileName;

    AreaKind(String prefix, String fileName) {
        this.prefix = prefix;
        this.fileName = fileName;
    }

    /** First three characters of its codes. */
    public String prefix() {
        return prefix;
    }

    /** Name of its boundary file without ending. */
    public String fileName() {
        return fileName;
    }

    /** The kind in whose areas these lie; null for the largest. */
    @Nullable AreaKind larger() {
        return switch (this) {
            case SMALL -> LOWER;
            case LOWER -> WARD;
            case WARD -> DISTRICT;
            case DISTRICT -> null;
        };
    }
}
