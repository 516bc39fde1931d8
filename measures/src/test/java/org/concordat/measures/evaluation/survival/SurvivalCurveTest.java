package org.concordat.measures.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.survival.SurvivalCurve.IntervalMethod;
import org.concordat.measures.evaluation.survival.SurvivalCurve.Step;
import org.junit.jupiter.api.Test;

/**
 * Weeks of remission from leukaemia with 6-mercaptopurine and with placebo: Freireich et al. (1963), as Gehan (1965) gives
 * them. Expected figures: R 4.2.2, survfit and survdiff of package survival.
 */
final class SurvivalCurveTest {
    private static final List<FollowUp> DRUG = people(
            new double[] {6, 6, 6, 7, 10, 13, 16, 22, 23}, new double[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
    private static final List<FollowUp> PLACEBO = people(
            new double[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, new double[] {});

    private static List<FollowUp> people(double[] events, double[] leftSight) {
        List<FollowUp> people = new ArrayList<>();
        for (double time : events) {
            people.add(FollowUp.event(time));
        }
        for (double time : leftSight) {
            people.add(FollowUp.leftSight(time));
        }
        return people;
    }

    @Test
    void agreesWithThePublishedCurveAndGreenwoodsErrors() {
        SurvivalCurve curve = SurvivalCurve.of(DRUG, IntervalMethod.PLAIN, .95);
        double[][] expected = {
            {6, 21, 3, .857142857142857, .0763603548321213, .70747931183, 1},
            {7, 17, 1, .806722689075630, .0869352851800572, .63633266114, .97711271701},
            {10, 15, 1, .752941176470588, .0963496529943205, .56409932668, .94178302626},
            {13, 12, 1, .690196078431372, .1068147077750098, .48084309817, .89954905869},
            {16, 11, 1, .627450980392157, .1140538652567525, .40390951219, .85099244859},
            {22, 7, 1, .537815126050420, .1282337516930340, .28648159113, .78914866097},
            {23, 6, 1, .448179271708683, .1345914567557604, .18438486384, .71197367958}
        };
        assertThat(curve.steps()).hasSameSizeAs(expected);
        for (int s = 0; s < expected.length; s++) {
            Step step = curve.steps().get(s);
            assertThat(step.time()).isEqualTo(expected[s][0]);
            assertThat(step.atRisk()).isEqualTo((int) expected[s][1]);
            assertThat(step.events()).isEqualTo((int) expected[s][2]);
            assertThat(step.share().value().orElseThrow()).isCloseTo(expected[s][3], within(1e-14));
            assertThat(step.standardError()).isCloseTo(expected[s][4], within(1e-14));
            assertThat(step.share().interval().orElseThrow().lower()).isCloseTo(expected[s][5], within(1e-10));
            assertThat(step.share().interval().orElseThrow().upper()).isCloseTo(expected[s][6], within(1e-10));
        }
        assertThat(curve.median()).hasValue(23);
        assertThat(curve.shareAt(5.9)).isEqualTo(1);
    }

    @Test
    void staysWithinNoneAndAllOnTheLogLogScale() {
        SurvivalCurve curve = SurvivalCurve.of(DRUG, IntervalMethod.LOG_LOG, .95);
        var first = curve.steps().getFirst().share().interval().orElseThrow();
        assertThat(first.lower()).isCloseTo(.619717955265984, within(1e-12));
        assertThat(first.upper()).isCloseTo(.951551747646997, within(1e-12));
    }

    @Test
    void hasNoIntervalOnceAllHaveHadTheEvent() {
        Step last = SurvivalCurve.of(PLACEBO, IntervalMethod.PLAIN, .95).steps().getLast();
        assertThat(last.share().value()).hasValue(0);
        assertThat(last.share().interval()).isEmpty();
        assertThat(last.share().status()).isEqualTo(Status.LOW_RELIABILITY);
    }

    @Test
    void agreesWithTheLogRankTestOfBothGroups() {
        LogRank test = LogRank.of(List.of(DRUG, PLACEBO));
        assertThat(test.chiSquared()).isCloseTo(16.7929409892165, within(1e-12));
        assertThat(test.expected().getFirst()).isCloseTo(19.2505009480311, within(1e-12));
        assertThat(test.observed()).containsExactly(9, 21);
        assertThat(test.probability()).isCloseTo(4.168809109335e-05, within(1e-15));
    }
}
