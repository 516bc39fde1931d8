package org.concordat.linkage.blocking;

import org.concordat.linkage.records.Column;

/**
 * Something two records must have in common to be brought together: a column's value or something derived from it.
 *
 * <p>The key of a record is a number that is equal for equal key values; 0 means that the record has none.
 */
public final class BlockingKey {
    private final String name;
    private final String family;
    private final boolean sharp;
    private final KeyOfRecord keys;

    BlockingKey(String name, String family, boolean sharp, KeyOfRecord keys) {
        this.name = name;
        this.family = family;
        this.sharp = sharp;
        this.keys = keys;
    }

    /** A key that depends on one column alone, given for each of the column's codes. */
    static BlockingKey ofColumn(String name, String family, boolean sharp, Column column, int[] keyOfCode) {
        return new BlockingKey(name, family, sharp, record -> keyOfCode[column.code(record)]);
    }

    /** How reports call it: {@code surname's sound}. */
    public String name() {
        return name;
    }

    /** Keys of one family say the same thing in different ways and are not joined in one rule. */
    public String family() {
        return family;
    }

    /** Whether few records share it by chance, so that it may find matches on its own. */
    public boolean isSharp() {
        return sharp;
    }

    /** The record's key; 0 when it has none. */
    public int of(int record) {
        return keys.of(record);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Finds the key of a record. */
    @FunctionalInterface
    interface KeyOfRecord {
        int of(int record);
    }
}
