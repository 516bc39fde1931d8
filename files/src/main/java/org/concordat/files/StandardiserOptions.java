package org.concordat.files;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What standardising must be told, since it reads no clock.
 *
 * @param latestBirth the last day on which anybody in the file can have been born, mostly the day the file was made;
 *     {@code null} when unknown. It is passed over for a file that is plainly about a later time (more than one date in a
 *     hundred lies after it)
 * @param cacheSlots how many values of each column are remembered, since names and towns repeat; at least 1
 */
public record StandardiserOptions(@Nullable LocalDate latestBirth, int cacheSlots) {

    /** No latest day of birth, and a cache that serves most files. */
    public static final StandardiserOptions USUAL = new StandardiserOptions(null, 1 << 14);

    /** Refuses a cache without slots. */
    public StandardiserOptions {
        if (cacheSlots < 1) {
            throw new IllegalArgumentException("cacheSlots must be at least 1, but was " + cacheSlots);
        }
    }

    /** The usual options with a latest day of birth. */
    public static StandardiserOptions bornUpTo(LocalDate latestBirth) {
        return new StandardiserOptions(latestBirth, USUAL.cacheSlots());
    }
}
