package org.concordat.linkage.compare;

import java.util.Arrays;
import java.util.List;

/**
 * The values of one text column, packed side by side so that scorers read each from one place in memory.
 *
 * <p>A value's code is its position in the list that the pool was made from. Two columns that are compared with each
 * other share one pool, whichever files they come from. Values are compared by UTF-16 code unit, exactly as given: no
 * folding of case or accents happens here.
 *
 * <p>The pool gives every character that occurs in it a symbol of one byte. A pool with more than 256 different
 * characters (names in Chinese characters, say) cannot do that; it is {@linkplain #isWide() wide}, keeps the strings
 * themselves, and is compared correctly but at a fraction of the speed.
 *
 * <p>Immutable; may be shared between threads. Takes one byte a character and four bytes a value, unless wide.
 */
public final class TextPool {
    static final int SYMBOLS = 256;

    private final char[] alphabet;
    private final byte[] symbols;
    private final int[] starts;
    private final String[] wideValues;

    private TextPool(char[] alphabet, byte[] symbols, int[] starts, String[] wideValues) {
        this.alphabet = alphabet;
        this.symbols = symbols;
        this.starts = starts;
        this.wideValues = wideValues;
    }

    /**
     * Packs the values; the first gets code 0. Equal values are not merged: give distinct ones.
     *
     * @throws IllegalArgumentException if the values have more than 2,147,483,639 characters together
     */
    public static TextPool of(List<String> values) {
        int[] starts = new int[values.size() + 1];
        long total = 0;
        int code = 0;
        for (String value : values) {
            total += value.length();
            if (total > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("values: at most 2147483639 characters together, given more in "
                        + values.size() + " values. Split the column.");
            }
            starts[++code] = (int) total;
        }
        short[] symbolOf = new short[Character.MAX_VALUE + 1];
        char[] alphabet = new char[SYMBOLS];
        int known = 0;
        byte[] symbols = new byte[(int) total];
        int at = 0;
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                if (symbolOf[character] == 0) {
                    if (known == SYMBOLS) {
                        return new TextPool(new char[0], new byte[0], starts, values.toArray(String[]::new));
                    }
                    alphabet[known++] = character;
                    symbolOf[character] = (short) known;
                }
                symbols[at++] = (byte) (symbolOf[character] - 1);
            }
        }
        return new TextPool(Arrays.copyOf(alphabet, known), symbols, starts, new String[0]);
    }

    /** How many values the pool holds; codes run from 0 to one less. */
    public int size() {
        return starts.length - 1;
    }

    /** The value that has this code. Makes a new string each time, unless the pool is wide. */
    public String value(int code) {
        if (isWide()) {
            return wideValues[code];
        }
        char[] characters = new char[length(code)];
        for (int i = 0, at = starts[code]; i < characters.length; i++, at++) {
            characters[i] = alphabet[symbols[at] & 0xff];
        }
        return new String(characters);
    }

    /** How many characters the value has. */
    public int length(int code) {
        return starts[code + 1] - starts[code];
    }

    /** Whether the pool has more different characters than bytes can tell apart, so that scoring is slower. */
    public boolean isWide() {
        return wideValues.length > 0;
    }

    /** The symbols of all values, one after the other. Not to be written to. */
    byte[] symbols() {
        return symbols;
    }

    /** Where each value begins in {@link #symbols()}, and, last, where the last one ends. Not to be written to. */
    int[] starts() {
        return starts;
    }

    /** Says how many values there are, never which: they are people's names. */
    @Override
    public String toString() {
        return "TextPool[" + size() + " values hidden]";
    }
}
