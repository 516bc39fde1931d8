package org.concordat.measures.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.survival.GroupedSurvival.Step;
import org.concordat.measures.evaluation.survival.GroupedSurvival.Stretch;
import org.junit.jupiter.api.Test;

final class GroupedSurvivalTest {

    /**
     * Men with cancer of the kidney, Connecticut 1946 to 1951: 126 alive at diagnosis; of each year the dead, and the lost and
     * withdrawn. Cutler and Ederer (1958), table 1 and 2, give .60, .54, .50, .44, .44, and .060 as the last one's error; the
     * further digits follow from their formulas.
     */
    @Test
    void agreesWithCutlerAndEderersTable() {
        GroupedSurvival curve = GroupedSurvival.of(
                126,
                List.of(
                        new Stretch(1, 47, 19),
                        new Stretch(2, 5, 17),
                        new Stretch(3, 2, 15),
                        new Stretch(4, 2, 9),
                        new Stretch(5, 0, 6)),
                .95);
        double[] published = {.60, .54, .50, .44, .44};
        double[] digits = {.596566523605150, .538647443643485, .503326299798011, .442317051337646, .442317051337646};
        int[] atRisk = {126, 60, 38, 21, 10};
        for (int year = 0; year < published.length; year++) {
            Step step = curve.steps().get(year);
            assertThat(step.atRisk()).isEqualTo(atRisk[year]);
            assertThat(step.share().value().orElseThrow())
                    .isCloseTo(published[year], within(.005))
                    .isCloseTo(digits[year], within(1e-14));
        }
        assertThat(curve.steps().getLast().standardError()).isCloseTo(.0602477221120152, within(1e-14));
        assertThat(curve.median()).hasValue(4);
    }

    /** Where nobody leaves sight before the end both methods are the plain share, at the end of every stretch. */
    @Test
    void isKaplanAndMeiersWhereNobodyLeavesSight() {
        List<FollowUp> people = IntStream.rangeClosed(1, 40)
                .mapToObj(day -> day <= 25 ? FollowUp.event(day) : FollowUp.leftSight(40))
                .toList();
        var exact = SurvivalCurve.of(people, SurvivalCurve.IntervalMethod.LOG_LOG, .95);
        GroupedSurvival grouped = GroupedSurvival.of(
                40, List.of(new Stretch(10, 10, 0), new Stretch(20, 10, 0), new Stretch(40, 5, 0)), .95);
        for (Step step : grouped.steps()) {
            assertThat(step.share().value().orElseThrow())
                    .isCloseTo(exact.shareAt(step.stretch().end()), within(1e-14));
        }
        var last = exact.steps().getLast().share().interval().orElseThrow();
        assertThat(grouped.steps().getLast().share().interval().orElseThrow().lower())
                .isCloseTo(last.lower(), within(1e-12));
    }

    @Test
    void hasNoIntervalWhereNobodyOrEverybodyHadTheEvent() {
        GroupedSurvival curve = GroupedSurvival.of(10, List.of(new Stretch(1, 0, 2), new Stretch(2, 8, 0)), .95);
        assertThat(curve.steps().getFirst().share().value()).hasValue(1);
        assertThat(curve.steps().getFirst().share().interval()).isEmpty();
        assertThat(curve.steps().getLast().share().value()).hasValue(0);
        assertThat(curve.steps().getLast().share().status()).isEqualTo(Status.LOW_RELIABILITY);
    }

    @Test
    void refusesMorePeopleThanThereAreAndStretchesOutOfOrder() {
        assertThatThrownBy(() -> GroupedSurvival.of(5, List.of(new Stretch(1, 4, 2)), .95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GroupedSurvival.of(5, List.of(new Stretch(2, 1, 0), new Stretch(2, 1, 0)), .95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stretch(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Expected figures: R 4.2.2, survdiff of package survival. */
    @Test
    void comparesThreeGroupsAsRDoes() {
        LogRank test = LogRank.of(List.of(
                group(new double[] {3, 5, 7, 9}, new double[] {7, 12}),
                group(new double[] {2, 4, 4, 8, 8, 10}, new double[] {6}),
                group(new double[] {1, 1, 3, 6, 11}, new double[] {5})));
        assertThat(test.chiSquared()).isCloseTo(1.048907060961285, within(1e-12));
        assertThat(test.probability()).isCloseTo(.59187871968632, within(1e-12));
        assertThat(test.observed()).containsExactly(4, 6, 5);
        assertThat(test.expected().get(0)).isCloseTo(5.765472504791390, within(1e-12));
        assertThat(test.expected().get(2)).isCloseTo(3.787111160253575, within(1e-12));
    }

    private static List<FollowUp> group(double[] events, double[] left) {
        return IntStream.range(0, events.length + left.length)
                .mapToObj(i ->
                        i < events.length ? FollowUp.event(events[i]) : FollowUp.leftSight(left[i - events.length]))
                .toList();
    }

    @Test
    void findsNoDifferenceWhereNothingHappens() {
        LogRank test = LogRank.of(List.of(List.of(FollowUp.leftSight(1)), List.of(FollowUp.leftSight(2))));
        assertThat(test.probability()).isEqualTo(1);
    }
}
