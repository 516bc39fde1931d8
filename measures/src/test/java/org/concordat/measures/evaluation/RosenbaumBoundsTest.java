package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

final class RosenbaumBoundsTest {

    /**
     * Heavy smokers and non-smokers: of 122 pairs of which one died of lung cancer, in 110 the smoker. Gamma 4 gives at most
     * .0036, 5 at most .03, 6 at most .1, there by the normal distribution, here exactly. Source: Rosenbaum (2005), "Sensitivity analysis in observational studies", on
     * Hammond (1964).
     */
    @Test
    void agreesWithRosenbaumOnSmokingAndLungCancer() {
        double[] differences = new double[122];
        Arrays.fill(differences, 0, 110, 1);
        Arrays.fill(differences, 110, 122, -1);
        RosenbaumBounds bounds = RosenbaumBounds.of(differences);
        assertThat(bounds.at(3).most()).isLessThan(1e-4);
        assertThat(bounds.at(4).most()).isCloseTo(.0036, within(.0017));
        assertThat(bounds.at(5).most()).isCloseTo(.03, within(7e-3));
        assertThat(bounds.at(6).most()).isCloseTo(.1, within(.02));
        assertThat(bounds.at(6).least()).isLessThan(1e-4);
        assertThat(bounds.at(4).most()).isCloseTo(atLeast(110, 122, .8), within(1e-14));
        assertThat(bounds.tippingPoint(.05)).isBetween(5.0, 6.0);
        assertThat(bounds.method()).contains("McNemar");
    }

    /** The binomial tail, added up. */
    private static double atLeast(int count, int of, double chance) {
        double term = Math.pow(1 - chance, of);
        double tail = 0;
        for (int k = 0; k <= of; k++) {
            tail += k >= count ? term : 0;
            term *= (of - k) / (k + 1.0) * chance / (1 - chance);
        }
        return tail;
    }

    /** Without hidden bias it is Wilcoxon's own test: rank sum 45 of 9 sleepers, R's wilcox.test without correction. */
    @Test
    void isWilcoxonsTestWithoutHiddenBias() {
        RosenbaumBounds bounds = RosenbaumBounds.of(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, .8, 4.6, 1.4);
        assertThat(bounds.pairsThatDiffer()).isEqualTo(9);
        double exactVariance = (1 + 4 + 9 + 4.5 * 4.5 * 2 + 36 + 49 + 64 + 81) / 4;
        double z = (45 - 22.5) / Math.sqrt(exactVariance);
        assertThat(bounds.at(1).most()).isCloseTo(1 - normal(z), within(1e-12));
        assertThat(bounds.at(1).least()).isEqualTo(bounds.at(1).most());
    }

    /** Beside the exact distribution of the bounding sum of ranks, found by adding up all signs. */
    @Test
    void comesNearTheExactBoundForTwentyPairs() {
        double[] differences = new double[20];
        for (int i = 0; i < 20; i++) {
            differences[i] = i % 4 == 1 ? -(i + 1) : i + 1;
        }
        double favouring = Arrays.stream(differences).filter(d -> d > 0).sum();
        double chance = 2 / 3.0;
        double[] exact = new double[211];
        exact[0] = 1;
        for (int rank = 1; rank <= 20; rank++) {
            for (int sum = 210; sum >= 0; sum--) {
                exact[sum] = exact[sum] * (1 - chance) + (sum >= rank ? exact[sum - rank] * chance : 0);
            }
        }
        double tail = 0;
        for (int sum = (int) favouring; sum <= 210; sum++) {
            tail += exact[sum];
        }
        assertThat(RosenbaumBounds.of(differences).at(2).most()).isCloseTo(tail, within(.03));
    }

    private static double normal(double z) {
        return new NormalDistribution().cumulativeProbability(z);
    }

    @Test
    void fallsAtOnceWhereNothingDiffers() {
        assertThat(RosenbaumBounds.of(0, 0, 0).tippingPoint(.025)).isEqualTo(1);
    }
}
