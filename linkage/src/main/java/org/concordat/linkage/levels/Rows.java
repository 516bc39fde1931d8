package org.concordat.linkage.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.concordat.linkage.records.Records;

/**
 * The records laid out row by row, so that all that a pair's comparison needs of one record lies in one or two lines of
 * the processor's cache.
 *
 * <p>A slot holds either the code of a value in its column or something derived from it, such as a date as a number.
 */
public final class Rows {
    private final int[] cells;
    private final int width;
    private final int size;

    private Rows(int[] cells, int width, int size) {
        this.cells = cells;
        this.width = width;
        this.size = size;
    }

    /** How many slots a row has. */
    public int width() {
        return width;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The cells of all rows, one row after another. Shared, not copied: read only. */
    int[] cells() {
        return cells;
    }

    /** Copies one row to another array. */
    public void copyRow(int record, int[] target, int offset) {
        System.arraycopy(cells, record * width, target, offset, width);
    }

    /** What stands in one slot of one row. */
    public int cell(int record, int slot) {
        return cells[record * width + slot];
    }

    /** Collects slots before the rows are laid out. */
    static final class Layout {
        /** Rows laid at a time: few enough to stay in the processor's cache from the first slot to the last. */
        private static final int PART = 2_048;

        private final List<IntUnaryOperator> slots = new ArrayList<>();

        /** Adds a slot filled by this function of the record's number; returns the slot's number. */
        int slot(IntUnaryOperator cellOfRecord) {
            slots.add(cellOfRecord);
            return slots.size() - 1;
        }

        Rows lay(Records records) {
            int width = slots.size();
            int size = records.size();
            if ((long) size * width > Integer.MAX_VALUE - 16) {
                throw new org.concordat.linkage.LinkageException(
                        "LINK-TOO-MANY-RECORDS",
                        size + " records with " + width
                                + " compared columns do not fit one machine's array. Link fewer records at a time, or fewer columns.");
            }
            int[] cells = new int[size * width];
            IntStream.range(0, (size + PART - 1) / PART).parallel().forEach(part -> {
                for (int s = 0; s < width; s++) {
                    IntUnaryOperator cellOfRecord = slots.get(s);
                    for (int r = part * PART; r < Math.min(size, (part + 1) * PART); r++) {
                        cells[r * width + s] = cellOfRecord.applyAsInt(r);
                    }
                }
            });
            return new Rows(cells, width, size);
        }
    }
}
