package org.concordat.linkage.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column of short texts, each packed into one machine word, so that two are compared without a look at
 * any string: ten characters of up to 63 different ones (National Insurance numbers), sixteen of up to 15 (telephones,
 * NHS numbers). A value's code is its position in the list. Immutable; may be shared between threads.
 */
public final class PackedTexts {
    private final long[] words;
    private final int bitsACharacter;

    private PackedTexts(long[] words, int bitsACharacter) {
        this.words = words;
        this.bitsACharacter = bitsACharacter;
    }

    /** The values packed; {@code null} when they are too long or of too many different characters for that. */
    public static @Nullable PackedTexts of(List<String> values) {
        byte[] symbolOf = new byte[128];
        int symbols = 0;
        int longest = 0;
        for (String value : values) {
            longest = Math.max(longest, value.length());
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                if (character >= symbolOf.length) {
                    return null;
                }
                if (symbolOf[character] == 0) {
                    symbolOf[character] = (byte) ++symbols;
                }
            }
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(symbols);
        if (bits * longest > Long.SIZE) {
            return null;
        }
        long[] words = new long[values.size()];
        for (int code = 0; code < words.length; code++) {
            String value = values.get(code);
            for (int i = 0; i < value.length(); i++) {
                words[code] |= (long) symbolOf[value.charAt(i)] << (i * bits);
            }
        }
        return new PackedTexts(words, Math.max(1, bits));
    }

    /** Whether two values are equal or one typing error apart, as {@link OneEdit#isWithin} says. */
    public boolean isWithinOneEdit(int one, int other) {
        long a = words[one];
        long b = words[other];
        long differing = a ^ b;
        if (differing == 0) {
            return true;
        }
        int lengthA = length(a);
        int lengthB = length(b);
        int first = Long.numberOfTrailingZeros(differing) / bitsACharacter;
        if (lengthA == lengthB) {
            int last = (Long.SIZE - 1 - Long.numberOfLeadingZeros(differing)) / bitsACharacter;
            return last == first
                    || last == first + 1 && symbol(a, first) == symbol(b, last) && symbol(a, last) == symbol(b, first);
        }
        if (Math.abs(lengthA - lengthB) != 1) {
            return false;
        }
        long longer = lengthA > lengthB ? a : b;
        long shorter = lengthA > lengthB ? b : a;
        // What follows the character too many is what stands in its place in the other.
        int at = first * bitsACharacter;
        return (longer >>> at) >>> bitsACharacter == shorter >>> at;
    }

    private int length(long word) {
        return (Long.SIZE - Long.numberOfLeadingZeros(word) + bitsACharacter - 1) / bitsACharacter;
    }

    private long symbol(long word, int place) {
        return (word >>> (place * bitsACharacter)) & ((1L << bitsACharacter) - 1);
    }

    /** Says how many values there are, never which. */
    @Override
    public String toString() {
        return "PackedTexts[" + words.length + " values hidden]";
    }
}
