package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.measures.evaluation.DifferenceInDifferences.Group;
import org.concordat.measures.evaluation.DifferenceInDifferences.Period;
import org.junit.jupiter.api.Test;

final class DifferenceInDifferencesTest {

    /** Full-time jobs in restaurants of New Jersey and Pennsylvania: 2.76 with standard error 1.36. Card and Krueger (1994), table 3. */
    @Test
    void agreesWithCardAndKruegerFromTheChangesOfEachRestaurant() {
        Period before = new Period(new Group(321, 20.44, .51), new Group(77, 23.33, 1.35));
        Period changes = new Period(new Group(309, .59, .54), new Group(75, -2.16, 1.25));
        var answer = DifferenceInDifferences.ofChanges(List.of(), before, changes, .95);
        assertThat(answer.effect().value().orElseThrow()).isCloseTo(2.76, within(.0101));
        assertThat(answer.standardError()).isCloseTo(1.36, within(.005));
        assertThat(answer.gapBefore().value().orElseThrow()).isCloseTo(-2.89, within(1e-9));
    }

    @Test
    void addsTheErrorsOfAllFourWhenChangesAreNotKnownOneByOne() {
        Period before = new Period(new Group(100, 10, 3), new Group(100, 8, 4));
        Period after = new Period(new Group(100, 15, 12), new Group(100, 9, 0));
        var answer = DifferenceInDifferences.of(List.of(), before, after, .95);
        assertThat(answer.effect().value().orElseThrow()).isEqualTo(4);
        assertThat(answer.standardError()).isEqualTo(13);
        assertThat(answer.effect().interval().orElseThrow().contains(0)).isTrue();
    }

    @Test
    void isTheCoefficientOfTheProductInARegressionOfMeasurements() {
        var answer = DifferenceInDifferences.of(
                List.of(),
                new Period(Group.of(1, 2, 3), Group.of(2, 4)),
                new Period(Group.of(5, 6, 7), Group.of(3, 4, 8)),
                .95);
        assertThat(answer.effect().value().orElseThrow()).isCloseTo((6 - 2) - (5 - 3), within(1e-12));
    }

    @Test
    void showsHowTheGapMovedInEarlierPeriods() {
        Period older = new Period(new Group(50, 10, 1), new Group(50, 10, 1));
        Period before = new Period(new Group(50, 14, 1), new Group(50, 10, 1));
        var answer = DifferenceInDifferences.of(List.of(older), before, before, .95);
        assertThat(answer.earlier()).hasSize(1);
        assertThat(DifferenceInDifferences.worstEarlierChange(List.of(older), before)
                        .orElseThrow())
                .isCloseTo(2, within(1e-12));
        assertThat(DifferenceInDifferences.worstEarlierChange(List.of(), before))
                .isEmpty();
    }

    @Test
    void knowsTheErrorOfAProportion() {
        assertThat(Group.ofCount(20, 100).standardError()).isCloseTo(.04, within(1e-12));
    }
}
