package org.concordat.measures.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.measures.PublicTable;
import org.junit.jupiter.api.Test;

final class DeprivationIndexTest {
    /** Weights of the 2019 and 2025 Indices of Deprivation, in the order of the domains below; they add up to .999. */
    private static final double[] WEIGHTS = {.225, .225, .135, .135, .093, .093, .093};

    private static Indicators ranks(PublicTable table, String areas, String housing) {
        Indicators ranks = Indicators.of(table.texts(areas));
        for (String domain : List.of("Income", "Employment", "Education", "Health", "Crime", housing, "Environment")) {
            ranks = ranks.with(domain, table.numbers(domain + "_rank"));
        }
        return ranks;
    }

    private static Indicators england2019(PublicTable table) {
        return ranks(table, "lsoa11_code", "Housing_and_Access");
    }

    @Test
    void ranksEnglandOf2019AsPublishedButForNearTies() {
        PublicTable table = PublicTable.real("imd/iod2019_england_lsoa11_ranks.csv.gz");
        CompositeIndex index = DeprivationIndex.ofRanks(england2019(table), WEIGHTS, 32_844);
        double[] published = table.numbers("IMD_rank");
        double[] differences = IntStream.range(0, published.length)
                .mapToDouble(area -> Math.abs(index.ranking().rank(area) - published[area]))
                .toArray();
        assertThat(differences).hasSize(32_844);
        assertThat(IntStream.range(0, differences.length).filter(i -> differences[i] == 0))
                .hasSize(32_736);
        assertThat(Arrays.stream(differences).max()).hasValue(2);
    }

    @Test
    void formsDecilesAsPublished() {
        PublicTable table = PublicTable.real("imd/iod2019_england_lsoa11_ranks.csv.gz");
        for (String figure : List.of("IMD", "Income", "Health", "Crime")) {
            double[] ranks = table.numbers(figure + "_rank");
            double[] deciles = table.numbers(figure + "_decile");
            assertThat(IntStream.range(0, ranks.length)
                            .filter(i -> Ranking.group(ranks[i], ranks.length, 10) != deciles[i]))
                    .as(figure)
                    .isEmpty();
        }
    }

    @Test
    void givesTraffordOf2025ThePublishedScores() {
        PublicTable table = PublicTable.real("trafford/deprivation/iod2025_trafford_lsoa21.csv");
        CompositeIndex index =
                DeprivationIndex.ofRanks(ranks(table, "lsoa21_code", "Housing_and_Services"), WEIGHTS, 33_755);
        double[] published = table.numbers("IMD_score");
        assertThat(published).hasSize(139);
        for (int area = 0; area < published.length; area++) {
            assertThat(index.score(area)).isCloseTo(published[area], within(.0005));
        }
    }

    @Test
    void givesTheMostDeprivedAHundredAndTheTenthPartHalfOfIt() {
        assertThat(DeprivationIndex.transformed(1, 32_844)).isCloseTo(100, within(1e-9));
        assertThat(DeprivationIndex.transformed(3_285, 32_844)).isCloseTo(50, within(.5));
        assertThat(DeprivationIndex.transformed(32_844, 32_844)).isBetween(0.0, .001);
    }

    @Test
    void showsItsWorkingWithTheNumbersItUsed() {
        Indicators ranks = Indicators.of(List.of("A", "B", "C"))
                .with("income", new double[] {1, 2, 3})
                .with("crime", new double[] {3, 1, 2});
        CompositeIndex index = DeprivationIndex.ofRanks(ranks, new double[] {.75, .25}, 3);
        Working working = index.working("A");
        assertThat(working.score())
                .isEqualTo(working.steps().stream()
                        .mapToDouble(Working.Step::contribution)
                        .sum());
        assertThat(working.lines())
                .containsExactly(
                        "income: rank 1 of 3, R = 1.000000, X = -23 ln(1 - R (1 - exp(-100/23))) = 100.0000; times the"
                                + " weight 0.75 adds 75.0000",
                        "crime: rank 3 of 3, R = 0.333333, X = -23 ln(1 - R (1 - exp(-100/23))) = 9.1774; times the"
                                + " weight 0.25 adds 2.2944",
                        "score: the sum, 77.2944; rank 1 of 3");
    }

    @Test
    void givesAreasWithEqualScoresTheSameIndex() {
        Indicators scores = Indicators.of(List.of("A", "B", "C", "D")).with("income", new double[] {.4, .2, .2, .1});
        CompositeIndex index = DeprivationIndex.ofScores(scores, new double[] {1});
        assertThat(index.score(1)).isEqualTo(index.score(2));
        assertThat(index.ranking().ranks()).containsExactly(1, 2, 2, 4);
        assertThat(index.ranking().tied()).isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBeARank() {
        Indicators ranks = Indicators.of(List.of("A", "B")).with("income", new double[] {1, 3});
        assertThatThrownBy(() -> DeprivationIndex.ofRanks(ranks, new double[] {1}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ranks of income lie between 1 and the 2 areas");
    }

    @Test
    void refusesWeightsThatCountAgainst() {
        Indicators ranks = Indicators.of(List.of("A", "B")).with("income", new double[] {1, 2});
        assertThatThrownBy(() -> DeprivationIndex.ofRanks(ranks, new double[] {-1}, 2))
                .hasMessageContaining("weights are above 0, given -1.0 for income");
        assertThatThrownBy(() -> DeprivationIndex.ofRanks(ranks, new double[] {1, 1}, 2))
                .hasMessageContaining("one weight for each of 1 indicators, given 2");
    }
}
