package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestAssignmentFuzz {
    @Test
    void equalsTryingEveryPairing() {
        SplittableRandom random = new SplittableRandom(RandomPairs.SEED);
        for (int round = 0; round < 20_000; round++) {
            int columns = random.nextInt(1, 7);
            double[][] gains = new double[random.nextInt(1, columns + 1)][columns];
            for (double[] row : gains) {
                for (int column = 0; column < columns; column++) {
                    row[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(11) / 10.0;
                }
            }
            assertThat(BestAssignment.total(gains))
                    .as(RandomPairs.repeat(round))
                    .isCloseTo(tryAll(gains, 0, 0), within(1e-9));
        }
    }

    private static double tryAll(double[][] gains, int row, int taken) {
        if (row == gains.length) {
            return 0;
        }
        double best = 0;
        for (int column = 0; column < gains[row].length; column++) {
            if ((taken & (1 << column)) == 0) {
                best = Math.max(best, gains[row][column] + tryAll(gains, row + 1, taken | (1 << column)));
            }
        }
        return best;
    }
}
