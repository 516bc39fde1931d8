package org.concordat.synthetic.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    @Test
    void givesEveryNumberAPlaceOfItsOwn() {
        for (int size : new int[] {1, 2, 3, 17, 1_000, 65_537}) {
            Shuffle shuffle = new Shuffle(size, 99);
            BitSet taken = new BitSet();
            for (int i = 0; i < size; i++) {
                taken.set((int) shuffle.of(i));
            }
            assertThat(taken.cardinality()).isEqualTo(size);
        }
    }

    @Test
    void leavesFewNumbersWhereTheyWere() {
        Shuffle shuffle = new Shuffle(100_000, 5);
        int still = 0;
        for (int i = 0; i < 100_000; i++) {
            still += Math.abs(shuffle.of(i) - i) < 10 ? 1 : 0;
        }
        assertThat(still).isLessThan(100);
    }

    @Test
    void throwsDiceEvenly() {
        Dice dice = Dice.of(4, 0, 0, 0);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[dice.below(6)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }
}
