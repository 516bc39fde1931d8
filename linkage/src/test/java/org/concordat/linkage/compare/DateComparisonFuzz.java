package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DateComparisonFuzz {
    @Test
    void oneDigitOffEqualsLookingAtTheDigits() {
        SplittableRandom random = new SplittableRandom(RandomPairs.SEED);
        int off = 0;
        for (int pair = 0; pair < RandomPairs.PAIRS; pair++) {
            int left = date(random);
            int right = pair % 2 == 0 ? date(random) : mistyped(left, random);
            boolean expected = isOneDigitOff(left, right);
            off += expected ? 1 : 0;
            if (DateComparison.isOneDigitOff(left, right) != expected) {
                assertThat(DateComparison.isOneDigitOff(left, right))
                        .as("%s and %s, %s", left, right, RandomPairs.repeat(pair))
                        .isEqualTo(expected);
            }
        }
        assertThat(off).isBetween(RandomPairs.PAIRS / 10, RandomPairs.PAIRS / 10 * 9);
    }

    private static int date(SplittableRandom random) {
        return random.nextInt(1900, 2030) * 10_000 + random.nextInt(1, 13) * 100 + random.nextInt(1, 32);
    }

    private static int mistyped(int date, SplittableRandom random) {
        char[] digits = Integer.toString(date).toCharArray();
        for (int slips = random.nextInt(1, 3); slips > 0; slips--) {
            int at = random.nextInt(1, 8);
            if (random.nextBoolean()) {
                digits[at] = (char) ('0' + random.nextInt(10));
            } else {
                char moved = digits[at];
                int other = random.nextInt(1, 8);
                digits[at] = digits[other];
                digits[other] = moved;
            }
        }
        return Integer.parseInt(new String(digits));
    }

    private static boolean isOneDigitOff(int left, int right) {
        String a = Integer.toString(left);
        String b = Integer.toString(right);
        for (int i = 0; i < 8; i++) {
            boolean restEqual = a.substring(0, i).equals(b.substring(0, i));
            if (restEqual && a.charAt(i) != b.charAt(i)) {
                boolean replaced = a.substring(i + 1).equals(b.substring(i + 1));
                boolean swapped = i < 7
                        && a.charAt(i) == b.charAt(i + 1)
                        && a.charAt(i + 1) == b.charAt(i)
                        && a.substring(i + 2).equals(b.substring(i + 2));
                return replaced || swapped;
            }
        }
        return false;
    }
}
