package org.concordat.linkage.compare;

import java.util.Arrays;

/**
 * Jaro-Winkler by its definition, character by character: what the bit-parallel form must equal, and is timed against.
 *
 * <p>Written to be as fast as plain code goes: arrays of characters, no allocation after the first call.
 */
public final class PlainJaroWinkler {
    private boolean[] leftMatched = new boolean[64];
    private boolean[] rightMatched = new boolean[64];

    /** The similarity with the prefix bonus always added. */
    public double similarity(char[] left, char[] right) {
        if (left.length == 0 || right.length == 0) {
            return left.length == right.length ? 1 : 0;
        }
        clear(left.length, right.length);
        int window = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < left.length; i++) {
            int end = Math.min(right.length, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (left[i] == right[j] && !rightMatched[j]) {
                    leftMatched[i] = true;
                    rightMatched[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        int j = 0;
        for (int i = 0; i < left.length; i++) {
            if (leftMatched[i]) {
                while (!rightMatched[j]) {
                    j++;
                }
                if (left[i] != right[j++]) {
                    outOfPlace++;
                }
            }
        }
        double m = matches;
        double jaro = (m / left.length + m / right.length + (matches - outOfPlace / 2) / m) / 3;
        int prefix = 0;
        int longest = Math.min(4, Math.min(left.length, right.length));
        while (prefix < longest && left[prefix] == right[prefix]) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private void clear(int left, int right) {
        if (leftMatched.length < left) {
            leftMatched = new boolean[2 * left];
        }
        if (rightMatched.length < right) {
            rightMatched = new boolean[2 * right];
        }
        Arrays.fill(leftMatched, 0, left, false);
        Arrays.fill(rightMatched, 0, right, false);
    }
}
