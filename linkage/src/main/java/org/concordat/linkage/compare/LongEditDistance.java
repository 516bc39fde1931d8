package org.concordat.linkage.compare;

import java.util.Arrays;

/** {@link EditDistance} where both values have more than 64 characters: a column is several words. Used once. */
final class LongEditDistance {
    private final long swaps;
    private final int length;
    private final LetterMasks[] masks;
    private final long[] up;
    private final long[] down;
    private final long[] flat;
    private final long[] before;

    LongEditDistance(String bits, long swaps) {
        this.swaps = swaps;
        length = bits.length();
        int words = (length + Long.SIZE - 1) / Long.SIZE;
        masks = new LetterMasks[words];
        for (int word = 0; word < words; word++) {
            masks[word] = new LetterMasks(bits.substring(word * Long.SIZE, Math.min(length, (word + 1) * Long.SIZE)));
        }
        up = new long[words];
        Arrays.fill(up, -1);
        down = new long[words];
        flat = new long[words];
        before = new long[words];
    }

    /** The distance, or some number above {@code limit} when it is above that. */
    int to(String steps, int limit) {
        int distance = length;
        int remaining = steps.length();
        for (int j = 0; j < steps.length(); j++) {
            distance += column(steps.charAt(j));
            if (distance - --remaining > limit) {
                return distance - remaining;
            }
        }
        return distance;
    }

    /** Moves on by one character; by how much the distance of the whole value changes, -1 to 1. */
    private int column(char character) {
        long riseIn = 1;
        long fallIn = 0;
        long swapIn = 0;
        int change = 0;
        for (int word = 0; word < masks.length; word++) {
            long places = masks[word].of(character);
            long candidates = ~flat[word] & places;
            long swapped = ((candidates << 1) | swapIn) & before[word] & swaps;
            swapIn = candidates >>> 63;
            long matched = places | fallIn;
            long level = (((matched & up[word]) + up[word]) ^ up[word]) | matched | down[word] | swapped;
            long rise = down[word] | ~(level | up[word]);
            long fall = up[word] & level;
            int last = word == masks.length - 1 ? (length - 1) % Long.SIZE : Long.SIZE - 1;
            change = (int) ((rise >>> last) & 1) - (int) ((fall >>> last) & 1);
            long shiftedRise = (rise << 1) | riseIn;
            long shiftedFall = (fall << 1) | fallIn;
            riseIn = rise >>> 63;
            fallIn = fall >>> 63;
            up[word] = shiftedFall | ~(level | shiftedRise);
            down[word] = shiftedRise & level;
            flat[word] = level;
            before[word] = places;
        }
        return change;
    }
}
