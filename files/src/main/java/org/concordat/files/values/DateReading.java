package org.concordat.files.values;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of one column are to be read.
 *
 * @param order which part comes first where only the column as a whole can tell
 * @param latest the last day on which anybody in the file can be born; {@code null} when unknown: then no date is too
 *     late before the year 2200, and two-digit years are read as 1930 to 2029
 * @param placeholders dates that mean nothing is known
 */
public record DateReading(DateOrder order, @Nullable LocalDate latest, Set<LocalDate> placeholders) {

    /** Dates that systems enter when none is known. */
    public static final Set<LocalDate> USUAL_PLACEHOLDERS = Set.of(
            LocalDate.of(1800, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1901, 1, 1),
            LocalDate.of(1904, 1, 1));

    /** Dates that are placeholders only in a column where they stand far too often. */
    public static final Set<LocalDate> PLACEHOLDERS_WHEN_OFTEN = Set.of(
            LocalDate.of(1911, 11, 11),
            LocalDate.of(1950, 1, 1),
            LocalDate.of(1960, 1, 1),
            LocalDate.of(1970, 1, 1),
            LocalDate.of(1980, 1, 1),
            LocalDate.of(2000, 1, 1));

    /** Keeps its own copy of the placeholders. */
    public DateReading {
        placeholders = Set.copyOf(placeholders);
    }

    /** Reading of one order with the usual placeholders and no latest day. */
    public static DateReading of(DateOrder order) {
        return new DateReading(order, null, USUAL_PLACEHOLDERS);
    }
}
