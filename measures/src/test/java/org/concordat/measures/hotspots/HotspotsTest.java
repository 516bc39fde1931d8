package org.concordat.measures.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.concordat.measures.PublicTable;
import org.concordat.measures.Status;
import org.junit.jupiter.api.Test;

/** G, G* and Moran's I held against R's spdep 1.2-7 on the burglaries of Trafford in 2018. */
final class HotspotsTest {
    private static final double[] XS = {10, 20, 40, 15, 30, 30};
    private static final double[] YS = {10, 10, 10, 20, 20, 30};
    private static final double[] SIX = {2, 3, 3.2, 5, 8, 7};

    /** The public file of 138 areas with R's figures. */
    private record Trafford(List<String> codes, double[] burglaries, Neighbours neighbours, PublicTable table) {
        static Trafford read() {
            PublicTable table = PublicTable.real("hotspots/trafford_lsoa11_burglary2018_gistar_spdep.csv");
            List<String> codes = table.texts("lsoa11cd");
            int[][] lists = table.texts("neighbour_list").stream()
                    .map(list -> Arrays.stream(list.split(" "))
                            .mapToInt(codes::indexOf)
                            .toArray())
                    .toArray(int[][]::new);
            return new Trafford(codes, table.numbers("burglary2018"), Neighbours.of(lists), table);
        }
    }

    private static Offset<Double> relative(double expected, double share) {
        return within(Math.abs(expected) * share);
    }

    @Test
    void givesTraffordTheGStarThatSpdepGives() {
        Trafford trafford = Trafford.read();
        double[] expected = trafford.table().numbers("GiStar_z");
        for (SpatialWeights weights : List.of(
                SpatialWeights.binary(trafford.neighbours()), SpatialWeights.rowStandardised(trafford.neighbours()))) {
            LocalStatistic statistic = GetisOrd.starred(trafford.burglaries(), weights.withSelf());
            assertThat(expected).hasSize(138);
            for (int area = 0; area < 138; area++) {
                assertThat(statistic.z(area)).isCloseTo(expected[area], within(1e-6));
            }
            assertThat(statistic.z(trafford.codes().indexOf("E01006163"))).isCloseTo(2.912488, within(1e-6));
        }
    }

    @Test
    void givesTraffordTheGThatSpdepGives() {
        Trafford trafford = Trafford.read();
        double[] expected = trafford.table().numbers("Gi_z");
        LocalStatistic statistic =
                GetisOrd.unstarred(trafford.burglaries(), SpatialWeights.binary(trafford.neighbours()));
        for (int area = 0; area < 138; area++) {
            assertThat(statistic.z(area)).isCloseTo(expected[area], within(1e-6));
        }
    }

    @Test
    void givesTraffordTheGlobalFiguresThatSpdepGives() {
        Trafford trafford = Trafford.read();
        double[] figures = trafford.burglaries();
        GlobalStatistic g = GetisOrd.global(figures, SpatialWeights.binary(trafford.neighbours()));
        assertThat(g.value()).isCloseTo(4.24972759466e-02, relative(4.24972759466e-02, 1e-9));
        assertThat(g.expected()).isCloseTo(3.95641595261e-02, relative(3.95641595261e-02, 1e-9));
        assertThat(g.variance()).isCloseTo(2.06060110233e-06, relative(2.06060110233e-06, 1e-9));
        assertThat(g.z()).isCloseTo(2.043300952, within(1e-8));

        SpatialWeights rows = SpatialWeights.rowStandardised(trafford.neighbours());
        GlobalStatistic dealt = GlobalMoran.of(figures, rows, GlobalMoran.Null.RANDOMISATION);
        assertThat(dealt.value()).isCloseTo(.17828248819763, within(1e-12));
        assertThat(dealt.expected()).isCloseTo(-.00729927007299, within(1e-12));
        assertThat(dealt.variance()).isCloseTo(.00270732015063, within(1e-12));
        GlobalStatistic normal = GlobalMoran.of(figures, rows, GlobalMoran.Null.NORMALITY);
        assertThat(normal.variance()).isCloseTo(.00274770040516, within(1e-12));
        GlobalStatistic binary =
                GlobalMoran.of(figures, SpatialWeights.binary(trafford.neighbours()), GlobalMoran.Null.RANDOMISATION);
        assertThat(binary.value()).isCloseTo(.16702754177851, within(1e-12));
        assertThat(binary.z()).isCloseTo(3.481176195, within(1e-8));
    }

    @Test
    void givesTraffordTheLocalMoranThatSpdepGives() {
        Trafford trafford = Trafford.read();
        PublicTable expected = PublicTable.beside(HotspotsTest.class, "local_moran.csv");
        LocalMoran.Result result =
                LocalMoran.of(trafford.burglaries(), SpatialWeights.rowStandardised(trafford.neighbours()));
        assertThat(expected.size()).isEqualTo(23);
        for (int row = 0; row < expected.size(); row++) {
            int area = trafford.codes().indexOf(expected.texts("area").get(row));
            assertThat(result.values()[area]).isCloseTo(expected.numbers("value")[row], within(1e-10));
            assertThat(result.expected()[area]).isCloseTo(expected.numbers("expected")[row], within(1e-10));
            assertThat(result.variances()[area]).isCloseTo(expected.numbers("variance")[row], within(1e-10));
            assertThat(result.statistic().z(area)).isCloseTo(expected.numbers("z")[row], within(1e-8));
            assertThat(result.statistic().p(area)).isCloseTo(expected.numbers("p")[row], within(1e-8));
        }
    }

    @Test
    void saysByPermutationWhatItSaysByMoments() {
        Trafford trafford = Trafford.read();
        SpatialWeights weights = SpatialWeights.rowStandardised(trafford.neighbours());
        LocalMoran.Result moments = LocalMoran.of(trafford.burglaries(), weights);
        LocalMoran.Result dealt = LocalMoran.permuted(trafford.burglaries(), weights, 1_999, 20_261_130);
        double off = 0;
        for (int area = 0; area < 138; area++) {
            off += Math.abs(moments.statistic().p(area) - dealt.statistic().p(area)) / 138;
        }
        // Burglaries are skew, so the normal distribution is near the truth and not at it.
        assertThat(off).isLessThan(.05);
        LocalMoran.Result again = LocalMoran.permuted(trafford.burglaries(), weights, 1_999, 20_261_130);
        assertThat(again.statistic().ps()).isEqualTo(dealt.statistic().ps());
        LocalMoran.Result other = LocalMoran.permuted(trafford.burglaries(), weights, 1_999, 1);
        assertThat(other.statistic().ps()).isNotEqualTo(dealt.statistic().ps());
    }

    @Test
    void givesSixPointsThePublishedFigures() {
        Neighbours neighbours = Nearness.within(XS, YS, 15);
        SpatialWeights weights = SpatialWeights.binary(neighbours);
        LocalStatistic starred = GetisOrd.starred(SIX, weights.withSelf());
        // pysal's esda documentation and spdep alike.
        double[] expected = {-1.39727626, -.28917762, .65064964, -.28917762, 1.23452088, 2.02424331};
        for (int i = 0; i < 6; i++) {
            assertThat(starred.z(i)).isCloseTo(expected[i], within(1e-8));
        }
        GlobalStatistic global = GetisOrd.global(SIX, weights);
        assertThat(global.value()).isCloseTo(.55709779, within(1e-8));
        assertThat(global.variance()).isCloseTo(.0092035501951, within(1e-12));
        assertThat(GetisOrd.unstarred(SIX, weights).z(0)).isCloseTo(-1.0136728985503, within(1e-10));
    }

    @Test
    void findsNothingIn2018AfterCorrectionAndMuchWithout() {
        Trafford trafford = Trafford.read();
        SpatialWeights weights = SpatialWeights.binary(trafford.neighbours());
        Hotspots careless = Hotspots.of(trafford.burglaries(), weights, FalseDiscovery.NONE);
        assertThat(careless.spots().stream()
                        .filter(spot -> spot == Hotspots.Spot.HOT_95 || spot == Hotspots.Spot.HOT_99)
                        .count())
                .isEqualTo(trafford.table().texts("class").stream()
                        .filter(word -> word.equals("hot95") || word.equals("hot99"))
                        .count());
        // p.adjust(p, "BH") of R has none below .05.
        Hotspots careful = Hotspots.of(trafford.burglaries(), weights, FalseDiscovery.BENJAMINI_HOCHBERG);
        assertThat(careful.spots()).doesNotContain(Hotspots.Spot.HOT_95, Hotspots.Spot.HOT_99);
    }

    @Test
    void correctsPValuesAsRDoes() {
        double[] ps = {.01, .04, .03, .005, Double.NaN};
        // p.adjust of R 4.2.2.
        assertThat(FalseDiscovery.BENJAMINI_HOCHBERG.correct(ps)).containsExactly(.02, .04, .04, .02, Double.NaN);
        assertThat(FalseDiscovery.BONFERRONI.correct(ps)).containsExactly(.04, .16, .12, .02, Double.NaN);
        double[] by = FalseDiscovery.BENJAMINI_YEKUTIELI.correct(ps);
        assertThat(by[0]).isCloseTo(.02 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0), within(1e-15));
        assertThat(FalseDiscovery.NONE.correct(ps)).containsExactly(ps);
        assertThatThrownBy(() -> FalseDiscovery.NONE.correct(new double[] {1.5}))
                .hasMessage("p-values lie between 0 and 1, given 1.5");
    }

    @Test
    void givesAnIslandAGStarButNoG() {
        Neighbours neighbours = Neighbours.of(new int[][] {{1}, {0, 2}, {1}, {}, {}});
        double[] figures = {1, 2, 4, 9, 3};
        assertThat(neighbours.alone()).containsExactly(3, 4);
        SpatialWeights weights = SpatialWeights.binary(neighbours);
        assertThat(GetisOrd.starred(figures, weights.withSelf()).without()).isEmpty();
        LocalStatistic g = GetisOrd.unstarred(figures, weights);
        assertThat(g.without()).containsExactly(3, 4);
        assertThat(g.estimate(3).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(g.estimate(0).status()).isEqualTo(Status.NORMAL);
    }

    @Test
    void refusesFiguresThatAreTheSameEverywhere() {
        SpatialWeights weights = SpatialWeights.binary(Neighbours.of(new int[][] {{1}, {0}, {3}, {2}}));
        assertThatThrownBy(() -> Hotspots.of(new double[] {2, 2, 2, 2}, weights, FalseDiscovery.NONE))
                .hasMessageContaining("the figure is the same in every area (2.0)");
        assertThatThrownBy(() -> GetisOrd.starred(new double[] {1, 2, 3, 4}, weights))
                .hasMessageContaining("use weights.withSelf()");
        assertThatThrownBy(() -> GetisOrd.global(new double[] {1, 2, 3, -4}, weights))
                .hasMessageContaining("0 or more, given -4.0");
        assertThatThrownBy(() -> Hotspots.of(new double[] {1, 2, 3}, weights, FalseDiscovery.NONE))
                .hasMessageContaining("one figure for each of 4 areas, given 3");
    }

    @Test
    void refusesNeighboursThatAreNoAreasOrTheAreaItself() {
        assertThatThrownBy(() -> Neighbours.of(new int[][] {{1}, {2}})).hasMessageContaining("given 2");
        assertThatThrownBy(() -> Neighbours.of(new int[][] {{0}, {0}})).hasMessageContaining("given 0");
    }

    @Test
    void steadiesRatesAsSpdepDoes() {
        Trafford trafford = Trafford.read();
        double[] populations = IntStream.rangeClosed(1, 138)
                .mapToDouble(i -> 1_500 + i * 37 % 700)
                .toArray();
        double[] global = EmpiricalBayes.global(trafford.burglaries(), populations);
        // EBest(burglary2018, 1500 + (1:138 * 37) %% 700) of spdep 1.2-7.
        double[] expected = {
            .00706029119127, .01811229333555, .00590580201971, .00580745685206, .00969654575855, .00779805613156
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(global[i]).isCloseTo(expected[i], within(1e-13));
        }
        double[] local = EmpiricalBayes.local(trafford.burglaries(), populations, trafford.neighbours());
        // EBlocal(…, geoda = TRUE) of the same; without it each neighbour's rate is measured from its own
        // neighbourhood's mean.
        double[] near = {
            .008328067856842, .019340839172421, .006437524136, .007133498325812, .010439265684628, .008317285322429
        };
        for (int i = 0; i < near.length; i++) {
            assertThat(local[i]).isCloseTo(near[i], within(1e-13));
        }
    }

    @Test
    void refusesARateOfNobody() {
        assertThatThrownBy(() -> EmpiricalBayes.global(new double[] {1, 0}, new double[] {10, 0}))
                .hasMessageContaining("leave areas without people out");
    }
}
