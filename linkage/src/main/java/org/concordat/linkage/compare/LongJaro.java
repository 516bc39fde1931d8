package org.concordat.linkage.compare;

/** Jaro-Winkler similarity where a value has more than 64 characters, which names hardly ever have. */
final class LongJaro {
    private LongJaro() {}

    static double similarity(String left, String right, double boostAbove) {
        int window = JaroWinkler.window(left.length(), right.length());
        boolean[] leftMatched = new boolean[left.length()];
        boolean[] rightMatched = new boolean[right.length()];
        int matches = 0;
        for (int j = 0; j < right.length(); j++) {
            int end = Math.min(left.length(), j + window + 1);
            for (int i = Math.max(0, j - window); i < end; i++) {
                if (!leftMatched[i] && left.charAt(i) == right.charAt(j)) {
                    leftMatched[i] = true;
                    rightMatched[j] = true;
                    matches++;
                    break;
                }
            }
        }
        int outOfPlace = 0;
        int i = 0;
        for (int j = 0; j < right.length(); j++) {
            if (rightMatched[j]) {
                while (!leftMatched[i]) {
                    i++;
                }
                outOfPlace += left.charAt(i++) == right.charAt(j) ? 0 : 1;
            }
        }
        return JaroWinkler.score(
                matches, outOfPlace, left.length(), right.length(), sameStart(left, right), boostAbove);
    }

    /** Bit {@code i} for each of the first characters that both values have in the same place. */
    private static long sameStart(String left, String right) {
        long same = 0;
        for (int i = 0; i < Math.min(4, Math.min(left.length(), right.length())); i++) {
            same |= left.charAt(i) == right.charAt(i) ? 1L << i : 0;
        }
        return same;
    }
}
