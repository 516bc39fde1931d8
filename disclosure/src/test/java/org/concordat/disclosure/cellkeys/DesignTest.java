package org.concordat.disclosure.cellkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.concordat.disclosure.cellkeys.Design.Changes;
import org.junit.jupiter.api.Test;

final class DesignTest {

    /** Source: R package ptable, its example with D = 2, V = 1.08, js = 1. */
    @Test
    void givesTheProbabilitiesThatThePackagePtablePublishes() {
        Changes one = new Design(2, 1.08, 1).changes(1);
        assertThat(one.of(-1)).isEqualTo(.51333, within(5e-6));
        assertThat(one.of(0)).isZero();
        assertThat(one.of(1)).isEqualTo(.46, within(5e-6));
        assertThat(one.of(2)).isEqualTo(.02667, within(5e-6));
    }

    @Test
    void changesEveryCountWithoutBiasAndWithTheSameVariance() {
        Design design = new Design(5, 3, 2);
        for (int count = 1; count <= 20; count++) {
            Changes changes = design.changes(count);
            assertThat(sum(changes, 0)).as("count %d", count).isEqualTo(1, within(1e-12));
            assertThat(sum(changes, 1)).as("count %d", count).isEqualTo(0, within(1e-12));
            assertThat(sum(changes, 2)).as("count %d", count).isEqualTo(3, within(1e-12));
        }
    }

    @Test
    void neverMakesASmallCountThatIsNotToBePublishedNorOneBelowZero() {
        Design design = new Design(5, 3, 2);
        for (int count = 1; count <= 20; count++) {
            for (int i = 0; i < design.changes(count).size(); i++) {
                int change = design.changes(count).change(i);
                assertThat(Math.abs(change)).isLessThanOrEqualTo(5);
                assertThat(count + change).isNotIn(1, 2).isNotNegative();
            }
        }
    }

    /** Whatever else keeps the three rules is less open: moving a little along the rules lowers the entropy, both ways. */
    @Test
    void leavesMoreOpenThanAnyOtherDistributionThatKeepsTheRules() {
        Changes changes = new Design(3, 2, 0).changes(8);
        // Adding these to four neighbouring probabilities changes neither sum, mean nor variance.
        int[] along = {1, -3, 3, -1};
        double best = entropy(changes, along, 0, 0);
        for (int at = 0; at + along.length <= changes.size(); at++) {
            assertThat(entropy(changes, along, at, 1e-3)).isLessThan(best);
            assertThat(entropy(changes, along, at, -1e-3)).isLessThan(best);
        }
    }

    @Test
    void saysWhichVariancesWouldDoWhereNoneOfItsRulesCanBeKept() {
        assertThatThrownBy(() -> new Design(5, 2, 4).changes(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the count 1")
                .hasMessageContaining("above 4.0 and below 5.0, given 2.0");
        assertThatThrownBy(() -> new Design(2, 4, 0)).hasMessageContaining("given 4.0 with a largest change of 2");
        assertThatThrownBy(() -> new Design(2, Double.NaN, 0)).hasMessageContaining("given NaN");
        assertThatThrownBy(() -> new Design(0, 1, 0)).hasMessageContaining("given 0 and 0");
        assertThatThrownBy(() -> new Design(2, 1, 0).changes(0)).hasMessageContaining("given 0");
    }

    private static double sum(Changes changes, int power) {
        return IntStream.range(0, changes.size())
                .mapToDouble(i -> changes.probability(i) * Math.pow(changes.change(i), power))
                .sum();
    }

    private static double entropy(Changes changes, int[] along, int at, double step) {
        double entropy = 0;
        for (int i = 0; i < changes.size(); i++) {
            double chance = changes.probability(i) + (i >= at && i < at + along.length ? step * along[i - at] : 0);
            entropy -= chance * Math.log(chance);
        }
        return entropy;
    }
}
