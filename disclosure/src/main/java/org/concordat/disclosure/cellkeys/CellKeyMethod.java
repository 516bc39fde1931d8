package org.concordat.disclosure.cellkeys;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What is published of a count: the count and the change that its cell's key looks up, or nothing where the result is below a
 * threshold.
 */
public final class CellKeyMethod {
    private final PerturbationTable table;
    private final long least;

    /**
     * @param table which change each count and key get
     * @param least published results below it are hidden, as by the ten-and-five rule, save a true zero; 0 to hide none
     */
    public CellKeyMethod(PerturbationTable table, long least) {
        if (least < 0) {
            throw new IllegalArgumentException("the least that is published is 0 or more, given " + least);
        }
        this.table = table;
        this.least = least;
    }

    static void requirePowerOfTwo(int keys) {
        if (keys < 2 || keys > 1 << 30 || Integer.bitCount(keys) != 1) {
            throw new IllegalArgumentException("the number of keys is a power of two from 2 to 2^30, given " + keys);
        }
    }

    /** The key of the cell that holds exactly these records: the sum of their keys, modulo the number of keys. */
    public int cellKey(int... recordKeys) {
        return cellKeyOfSum(Arrays.stream(recordKeys).asLongStream().sum());
    }

    /** The same where the keys were added up already, as cell by cell of a table. */
    public int cellKeyOfSum(long recordKeySum) {
        return (int) Math.floorMod(recordKeySum, (long) table.keys());
    }

    /** What is published of a count; empty where the result is hidden. */
    public OptionalLong published(long count, int cellKey) {
        if (count == 0) {
            return OptionalLong.of(0);
        }
        long result = count + table.change(count, cellKey);
        return result < least ? OptionalLong.empty() : OptionalLong.of(result);
    }
}
