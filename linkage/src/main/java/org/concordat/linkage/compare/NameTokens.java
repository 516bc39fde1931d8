package org.concordat.linkage.compare;

import java.util.Arrays;
import java.util.List;

/**
 * How alike two names are whatever the order of their parts, from 0 (no part alike) to 1 (the same parts).
 *
 * <p>Each part of the shorter name is paired with another part of the longer, so that the parts are as alike as they can
 * be in all; that pairing is exact. Two parts are as alike as {@link JaroWinkler} says, or 0 below .8, where names that
 * have nothing to do with each other begin; an initial and a part that begins with it are .9 alike, and an initial is
 * not at all like any other part. The sum is divided by the parts of the shorter name and a quarter of each part that
 * the longer has more: {@code mary jane smith} and {@code smith mary} are 2 / 2.25 = .89 alike, since files often leave
 * out a middle name.
 *
 * <p>Two names without parts are equal, so 1; a name without and a name with parts 0. Symmetric. Nicknames are not known
 * here: give the name that they stand for. The rules are our own; Monge and Elkan 1996 pair parts in the same spirit,
 * but let two parts share a partner.
 */
public final class NameTokens {
    static final double INITIAL = 0.9;
    static final double UNRELATED_BELOW = 0.8;
    static final double SHARE_OF_AN_EXTRA_PART = 0.25;
    private static final double CLEARLY_ALIKE = 0.92;

    private NameTokens() {}

    /** The similarity of two names whose parts are separated by spaces. */
    public static double similarity(String left, String right) {
        return similarity(parts(left), parts(right));
    }

    /** The similarity of two names given as their parts. */
    public static double similarity(List<String> left, List<String> right) {
        List<String> shorter = left.size() <= right.size() ? left : right;
        List<String> longer = left.size() <= right.size() ? right : left;
        if (shorter.isEmpty()) {
            return longer.isEmpty() ? 1 : 0;
        }
        double[][] alike = new double[shorter.size()][longer.size()];
        for (int i = 0; i < shorter.size(); i++) {
            for (int j = 0; j < longer.size(); j++) {
                alike[i][j] = ofParts(shorter.get(i), longer.get(j));
            }
        }
        double extra = SHARE_OF_AN_EXTRA_PART * (longer.size() - shorter.size());
        return BestAssignment.total(alike) / (shorter.size() + extra);
    }

    /**
     * Whether given name and surname stand in each other's place: each is at least .92 alike (Jaro-Winkler)
     * crosswise, and not both straight on, as they would be for {@code james james}.
     */
    public static boolean areSwapped(String leftGiven, String leftSurname, String rightGiven, String rightSurname) {
        return isClear(leftGiven, rightSurname)
                && isClear(leftSurname, rightGiven)
                && !(isClear(leftGiven, rightGiven) && isClear(leftSurname, rightSurname));
    }

    /** Whether one is a single letter and the other a longer name that begins with it. */
    public static boolean isInitialOfOther(String left, String right) {
        return isInitialOf(left, right) || isInitialOf(right, left);
    }

    private static boolean isInitialOf(String initial, String name) {
        return initial.length() == 1 && name.length() > 1 && name.startsWith(initial);
    }

    private static boolean isClear(String left, String right) {
        return !left.isEmpty() && !right.isEmpty() && JaroWinkler.similarity(left, right) >= CLEARLY_ALIKE;
    }

    private static double ofParts(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        if (left.length() == 1 || right.length() == 1) {
            return isInitialOfOther(left, right) ? INITIAL : 0;
        }
        double similarity = JaroWinkler.similarity(left, right);
        return similarity < UNRELATED_BELOW ? 0 : similarity;
    }

    private static List<String> parts(String name) {
        return Arrays.stream(name.split(" ")).filter(part -> !part.isEmpty()).toList();
    }
}
