package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.concordat.measures.evaluation.Effect.Method;
import org.concordat.measures.evaluation.EvaluationSettings.Scale;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
    private static final EvaluationSettings SETTINGS =
            new EvaluationSettings(MatchSettings.nearest(), Scale.SCORE, Method.NEWCOMBE, .95);

    /** Made-up people: treatment halves the outcome; three of the pool are each treated person's likes, the rest younger. */
    private record People(boolean[] treated, Covariates covariates, double[] outcomes) {
        static People madeUp(int treatedCount) {
            SplittableRandom random = new SplittableRandom(11);
            int rows = treatedCount * 8;
            boolean[] treated = new boolean[rows];
            double[] age = new double[rows];
            double[] woman = new double[rows];
            double[] outcomes = new double[rows];
            for (int i = 0; i < rows; i++) {
                treated[i] = i < treatedCount;
                boolean alike = i >= treatedCount && i < treatedCount * 4;
                age[i] = alike ? age[i % treatedCount] : 20 + random.nextInt(treated[i] ? 40 : 30);
                woman[i] = alike ? woman[i % treatedCount] : random.nextInt(2);
                outcomes[i] = random.nextDouble() < (treated[i] ? .25 : .5) ? 1 : 0;
            }
            return new People(treated, Covariates.of(List.of("age", "woman"), new double[][] {age, woman}), outcomes);
        }

        Evaluation evaluated(EvaluationSettings settings) {
            var fitted = (PropensityScores.Fitted) PropensityScores.of(covariates, treated);
            return Evaluation.of(fitted, treated, covariates, outcomes, settings);
        }
    }

    @Test
    void findsAnEffectThatIsThereAndSaysItPlainly() {
        Evaluation evaluation = People.madeUp(800).evaluated(SETTINGS);
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Found.class, found -> {
            assertThat(found.matches().matchedTreated()).isEqualTo(800);
            assertThat(PlainFinding.evident(found.effect())).isTrue();
            assertThat(PlainFinding.words(found.effect()))
                    .matches("\\d+% against \\d+%, between \\d+ and \\d+ points fewer");
            assertThat(found.ties().least())
                    .isLessThanOrEqualTo(found.effect().difference().value().orElseThrow());
            assertThat(found.ties().most())
                    .isGreaterThanOrEqualTo(found.effect().difference().value().orElseThrow());
            assertThat(found.sensitivity().orElseThrow().tippingPoint(.025)).isGreaterThan(1);
        });
    }

    @Test
    void tellsNoEffectOfFiftyNineTreatedAndOneOfSixty() {
        assertThat(People.madeUp(59).evaluated(SETTINGS)).isInstanceOf(Evaluation.TooFewTreated.class);
        assertThat(People.madeUp(60).evaluated(SETTINGS)).isInstanceOf(Evaluation.Found.class);
    }

    @Test
    void tellsNoEffectOfPeopleWhoAreNotAlike() {
        Lalonde lalonde = Lalonde.read();
        var fitted = (PropensityScores.Fitted) PropensityScores.of(lalonde.covariates(), lalonde.treated());
        Evaluation evaluation = Evaluation.of(
                fitted,
                lalonde.treated(),
                lalonde.covariates(),
                lalonde.earnings(),
                new EvaluationSettings(MatchSettings.nearest(), Scale.SCORE, Method.PAIRED, .95));
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Unlike.class, unlike -> {
            assertThat(unlike.poor().getFirst().covariate()).isEqualTo("propensity score");
            assertThat(unlike.poor()).extracting(CovariateBalance::covariate).contains("hispan", "white");
        });
    }

    @Test
    void hasNoSensitivityWherePartnersDoNotComeInPairs() {
        Evaluation evaluation = People.madeUp(300)
                .evaluated(new EvaluationSettings(MatchSettings.nearest().withRatio(2), Scale.LOGIT, Method.WALD, .95));
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Evaluation.Found.class,
                        found -> assertThat(found.sensitivity()).isEmpty());
    }

    @Test
    void saysThatThereIsNoEvidenceEitherWay() {
        Effect effect = Effect.of(
                People.madeUp(80).evaluated(SETTINGS).matches(), new double[80], new double[560], Method.NEWCOMBE, .95);
        assertThat(effect.difference().value().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(PlainFinding.words(effect))
                .isEqualTo("0% against 0%, anything from 5 points fewer to 5 points more: no evidence either way");
    }
}
