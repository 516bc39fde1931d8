package org.concordat.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupSizesTest {
    private static final long SEED = 20_260_101;

    @Test
    void fewGroupsAreCountedToTheLastPair() {
        GroupSizes sizes = new GroupSizes(201_000);
        for (int key = 1; key <= 200; key++) {
            for (int record = 0; record < 10 * key; record++) {
                sizes.add(key * 7_919);
            }
        }
        assertThat(sizes.pairs(new int[] {9, 25, 2_000})).containsExactly(0, 45 + 190, sum(200));
    }

    private static double sum(int keys) {
        double sum = 0;
        for (int key = 1; key <= keys; key++) {
            sum += .5 * 10 * key * (10 * key - 1);
        }
        return sum;
    }

    @Test
    void ofManyGroupsAShareTellsAboutAll() {
        GroupSizes sizes = new GroupSizes(2_300_000);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] keys = new int[1_000_000];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = random.nextInt() | 1;
        }
        // Two records each, and every tenth key five: in turns, so that most arrive after the share has shrunk.
        for (int round = 0; round < 5; round++) {
            for (int k = 0; k < keys.length; k++) {
                if (round < 2 || k % 10 == 0) {
                    sizes.add(keys[k]);
                }
            }
        }
        double[] pairs = sizes.pairs(new int[] {4, 8});
        assertThat(pairs[0]).as("seed " + SEED).isCloseTo(900_000, within(30_000.0));
        assertThat(pairs[1]).as("seed " + SEED).isCloseTo(1_900_000, within(80_000.0));
    }
}
