package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DependenceTest {
    private static final long SEED = 20_260_101;
    private static final int[] LEVELS = {3, 4, 2};

    private static boolean[][] anything() {
        boolean[][] allowed = new boolean[LEVELS.length][LEVELS.length];
        for (boolean[] row : allowed) {
            Arrays.fill(row, true);
        }
        return allowed;
    }

    /** Pairs whose second comparison follows the first with this probability; one level in twenty is missing. */
    private static Dependence.Counts counts(double following) {
        SplittableRandom random = new SplittableRandom(SEED);
        Dependence.Counts counts = new Dependence.Counts(LEVELS);
        for (int i = 0; i < 20_000; i++) {
            int first = random.nextInt(1, 4);
            int second = random.nextDouble() < following ? first : random.nextInt(1, 5);
            int third = random.nextInt(1, 3);
            counts.add(missing(random, first) | missing(random, second) << 4 | missing(random, third) << 8, 1);
        }
        return counts;
    }

    private static long missing(SplittableRandom random, int level) {
        return random.nextInt(20) == 0 ? 0 : level;
    }

    @Test
    void theTreeFindsTwoComparisonsThatGoTogether() {
        int[] parents = counts(.5).tree(anything());
        assertThat(parents[0] == 1 || parents[1] == 0)
                .as("parents %s, seed %d", Arrays.toString(parents), SEED)
                .isTrue();
        assertThat(parents[2]).isEqualTo(-1);
    }

    @Test
    void comparisonsThatChanceAloneJoinsStayApart() {
        assertThat(counts(0).tree(anything())).containsExactly(-1, -1, -1);
    }

    @Test
    void anEdgeThatIsNotAllowedIsNotDrawn() {
        assertThat(counts(.5).tree(new boolean[3][3])).containsExactly(-1, -1, -1);
    }

    @Test
    void theLevelsProbabilitiesSumToOneUnderEveryParent() {
        Dependence.Counts counts = counts(.5);
        Dependence dependence = counts.with(counts.tree(anything()), .5);
        for (int c = 0; c < LEVELS.length; c++) {
            int parent = dependence.parent(c);
            for (int p = 0; p <= (parent < 0 ? 0 : LEVELS[parent]); p++) {
                double sum = 0;
                for (int l = 1; l <= LEVELS[c]; l++) {
                    sum += Math.exp(dependence.log(c, p, l));
                }
                assertThat(sum).as("comparison %d under parent level %d", c, p).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void theProbabilitiesOfAllPatternsSumToOne() {
        Dependence.Counts counts = counts(.5);
        Dependence dependence = counts.with(counts.tree(anything()), .5);
        double sum = 0;
        for (long first = 1; first <= 3; first++) {
            for (long second = 1; second <= 4; second++) {
                for (long third = 1; third <= 2; third++) {
                    sum += Math.exp(dependence.log(first | second << 4 | third << 8));
                }
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void aParentsLevelChangesWhatIsLikely() {
        Dependence.Counts counts = counts(.5);
        Dependence dependence = counts.with(new int[] {-1, 0, -1}, .5);
        assertThat(Math.exp(dependence.log(1, 2, 2))).isCloseTo(.5 + .5 / 4, within(.02));
        assertThat(Math.exp(dependence.log(1, 2, 3))).isCloseTo(.5 / 4, within(.02));
        assertThat(dependence.log(1, 0, 2))
                .as("a missing parent leaves the comparison's own distribution")
                .isEqualTo(Math.log(dependence.probability(1, 2)));
    }

    @Test
    void missingLevelsCarryNoWeight() {
        Dependence dependence = counts(.5).with(new int[] {-1, 0, -1}, .5);
        assertThat(dependence.log(0)).isZero();
        assertThat(dependence.log(2)).isEqualTo(Math.log(dependence.probability(0, 2)));
    }

    @Test
    void aLevelThatWasNeverMetIsUnlikelyAndNotImpossible() {
        Dependence.Counts counts = new Dependence.Counts(LEVELS);
        counts.add(1 | 1 << 4 | 1 << 8, 100);
        Dependence dependence = counts.with(new int[] {-1, 0, -1}, .5);
        assertThat(dependence.probability(0, 3)).isBetween(1e-4, .01);
        assertThat(dependence.log(3 | 4 << 4)).isFinite();
    }
}
