package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.Effect.Method;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.concordat.measures.evaluation.Matches.Pair;
import org.junit.jupiter.api.Test;

final class EffectTest {

    /** 770.39: MatchIt 4.5.1's pairs, difference of mean earnings in 1978. */
    @Test
    void isMatchItsFromMatchItsPairsHoweverTiesAreBroken() {
        Lalonde lalonde = Lalonde.read();
        Matches matches = lalonde.matched(MatchSettings.nearest().with(Choice.NEAREST_BELOW));
        assertThat(effect(lalonde, matches)).isCloseTo(770.390167838, within(1e-8));
    }

    /** 894.37: the nearest on either side, of equals the first; MatchIt's order of equals gives 908.20. */
    @Test
    void isAnotherFromTheNearestOnEitherSideAndTellsHowFarTiesMoveIt() {
        Lalonde lalonde = Lalonde.read();
        Matches matches = lalonde.matched(MatchSettings.nearest());
        assertThat(effect(lalonde, matches)).isCloseTo(894.3674802703, within(1e-8));
        TieRange range = TieRange.of(
                matches,
                lalonde.of(false, lalonde.publishedScores()),
                lalonde.of(true, lalonde.earnings()),
                lalonde.of(false, lalonde.earnings()));
        assertThat(range.least()).isLessThanOrEqualTo(894.367480271);
        assertThat(range.most()).isGreaterThanOrEqualTo(908.202193783);
        assertThat(range.most() - range.least()).isLessThan(100);
        assertThat(matches.ties()).isPositive();
    }

    private static double effect(Lalonde lalonde, Matches matches) {
        return Effect.of(
                        matches,
                        lalonde.of(true, lalonde.earnings()),
                        lalonde.of(false, lalonde.earnings()),
                        Method.PAIRED,
                        .95)
                .difference()
                .value()
                .orElseThrow();
    }

    /** 56 of 70 against 48 of 80: .0524 to .3339 by method 10, .0575 to .3425 by Wald. Source: Newcombe (1998), table II. */
    @Test
    void hasNewcombesIntervalsOnHisExample() {
        Matches matches = weighted(70, 80);
        double[] treated = happened(56, 70);
        double[] pool = happened(48, 80);
        Effect newcombe = Effect.of(matches, treated, pool, Method.NEWCOMBE, .95);
        assertThat(newcombe.difference().value().orElseThrow()).isCloseTo(.2, within(1e-12));
        assertInterval(newcombe.difference().interval().orElseThrow(), .0524, .3339);
        assertInterval(
                Effect.of(matches, treated, pool, Method.WALD, .95)
                        .difference()
                        .interval()
                        .orElseThrow(),
                .0575,
                .3425);
        assertThat(newcombe.difference().method()).contains("Newcombe 1998");
        assertThat(newcombe.treated().numerator()).hasValue(56);
        assertThat(newcombe.treated().denominator()).hasValue(70);
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    /** Every partner counts alike beside every treated person, so that both groups are whole. */
    private static Matches weighted(int treated, int pool) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < treated; t++) {
            for (int p = 0; p < pool; p++) {
                pairs.add(new Pair(t, p, 0, 0));
            }
        }
        return new Matches(pairs, treated, pool, OptionalDouble.empty());
    }

    private static double[] happened(int count, int of) {
        double[] outcomes = new double[of];
        Arrays.fill(outcomes, 0, count, 1);
        return outcomes;
    }

    /** The ten sleepers of Student (1908): 1.58 hours more, t interval .7001 to 2.4599 as R's t.test(paired = TRUE) tells. */
    @Test
    void hasStudentsIntervalOnHisExample() {
        double[] second = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        double[] first = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};
        Effect effect = Effect.of(oneToOne(10), second, first, Method.PAIRED, .95);
        assertThat(effect.difference().value().orElseThrow()).isCloseTo(1.58, within(1e-12));
        Interval interval = effect.difference().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(.7001142, within(1e-7));
        assertThat(interval.upper()).isCloseTo(2.4598858, within(1e-7));
        assertThat(effect.difference().numerator().orElseThrow()).isCloseTo(15.8, within(1e-12));
    }

    private static Matches oneToOne(int persons) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < persons; t++) {
            pairs.add(new Pair(t, t, 0, 0));
        }
        return new Matches(pairs, persons, persons, OptionalDouble.empty());
    }

    @Test
    void saysThatPartnersWereChosenAgain() {
        Matches matches = new Matches(
                List.of(new Pair(0, 0, 0, 0), new Pair(1, 0, 0, 0), new Pair(2, 1, 0, 0)),
                3,
                2,
                OptionalDouble.empty());
        Effect effect = Effect.of(matches, new double[] {1, 0, 1}, new double[] {0, 1}, Method.NEWCOMBE, .95);
        assertThat(effect.difference().method()).contains("effective sample size");
        assertThat(effect.partners().value().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void hasNoIntervalFromOnePair() {
        Effect effect = Effect.of(oneToOne(1), new double[] {3}, new double[] {1}, Method.PAIRED, .95);
        assertThat(effect.difference().interval()).isEmpty();
        assertThat(effect.difference().status()).isEqualTo(Status.LOW_RELIABILITY);
    }

    @Test
    void refusesProportionsOfNumbers() {
        assertThatThrownBy(() -> Effect.of(oneToOne(2), new double[] {1, 2}, new double[] {0, 1}, Method.WALD, .95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or 1");
    }

    @Test
    void boundsTiesByTheLargestAndSmallestOutcomesOfEquals() {
        Matches matches =
                new Matches(List.of(new Pair(0, 0, 0, 2), new Pair(1, 1, 0, 1)), 2, 4, OptionalDouble.empty());
        TieRange range =
                TieRange.of(matches, new double[] {.5, .5, .5, .9}, new double[] {10, 10}, new double[] {1, 2, 6, 100});
        assertThat(range.least()).isEqualTo((20 - 8) / 2.0);
        assertThat(range.most()).isEqualTo((20 - 3) / 2.0);
        // The pairs of 1, 2 and 6 add up to 3, 7 and 8.
        assertThat(range.expected()).isCloseTo((20 - 6) / 2.0, within(1e-12));
        assertThat(range.deviation()).isCloseTo(Math.sqrt((9 + 1 + 4) / 3.0) / 2, within(1e-12));
    }
}
