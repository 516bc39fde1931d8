package org.concordat.measures.comparisons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Better, similar, worse; and groups by rank. */
class ComparisonTest {
    private static final double MISSING = -1;

    @ParameterizedTest
    @CsvSource({
        "8, HIGH_IS_GOOD, BETTER",
        "8, LOW_IS_GOOD, WORSE",
        "8, NEITHER, HIGHER",
        "13, HIGH_IS_GOOD, WORSE",
        "13, LOW_IS_GOOD, BETTER",
        "13, NEITHER, LOWER",
        "9, HIGH_IS_GOOD, SIMILAR",
        "12, LOW_IS_GOOD, SIMILAR",
        "10, NEITHER, SIMILAR"
    })
    void theBenchmarkDiffersWhereItLiesOutsideTheInterval(double benchmark, Polarity polarity, Comparison expected) {
        assertThat(Comparison.withValue(figure(9, 12), benchmark, polarity)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8.9, LOW_IS_GOOD, WORSE",
        "1, 9, LOW_IS_GOOD, SIMILAR",
        "12, 20, HIGH_IS_GOOD, SIMILAR",
        "12.1, 20, HIGH_IS_GOOD, WORSE",
        "12.1, 20, NEITHER, LOWER"
    })
    void anotherAreaDiffersWhereTheIntervalsDoNotTouch(
            double lower, double upper, Polarity polarity, Comparison expected) {
        assertThat(Comparison.withInterval(figure(9, 12), figure(lower, upper), polarity))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotKnownIsNotCompared() {
        Estimate none = Estimate.none(3, 100, "none", Status.LOW_RELIABILITY);
        assertThat(Comparison.withValue(none, 1, Polarity.NEITHER)).isEqualTo(Comparison.NOT_COMPARED);
        assertThat(Comparison.withInterval(figure(1, 2), none, Polarity.NEITHER))
                .isEqualTo(Comparison.NOT_COMPARED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.withValue(figure(1, 2), Double.NaN, Polarity.NEITHER));
        Estimate sure = Estimate.of(1, 1, 1, new Interval(0, 2, .998), "test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.withInterval(figure(1, 2), sure, Polarity.NEITHER))
                .withMessageContaining("one confidence");
    }

    private static Estimate figure(double lower, double upper) {
        return Estimate.of((lower + upper) / 2, 1, 1, new Interval(lower, upper, .95), "test");
    }

    @Test
    void tenFiguresMakeFiveEqualGroups() {
        assertThat(groups(5, QuantileGroups.First.LOWEST, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(groups(5, QuantileGroups.First.HIGHEST, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
    }

    @Test
    void equalFiguresStayTogetherAndMissingOnesHaveNoGroup() {
        assertThat(groups(2, QuantileGroups.First.LOWEST, 1, 1, 1, MISSING, 2)).containsExactly(1, 1, 1, 0, 2);
        assertThat(groups(3, QuantileGroups.First.LOWEST, 1, MISSING, 2)).containsExactly(0, 0, 0);
        assertThat(groups(2, QuantileGroups.First.HIGHEST, 0.0, -0.0)).containsExactly(1, 1);
    }

    @Test
    void groupsAreThoseOfTheDefinitionInExactFractions() {
        Random random = new Random(20261130);
        for (int run = 0; run < 300; run++) {
            int groups = 2 + random.nextInt(10);
            double[] values = new double[1 + random.nextInt(60)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(8) == 0 ? MISSING : random.nextInt(40);
            }
            List<Integer> answer = groups(groups, QuantileGroups.First.LOWEST, values);
            long known = Arrays.stream(values).filter(v -> v != MISSING).count();
            for (int i = 0; i < values.length; i++) {
                double value = values[i];
                int expected = 0;
                if (value != MISSING && known >= groups) {
                    long rank = 1
                            + Arrays.stream(values)
                                    .filter(v -> v != MISSING && v < value)
                                    .count();
                    // The smallest g for which (known + 1 - rank) * groups <= (groups + 1 - g) * known.
                    expected = groups + 1;
                    while ((known + 1 - rank) * groups > (groups + 1L - expected) * known) {
                        expected--;
                    }
                    expected = Math.max(1, expected);
                }
                assertThat(answer.get(i)).as("run " + run).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesOneGroupAndFiguresThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> groups(1, QuantileGroups.First.LOWEST, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> groups(2, QuantileGroups.First.LOWEST, 1, Double.NaN));
    }

    /** 0 where there is none. */
    private static List<Integer> groups(int groups, QuantileGroups.First first, double... values) {
        List<OptionalDouble> figures = new ArrayList<>();
        for (double value : values) {
            figures.add(value == MISSING ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return QuantileGroups.of(figures, groups, first).stream()
                .map((OptionalInt group) -> group.orElse(0))
                .toList();
    }
}
