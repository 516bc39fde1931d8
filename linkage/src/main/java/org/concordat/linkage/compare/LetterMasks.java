package org.concordat.linkage.compare;

/**
 * For every character, the set of positions at which a value of at most 64 characters has it, bit {@code i} for
 * position {@code i}. For a single comparison of two strings; the scorers keep a table a pool instead.
 *
 * <p>Values of at most 16 characters below 256, as nearly all names are, stand in two words of eight bytes, and a
 * character is looked for in all eight bytes at once; that costs no table.
 */
final class LetterMasks {
    private static final int IN_TWO_WORDS = 16;
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long GATHER = 0x0102040810204080L;
    private static final Table NO_TABLE = new Table("");

    private final long first;
    private final long second;
    private final long positions;
    private final Table table;

    /** Marks the positions of the value's characters. */
    LetterMasks(String value) {
        long low = 0;
        long high = 0;
        int used = 0;
        if (value.length() <= IN_TWO_WORDS) {
            int firstEnd = Math.min(value.length(), Long.BYTES);
            for (int i = 0; i < firstEnd; i++) {
                char character = value.charAt(i);
                used |= character;
                low |= (long) character << (Byte.SIZE * i);
            }
            for (int i = Long.BYTES; i < value.length(); i++) {
                char character = value.charAt(i);
                used |= character;
                high |= (long) character << (Byte.SIZE * (i - Long.BYTES));
            }
        }
        boolean inTwoWords = value.length() <= IN_TWO_WORDS && used < 256;
        first = low;
        second = high;
        positions = (1L << value.length()) - 1;
        table = inTwoWords ? NO_TABLE : new Table(value);
    }

    /** The positions of the character; none for one that does not occur. */
    long of(char character) {
        if (table != NO_TABLE) {
            return table.of(character);
        }
        long found = equalBytes(first, character);
        if (positions >= 1 << Long.BYTES) {
            found |= equalBytes(second, character) << Long.BYTES;
        }
        return character < 256 ? found & positions : 0;
    }

    /** Bit {@code i} for each byte of the word that equals the character, whose higher bits are not looked at. */
    private static long equalBytes(long word, char character) {
        long difference = word ^ (character & 0xff) * EACH_BYTE;
        long unequal = ((difference & LOW_BITS) + LOW_BITS) | difference;
        // The highest bit of each byte is 0 where it was equal; the product brings those bits side by side on top.
        return (((~unequal & ~LOW_BITS) >>> 7) * GATHER) >>> 56;
    }

    /** Masks by character, for values that are long or in other scripts. */
    private static final class Table {
        private final char[] keys;
        private final long[] masks;
        private final int last;

        Table(String value) {
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
}
