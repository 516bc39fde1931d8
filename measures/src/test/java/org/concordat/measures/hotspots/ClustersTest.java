package org.concordat.measures.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.concordat.measures.PublicTable;
import org.concordat.measures.hotspots.Clusters.Kind;
import org.junit.jupiter.api.Test;

/** Which areas stand out once it is allowed for that many were asked, held against R and against the paper's own example. */
final class ClustersTest {
    /** Two blocks of eight squares in a row: high ones, then low ones, and one low one among the high. */
    private static final double[] ROW = {20, 21, 22, 20, 2, 21, 20, 22, 3, 2, 3, 2, 3, 2, 3, 2};

    private static SpatialWeights row() {
        int[][] lists = new int[ROW.length][];
        for (int i = 0; i < ROW.length; i++) {
            int at = i;
            lists[i] = java.util.stream.IntStream.of(i - 2, i - 1, i + 1, i + 2)
                    .filter(other -> other >= 0 && other < ROW.length && other != at)
                    .toArray();
        }
        return SpatialWeights.rowStandardised(Neighbours.of(lists));
    }

    @Test
    void tellsClustersFromOutliers() {
        Clusters found = Clusters.of(ROW, row(), FalseDiscovery.NONE);
        assertThat(found.kinds().get(4)).isEqualTo(Kind.LOW_AMONG_HIGH);
        assertThat(found.kinds().subList(10, 14)).containsOnly(Kind.LOW_AMONG_LOW);
        assertThat(found.kinds().get(1)).isIn(Kind.HIGH_AMONG_HIGH, Kind.NOT_OUTSTANDING);
        Clusters strict = Clusters.of(ROW, row(), FalseDiscovery.BONFERRONI);
        for (int area = 0; area < ROW.length; area++) {
            boolean outstanding = strict.kinds().get(area) != Kind.NOT_OUTSTANDING;
            assertThat(outstanding).isEqualTo(strict.corrected()[area] <= Clusters.LEVEL);
        }
    }

    @Test
    void saysOfAreasWithoutNeighboursThatTheyHaveNoFigure() {
        Neighbours island = Neighbours.of(new int[][] {{1}, {0, 2}, {1}, {4}, {3}, {}});
        Clusters found = Clusters.of(
                new double[] {1, 2, 4, 9, 3, 7}, SpatialWeights.rowStandardised(island), FalseDiscovery.NONE);
        assertThat(found.kinds().get(5)).isEqualTo(Kind.UNKNOWN);
        assertThat(found.kinds().subList(0, 5)).doesNotContain(Kind.UNKNOWN);
    }

    @Test
    void correctsTheExampleOfBenjaminiAndHochbergAsTheyDo() {
        PublicTable example = PublicTable.beside(ClustersTest.class, "benjamini_hochberg.csv");
        double[] ps = example.numbers("p");
        double[] hochberg = FalseDiscovery.BENJAMINI_HOCHBERG.correct(ps);
        double[] bonferroni = FalseDiscovery.BONFERRONI.correct(ps);
        assertThat(ps).hasSize(15);
        for (int i = 0; i < ps.length; i++) {
            assertThat(hochberg[i] <= .05)
                    .isEqualTo(example.texts("hochberg_rejects").get(i).equals("yes"));
            assertThat(bonferroni[i] <= .05)
                    .isEqualTo(example.texts("bonferroni_rejects").get(i).equals("yes"));
        }
    }

    @Test
    void correctsTraffordsLocalMoranAsRDoesAndNamesTheSameQuadrants() {
        PublicTable trafford = PublicTable.real("hotspots/trafford_lsoa11_burglary2018_gistar_spdep.csv");
        List<String> codes = trafford.texts("lsoa11cd");
        int[][] lists = trafford.texts("neighbour_list").stream()
                .map(list ->
                        Arrays.stream(list.split(" ")).mapToInt(codes::indexOf).toArray())
                .toArray(int[][]::new);
        SpatialWeights weights = SpatialWeights.rowStandardised(Neighbours.of(lists));
        double[] burglaries = trafford.numbers("burglary2018");
        Clusters hochberg = Clusters.of(burglaries, weights, FalseDiscovery.BENJAMINI_HOCHBERG);
        Clusters yekutieli = Clusters.of(burglaries, weights, FalseDiscovery.BENJAMINI_YEKUTIELI);
        Clusters bonferroni = Clusters.of(burglaries, weights, FalseDiscovery.BONFERRONI);
        PublicTable expected = PublicTable.beside(ClustersTest.class, "false_discovery.csv");
        assertThat(expected.size()).isEqualTo(16);
        for (int row = 0; row < expected.size(); row++) {
            int area = codes.indexOf(expected.texts("area").get(row));
            assertThat(hochberg.moran().statistic().p(area)).isCloseTo(expected.numbers("p")[row], within(1e-9));
            assertThat(hochberg.corrected()[area]).isCloseTo(expected.numbers("hochberg")[row], within(1e-9));
            assertThat(yekutieli.corrected()[area]).isCloseTo(expected.numbers("yekutieli")[row], within(1e-9));
            assertThat(bonferroni.corrected()[area]).isCloseTo(expected.numbers("bonferroni")[row], within(1e-9));
            assertThat(hochberg.moran().quadrants()[area].name())
                    .isEqualTo(expected.texts("quadrant")
                            .get(row)
                            .toUpperCase(java.util.Locale.ROOT)
                            .replace('-', '_'));
        }
        assertThat(hochberg.kinds()).containsOnly(Kind.NOT_OUTSTANDING);
        Clusters careless = Clusters.of(burglaries, weights, FalseDiscovery.NONE);
        assertThat(careless.kinds().stream().filter(Kind.HIGH_AMONG_HIGH::equals))
                .hasSize(7);
        assertThat(careless.kinds().stream().filter(Kind.LOW_AMONG_HIGH::equals))
                .hasSize(3);
        assertThat(careless.kinds().stream().filter(Kind.LOW_AMONG_LOW::equals)).hasSize(2);
    }
}
