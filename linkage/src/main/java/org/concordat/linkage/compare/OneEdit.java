package org.concordat.linkage.compare;

/**
 * Whether two short texts are one typing error apart: a character more, less or other, or two neighbours swapped.
 *
 * <p>The same as {@link DamerauLevenshtein#isWithin} with one edit, in one pass from either end and without making any
 * object: for loops over millions of pairs.
 */
public final class OneEdit {
    private OneEdit() {}

    /** Whether the texts are equal or one edit apart. */
    public static boolean isWithin(String left, String right) {
        int leftEnd = left.length();
        int rightEnd = right.length();
        if (Math.abs(leftEnd - rightEnd) > 1) {
            return false;
        }
        int start = 0;
        while (start < leftEnd && start < rightEnd && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        while (leftEnd > start && rightEnd > start && left.charAt(leftEnd - 1) == right.charAt(rightEnd - 1)) {
            leftEnd--;
            rightEnd--;
        }
        int leftRest = leftEnd - start;
        int rightRest = rightEnd - start;
        if (leftRest <= 1 && rightRest <= 1) {
            return true;
        }
        return leftRest == 2
                && rightRest == 2
                && left.charAt(start) == right.charAt(start + 1)
                && left.charAt(start + 1) == right.charAt(start);
    }
}
