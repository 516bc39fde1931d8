package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PropensityScoresTest {

    /** Coefficients and likelihood: R 4.2.2, glm(family = binomial), on MatchIt's file. */
    @Test
    void agreesWithMatchItOnLalondesData() {
        Lalonde lalonde = Lalonde.read();
        var fitted = (PropensityScores.Fitted) PropensityScores.of(lalonde.covariates(), lalonde.treated());
        double[] published = {-1.663281595, .01577707, .161306877, -2.081734119, -3.065367729, -.832113271, .707296881};
        for (int c = 0; c < published.length; c++) {
            assertThat(fitted.coefficients()[c]).as(fitted.names().get(c)).isCloseTo(published[c], within(1e-6));
        }
        assertThat(fitted.logLikelihood()).isCloseTo(-243.9219657, within(1e-7));
        for (int i = 0; i < lalonde.publishedScores().length; i++) {
            assertThat(fitted.scores()[i]).isCloseTo(lalonde.publishedScores()[i], within(1e-6));
        }
    }

    /** With one 0/1 covariate the slope is the logarithm of the odds ratio, and its standard error Woolf's (1955). */
    @Test
    void isTheOddsRatioOfATableOfFour() {
        // 30 of 100 with, 20 of 200 without.
        boolean[] treated = new boolean[300];
        double[] exposed = new double[300];
        for (int i = 0; i < 300; i++) {
            exposed[i] = i < 100 ? 1 : 0;
            treated[i] = i < 30 || (i >= 100 && i < 120);
        }
        var fitted = (PropensityScores.Fitted) of(treated, List.of("exposed"), exposed);
        assertThat(fitted.coefficients()[1]).isCloseTo(Math.log(30.0 * 180 / (70 * 20)), within(1e-9));
        assertThat(fitted.standardErrors()[1])
                .isCloseTo(Math.sqrt(1 / 30.0 + 1 / 70.0 + 1 / 20.0 + 1 / 180.0), within(1e-9));
    }

    @Test
    void namesACovariateThatIsTheSameForAll() {
        assertThat(of(
                        new boolean[] {true, false, true, false},
                        List.of("age", "year"),
                        new double[] {1, 1, 2, 3},
                        new double[] {7, 7, 7, 7}))
                .isEqualTo(new PropensityScores.Constant("year"));
    }

    @Test
    void namesACovariateThatOthersDetermineAndThose() {
        double[] a = {1, 2, 3, 4, 5, 6};
        double[] b = {2, 1, 5, 3, 9, 7};
        double[] other = {1, 0, 1, 1, 0, 0};
        double[] sum = {3e6, 3e6, 8e6, 7e6, 14e6, 13e6};
        boolean[] treated = {true, false, true, false, true, false};
        assertThat(of(treated, List.of("a", "other", "b", "sum"), a, other, b, sum))
                .isEqualTo(new PropensityScores.Collinear("sum", List.of("a", "b")));
    }

    @Test
    void namesACovariateThatTellsTreatedFromOthersWithoutError() {
        double[] noise = {1, 5, 2, 4, 3, 3};
        boolean[] treated = {false, false, false, true, true, true};
        assertThat(of(treated, List.of("noise", "score"), noise, new double[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo(new PropensityScores.Separated(List.of("score")));
    }

    @Test
    void namesACategoryOfWhichAllWereTreated() {
        double[] noise = {1, 5, 2, 4, 1, 3};
        boolean[] treated = {false, true, false, true, true, false};
        assertThat(of(treated, List.of("noise", "prison"), noise, new double[] {0, 0, 0, 1, 1, 0}))
                .isEqualTo(new PropensityScores.Separated(List.of("prison")));
    }

    /** Neither tells alone; above the line a + b = 10 all are treated. */
    @Test
    void namesCovariatesThatTellOnlyTogether() {
        double[] a = {1, 9, 4, 6, 2, 9, 5, 8, 3, 7};
        double[] b = {8, 0, 5, 3, 7, 2, 6, 4, 9, 4};
        boolean[] treated = {false, false, false, false, false, true, true, true, true, true};
        double[] noise = {1, 0, 0, 1, 1, 0, 1, 0, 0, 1};
        assertThat(of(treated, List.of("a", "b", "noise"), a, b, noise))
                .isInstanceOfSatisfying(
                        PropensityScores.Separated.class,
                        separated -> assertThat(separated.covariates()).contains("a", "b"));
    }

    @Test
    void refusesWhereNobodyWasTreated() {
        assertThatThrownBy(() -> of(new boolean[2], List.of("a"), new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("given 0 of 2");
    }

    private static PropensityScores of(boolean[] treated, List<String> names, double[]... columns) {
        return PropensityScores.of(Covariates.of(names, columns), treated);
    }
}
