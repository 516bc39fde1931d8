package org.concordat.linkage.compare;

import java.util.Arrays;
import java.util.List;

/**
 * The values of one text column, packed eight characters to a word so that scorers read each from one place in memory.
 *
 * <p>A value's code is its position in the list that the pool was made from. Two columns that are compared with each
 * other share one pool, whichever files they come from. Values are compared by UTF-16 code unit, exactly as given: no
 * folding of case or accents happens here.
 *
 * <p>The pool gives every character that occurs in it a symbol of one byte. A pool with more than 255 different
 * characters (names in Chinese characters, say) cannot do that; it is {@linkplain #isWide() wide}, keeps the strings
 * themselves, and is compared correctly but at a fraction of the speed.
 *
 * <p>Immutable; may be shared between threads. Takes sixteen bytes a value and eight more for each eight characters
 * begun, unless wide.
 */
public final class TextPool {
    /** One more than the greatest symbol. Symbol 0 fills the last word of a value and is no character's. */
    static final int SYMBOLS = 256;

    static final int SYMBOLS_A_WORD = Long.BYTES;

    /** Symbols are told apart by their remainder; few alphabets have more letters. */
    private static final int SYMBOL_CLASSES = 56;

    private static final long CLASSES = (1L << SYMBOL_CLASSES) - 1;
    private static final double ROUNDING = 1e-9;

    private final char[] alphabet;
    private final long[] words;
    private final long[] spans;
    private final String[] wideValues;
    /** For each value which symbols it has, as bits, and above them its first symbol. Empty when wide. */
    private final long[] signatures;

    private TextPool(char[] alphabet, long[] words, long[] spans, String[] wideValues) {
        this.alphabet = alphabet;
        this.words = words;
        this.spans = spans;
        this.wideValues = wideValues;
        this.signatures = new long[wideValues.length > 0 ? 0 : spans.length];
        for (int code = 0; code < signatures.length; code++) {
            signatures[code] = signature(code);
        }
    }

    private long signature(int code) {
        int start = start(spans[code]);
        int length = length(code);
        long signature = length == 0 ? 0 : (long) symbol(words[start], 0) << SYMBOL_CLASSES;
        for (int i = 0; i < length; i++) {
            signature |= 1L << symbol(words[start + i / SYMBOLS_A_WORD], i % SYMBOLS_A_WORD) % SYMBOL_CLASSES;
        }
        return signature;
    }

    /**
     * Whether two values may be as alike as this by Jaro-Winkler; told from their lengths, first letters and sets of
     * letters alone, at a fraction of the cost. Never {@code false} for two values that are.
     *
     * @param least a similarity from 0 to 1
     */
    public boolean mayReach(int one, int other, double least) {
        if (isWide()) {
            return true;
        }
        int leftLength = length(one);
        int rightLength = length(other);
        if (leftLength == 0 || rightLength == 0) {
            return true;
        }
        long left = signatures[one];
        long right = signatures[other];
        // A letter that the other value does not have is matched by nothing there.
        int most = Math.min(
                leftLength - Long.bitCount(left & ~right & CLASSES),
                rightLength - Long.bitCount(right & ~left & CLASSES));
        double jaro = ((double) most / leftLength + (double) most / rightLength + 1) / 3;
        double bonus = left >>> SYMBOL_CLASSES == right >>> SYMBOL_CLASSES
                ? JaroWinkler.LONGEST_PREFIX * JaroWinkler.BONUS_A_CHARACTER
                : 0;
        return most == 0 ? least <= 0 : jaro + bonus * (1 - jaro) > least - ROUNDING;
    }

    /**
     * Packs the values; the first gets code 0. Equal values are not merged: give distinct ones.
     *
     * @throws IllegalArgumentException if the values need more than 2,147,483,639 words of eight characters together
     */
    public static TextPool of(List<String> values) {
        long[] spans = new long[values.size()];
        long total = 0;
        int code = 0;
        for (String value : values) {
            spans[code++] = (total << Integer.SIZE) | value.length();
            total += words(value.length());
            if (total > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "values: at most 2147483639 words of eight characters together, given" + " more in "
                                + values.size() + " values. Split the column.");
            }
        }
        short[] symbolOf = new short[Character.MAX_VALUE + 1];
        char[] alphabet = new char[SYMBOLS];
        int symbols = 1;
        long[] words = new long[(int) total];
        int start = 0;
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                if (symbolOf[character] == 0) {
                    if (symbols == SYMBOLS) {
                        return new TextPool(new char[0], new long[0], spans, values.toArray(String[]::new));
                    }
                    alphabet[symbols] = character;
                    symbolOf[character] = (short) symbols++;
                }
                words[start + i / SYMBOLS_A_WORD] |= (long) symbolOf[character] << (Byte.SIZE * (i % SYMBOLS_A_WORD));
            }
            start += words(value.length());
        }
        return new TextPool(Arrays.copyOf(alphabet, symbols), words, spans, new String[0]);
    }

    /** How many values the pool holds; codes run from 0 to one less. */
    public int size() {
        return spans.length;
    }

    /** The value that has this code. Makes a new string each time, unless the pool is wide. */
    public String value(int code) {
        if (isWide()) {
            return wideValues[code];
        }
        char[] characters = new char[length(code)];
        int start = start(spans[code]);
        for (int i = 0; i < characters.length; i++) {
            characters[i] = alphabet[symbol(words[start + i / SYMBOLS_A_WORD], i % SYMBOLS_A_WORD)];
        }
        return new String(characters);
    }

    /** How many characters the value has. */
    public int length(int code) {
        return length(spans[code]);
    }

    /** Whether the pool has more different characters than bytes can tell apart, so that scoring is slower. */
    public boolean isWide() {
        return wideValues.length > 0;
    }

    /** The symbols of all values, eight to a word from the lowest byte up, 0 after the last. Not to be written to. */
    long[] words() {
        return words;
    }

    /** Where each value begins in {@link #words()} and how many characters it has. Not to be written to. */
    long[] spans() {
        return spans;
    }

    static int start(long span) {
        return (int) (span >>> Integer.SIZE);
    }

    static int length(long span) {
        return (int) span;
    }

    /** How many words a value of so many characters takes. */
    static int words(int length) {
        return (length + SYMBOLS_A_WORD - 1) / SYMBOLS_A_WORD;
    }

    /** How many bits of the last word of a value of so many characters are filling. */
    static int filling(int length) {
        return Byte.SIZE * (-length & (SYMBOLS_A_WORD - 1));
    }

    /** A word of the value as it would be if the filling came first; {@code previous} is 0 for the first word. */
    static long joined(long previous, long word, int filling) {
        return (word << filling) | ((previous >>> 1) >>> (Long.SIZE - 1 - filling));
    }

    static int symbol(long word, int place) {
        return (int) (word >>> (Byte.SIZE * place)) & 0xff;
    }

    /** Says how many values there are, never which: they are people's names. */
    @Override
    public String toString() {
        return "TextPool[" + size() + " values hidden]";
    }
}
