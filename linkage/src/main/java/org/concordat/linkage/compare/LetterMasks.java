package org.concordat.linkage.compare;

/**
 * For every character, the set of positions at which a value of at most 64 characters has it, bit {@code i} for
 * position {@code i}. For a single comparison of two strings; the scorers keep a table a pool instead.
 */
final class LetterMasks {
    private final char[] keys;
    private final long[] masks;
    private final int last;

    /** Marks the positions of the value's characters. */
    LetterMasks(String value) {
        // At most half full, so that looking for a character that is not there ends soon.
        int slots = Math.max(16, Integer.highestOneBit(value.length()) * 4);
        keys = new char[slots];
        masks = new long[slots];
        last = slots - 1;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            int slot = slot(character);
            keys[slot] = character;
            masks[slot] |= 1L << i;
        }
    }

    /** The positions of the character; none for one that does not occur. */
    long of(char character) {
        return masks[slot(character)];
    }

    private int slot(char character) {
        // An empty slot is known by its mask, so that the character 0 needs no case of its own.
        int slot = character & last;
        while (masks[slot] != 0 && keys[slot] != character) {
            slot = (slot + 1) & last;
        }
        return slot;
    }
}
