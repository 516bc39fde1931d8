package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Packed British codes against their parts as text, on few letters so that parts agree often. */
class PostcodeComparisonFuzz {
    private static final Pattern PARTS = Pattern.compile("([a-z]{1,2})([0-9][0-9a-z]?)([0-9])([a-z]{2})");

    @Test
    void packedCodesAgreeAsTheirPartsDo() {
        SplittableRandom random = new SplittableRandom(RandomPairs.SEED);
        for (int pair = 0; pair < RandomPairs.PAIRS; pair++) {
            String left = code(random);
            String right = code(random);
            PostcodeAgreement expected = expected(left, right);
            PostcodeAgreement given =
                    PostcodeComparison.compare(PostcodeComparison.pack(left), PostcodeComparison.pack(right));
            if (given != expected) {
                assertThat(given)
                        .as("%s and %s, %s", left, right, RandomPairs.repeat(pair))
                        .isEqualTo(expected);
            }
        }
    }

    private static String code(SplittableRandom random) {
        String area = random.nextBoolean() ? letters(random, 1) : letters(random, 2);
        String more = random.nextInt(3) == 0 ? "" : random.nextBoolean() ? digit(random) : letters(random, 1);
        return area + digit(random) + more + digit(random) + letters(random, 2);
    }

    private static String letters(SplittableRandom random, int count) {
        return random.ints(count, 'a', 'c' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digit(SplittableRandom random) {
        return String.valueOf(random.nextInt(1, 4));
    }

    private static PostcodeAgreement expected(String left, String right) {
        Matcher a = PARTS.matcher(left);
        Matcher b = PARTS.matcher(right);
        assertThat(a.matches() && b.matches()).isTrue();
        if (left.equals(right)) {
            return PostcodeAgreement.EQUAL;
        }
        if (oneOff(padded(a), padded(b))
                || (left.length() == right.length() && sameForm(a, b) && swapped(left, right))) {
            return PostcodeAgreement.ONE_CHARACTER_OFF;
        }
        if (!a.group(1).equals(b.group(1))) {
            return PostcodeAgreement.DIFFERENT;
        }
        if (!a.group(2).equals(b.group(2))) {
            return PostcodeAgreement.SAME_AREA;
        }
        return a.group(3).equals(b.group(3)) ? PostcodeAgreement.SAME_SECTOR : PostcodeAgreement.SAME_DISTRICT;
    }

    private static boolean sameForm(Matcher a, Matcher b) {
        return a.group(1).length() == b.group(1).length();
    }

    private static String padded(Matcher code) {
        return (code.group(1) + " ").substring(0, 2)
                + (code.group(2) + " ").substring(0, 2)
                + code.group(3)
                + code.group(4);
    }

    private static boolean oneOff(String left, String right) {
        int differing = 0;
        for (int i = 0; i < left.length(); i++) {
            differing += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        return differing == 1;
    }

    private static boolean swapped(String left, String right) {
        for (int i = 1; i < left.length(); i++) {
            String changed = left.substring(0, i - 1) + left.charAt(i) + left.charAt(i - 1) + left.substring(i + 1);
            if (changed.equals(right)) {
                return true;
            }
        }
        return false;
    }
}
