package org.concordat.linkage.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.concordat.linkage.judge.ClericalSample.SampledPair;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

class ClericalSampleTest {
    /** Weights from -6 to 14 bits, evenly. */
    private static Links links(int size) {
        Links links = new Links(size);
        for (int l = 0; l < size; l++) {
            links.add(2 * l, 2 * l + 1, -6 + 20.0 * l / size);
        }
        return links;
    }

    @Test
    void drawsAsManyAsAskedEachOnce() {
        List<SampledPair> sample = ClericalSample.draw(links(3000), 200, 1);
        assertThat(sample).hasSize(200);
        assertThat(new HashSet<>(sample)).hasSize(200);
    }

    @Test
    void drawsAllLinksWhereThereAreFewer() {
        assertThat(ClericalSample.draw(links(30), 200, 1)).hasSize(30);
        assertThat(ClericalSample.draw(new Links(0), 5, 1)).isEmpty();
    }

    @Test
    void drawsSomeOfEveryStratumAndMoreOfTheUncertain() {
        List<SampledPair> sample = ClericalSample.draw(links(3000), 200, 1);
        int[] drawn = new int[Strata.count()];
        sample.forEach(pair -> drawn[pair.stratum()]++);
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isGreaterThanOrEqualTo(5);
        // 300 links between .2 and .5 and 300 between .5 and .8 are far less sure than 600 from .999 on.
        assertThat(drawn[Strata.of(.6)]).isGreaterThan(drawn[Strata.of(.9995)]);
    }

    @Test
    void theSameSeedDrawsTheSamePairsAndAnotherDoesNot() {
        List<SampledPair> sample = ClericalSample.draw(links(3000), 100, 7);
        assertThat(ClericalSample.draw(links(3000), 100, 7)).isEqualTo(sample);
        assertThat(ClericalSample.draw(links(3000), 100, 8)).isNotEqualTo(sample);
    }

    @Test
    void theOrderTellsNothingOfTheWeight() {
        List<SampledPair> sample = ClericalSample.draw(links(3000), 200, 1);
        double[] places = IntStream.range(0, 200).asDoubleStream().toArray();
        double[] strata = sample.stream().mapToDouble(SampledPair::stratum).toArray();
        double[] records = sample.stream().mapToDouble(SampledPair::left).toArray();
        assertThat(Math.abs(correlation(places, strata))).isLessThan(.2);
        assertThat(Math.abs(correlation(places, records))).isLessThan(.2);
        assertThat(correlation(records, strata)).isGreaterThan(.5);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void everyLinkOfAStratumIsDrawnEquallyOften() {
        Links links = new Links(20);
        for (int l = 0; l < 20; l++) {
            links.add(2 * l, 2 * l + 1, 0);
        }
        int[] drawn = new int[40];
        for (int seed = 0; seed < 4000; seed++) {
            ClericalSample.draw(links, 5, seed).forEach(pair -> drawn[pair.left()]++);
        }
        // A quarter of 4000 draws; five standard deviations are 137.
        for (int l = 0; l < 20; l++) {
            assertThat(drawn[2 * l]).isBetween(863, 1137);
        }
    }

    @Test
    void aTinySampleGoesToTheMostUncertainStrata() {
        Set<Integer> strata = new HashSet<>();
        ClericalSample.draw(links(3000), 2, 1).forEach(pair -> strata.add(pair.stratum()));
        assertThat(strata).containsExactlyInAnyOrder(Strata.of(.3), Strata.of(.6));
    }

    @Test
    void refusesASampleOfNothing() {
        assertThatThrownBy(() -> ClericalSample.draw(links(10), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
