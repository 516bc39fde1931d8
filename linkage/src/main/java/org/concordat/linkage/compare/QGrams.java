package org.concordat.linkage.compare;

import java.util.Arrays;

/**
 * How many pairs of neighbouring characters two values have in common, from 0 (none) to 1 (all).
 *
 * <p>For longer values whose words move about, such as addresses and organisations, where edit distances judge too
 * hard.
 */
public final class QGrams {
    private static final char EDGE = '\0';

    private QGrams() {}

    /**
     * Twice the bigrams in common as a share of both values' bigrams (Dice 1945).
     *
     * <p>A bigram counts as often as it occurs. The beginning and the end count as a character each, so that short values
     * have bigrams too, and the first and last letters weigh more. Two empty values are equal, so 1. Symmetric; compares
     * UTF-16 code units; sorts both values' bigrams.
     */
    public static double dice(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.length() == right.length() ? 1 : 0;
        }
        int[] leftPairs = bigrams(left);
        int[] rightPairs = bigrams(right);
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < leftPairs.length && j < rightPairs.length) {
            int order = Integer.compare(leftPairs[i], rightPairs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (leftPairs.length + rightPairs.length);
    }

    private static int[] bigrams(String value) {
        int[] pairs = new int[value.length() + 1];
        char before = EDGE;
        for (int i = 0; i <= value.length(); i++) {
            char character = i < value.length() ? value.charAt(i) : EDGE;
            pairs[i] = before << Character.SIZE | character;
            before = character;
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
