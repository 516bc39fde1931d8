package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowingConsumer;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.junit.jupiter.api.Test;

final class BalanceTest {

    /** Source of the figures: MatchIt 4.5.1, summary() of method "nearest" on its own file, run with R 4.2.2. */
    @Test
    void agreesWithMatchItBeforeAndAfterMatching() {
        Lalonde lalonde = Lalonde.read();
        Balance balance =
                lalonde.balance(lalonde.matched(MatchSettings.nearest().with(Choice.NEAREST_BELOW)));
        double[][] published = {
            {-.3094452619980, .439995463435, .0853681572827, .463337982700},
            {.0549646613888, .495893371429, -.1182890147504, .586200139720},
            {-.3498425415984, Double.NaN, -.6400104492355, Double.NaN},
            {-1.8818676009751, Double.NaN, -.7478067287249, Double.NaN},
            {-.8263092723407, Double.NaN, -.0276026223737, Double.NaN},
            {.2449702322720, Double.NaN, .1307856687512, Double.NaN},
            {-.7210838090719, .518128480856, -.0780444901020, 1.262915306182},
            {-.2902629111855, .956293045389, -.0427697596625, 1.471169942297}
        };
        for (int c = 0; c < published.length; c++) {
            CovariateBalance one = balance.covariates().get(c);
            assertThat(one.differenceBefore()).as(one.covariate()).isCloseTo(published[c][0], within(1e-11));
            assertThat(one.differenceAfter()).as(one.covariate()).isCloseTo(published[c][2], within(1e-11));
            assertThat(one.varianceRatioBefore().orElse(Double.NaN))
                    .as(one.covariate())
                    .satisfies(near(published[c][1]));
            assertThat(one.varianceRatioAfter().orElse(Double.NaN))
                    .as(one.covariate())
                    .satisfies(near(published[c][3]));
        }
    }

    private static ThrowingConsumer<Double> near(double published) {
        return value -> {
            if (Double.isNaN(published)) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(published, within(1e-10));
            }
        };
    }

    @Test
    void namesWhatIsWorseThanATenthWorstFirst() {
        Lalonde lalonde = Lalonde.read();
        Balance balance =
                lalonde.balance(lalonde.matched(MatchSettings.nearest().with(Choice.NEAREST_BELOW)));
        assertThat(balance.poor())
                .extracting(CovariateBalance::covariate)
                .containsExactly("white", "hispan", "nodegree", "educ");
    }

    @Test
    void countsPartnersOfOneTreatedPersonTogetherAsOne() {
        Matches matches = new Matches(
                List.of(new Matches.Pair(0, 0, 0, 0), new Matches.Pair(0, 1, 0, 0), new Matches.Pair(1, 2, 0, 0)),
                2,
                4,
                OptionalDouble.empty());
        Balance balance = Balance.of(
                Covariates.of(List.of("age"), new double[][] {{20, 40}}),
                Covariates.of(List.of("age"), new double[][] {{10, 20, 45, 90}}),
                matches);
        assertThat(balance.covariates().getFirst().matchedMean()).isEqualTo((15 + 45) / 2.0);
    }
}
