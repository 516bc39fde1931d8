package org.concordat.files;

import java.util.List;
import org.concordat.files.columns.RecognisedColumn;

/**
 * How good one source is, column by column: shares and shapes, never a value.
 *
 * @param rows how many rows were looked at
 * @param columns every column, in the file's order
 */
public record QualityProfile(long rows, List<ColumnQuality> columns) {

    /**
     * How good one column is.
     *
     * @param column what it was taken for and why
     * @param filled share of rows with a value, from 0 to 1
     * @param distinct how many different values there are; exact up to 1,023, then an estimate within about 6 % (95 %
     *     of the time)
     * @param valid share of the filled values that standardising keeps, from 0 to 1; 1 for columns that are not used
     * @param shapes the most common shapes, commonest first, at most five
     */
    public record ColumnQuality(
            RecognisedColumn column, double filled, long distinct, double valid, List<Shape> shapes) {

        /** Whether {@link #distinct} is an estimate. */
        public boolean isDistinctEstimated() {
            return distinct > DistinctCounter.EXACT;
        }

        /** Keeps its own copy. */
        public ColumnQuality {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * A way of writing: {@code A} and {@code a} for letters, {@code 9} for a digit, {@code +} after a letter for three or
     * more of its kind, marks as they are.
     *
     * @param pattern {@code 9999-99-99} or {@code Aa+} for example
     * @param share of the filled values, from 0 to 1
     */
    public record Shape(String pattern, double share) {}

    /** Keeps its own copy. */
    public QualityProfile {
        columns = List.copyOf(columns);
    }
}
