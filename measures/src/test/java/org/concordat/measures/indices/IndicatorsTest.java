package org.concordat.measures.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IndicatorsTest {
    private static final List<String> AREAS = List.of("A", "B", "C");

    @Test
    void refusesGaps() {
        assertThatThrownBy(() -> Indicators.of(AREAS).with("income", new double[] {1, Double.NaN, 2}))
                .hasMessageContaining("income of B has no figure");
        assertThatThrownBy(() -> Indicators.of(AREAS).with("income", new double[] {1, 2}))
                .hasMessageContaining("a figure for each of 3 areas, given 2");
    }

    @Test
    void refusesAnAreaListedTwice() {
        assertThatThrownBy(() -> Indicators.of(List.of("A", "B", "A"))).hasMessageContaining("given A more than once");
    }

    @Test
    void refusesAnIndicatorThatIsTheSameEverywhere() {
        Indicators same = Indicators.of(AREAS).with("rain", new double[] {2, 2, 2});
        assertThatThrownBy(() -> ZScoreIndex.of(same, new double[] {1}, List.of(ZScoreIndex.Worse.HIGH)))
                .hasMessageContaining("rain has the same figure in every area");
    }

    @Test
    void turnsZScoresRoundWhereLowIsWorse() {
        Indicators table = Indicators.of(AREAS)
                .with("unemployed", new double[] {1, 2, 3})
                .with("life expectancy", new double[] {80, 82, 84});
        CompositeIndex index =
                ZScoreIndex.of(table, new double[] {1, 1}, List.of(ZScoreIndex.Worse.HIGH, ZScoreIndex.Worse.LOW));
        for (int area = 0; area < 3; area++) {
            assertThat(index.score(area)).isCloseTo(0, within(1e-12));
        }
        assertThat(index.working("C").lines().getFirst())
                .isEqualTo(
                        "unemployed: 3 less the mean 2.000000, divided by the standard deviation 0.816497, gives 1.2247;"
                                + " times the weight 1 adds 1.2247");
    }

    @Test
    void givesAVulnerableLocalityOfAverageRatesAHundred() {
        var typical = new VulnerableLocalities.Locality("A", 1_000, 2_000, 10, 20, .2, .1, 300, 400);
        var same = new VulnerableLocalities.Locality("B", 1_000, 2_000, 10, 20, .2, .1, 300, 400);
        var half = new VulnerableLocalities.Locality("C", 1_000, 2_000, 5, 10, .1, .05, 150, 200);
        assertThat(VulnerableLocalities.of(List.of(typical, same)).score(0)).isCloseTo(100, within(1e-9));
        CompositeIndex index = VulnerableLocalities.of(List.of(typical, same, half));
        // The mean of 1, 1 and a half is five sixths, of which 1 is 120 and a half 60 parts in a hundred.
        assertThat(index.score(0)).isCloseTo(120, within(1e-9));
        assertThat(index.score(2)).isCloseTo(60, within(1e-9));
        assertThat(index.working(2).lines().getFirst())
                .isEqualTo(
                        "burglaries in 1,000 dwellings: 5 divided by the mean 8.333333, times 100, gives 60.0000; times"
                                + " the weight 0.166667 adds 10.0000");
    }

    @Test
    void refusesALocalityWithMoreYoungPeopleThanResidents() {
        assertThatThrownBy(() -> new VulnerableLocalities.Locality("A", 10, 20, 0, 0, 0, 0, 21, 0))
                .hasMessageContaining("A has 20 residents, and more of them young");
    }

    @Test
    void refusesARateThatIsZeroEverywhere() {
        Indicators none = Indicators.of(AREAS).with("burglaries", new double[3]);
        assertThatThrownBy(() -> VulnerableLocalities.of(none)).hasMessageContaining("burglaries must be 0 or more");
    }
}
