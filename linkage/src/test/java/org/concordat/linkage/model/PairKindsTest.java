package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class PairKindsTest {
    private static Records sources(int... sizes) {
        People people = People.with(Attribute.SURNAME);
        for (int s = 0; s < sizes.length; s++) {
            people.source("source" + s);
            for (int r = 0; r < sizes[s]; r++) {
                people.row("name" + r);
            }
        }
        return people.records();
    }

    @Test
    void oneSourceMakesOneKind() {
        PairKinds kinds = PairKinds.of(sources(4));
        assertThat(kinds.count()).isEqualTo(1);
        assertThat(kinds.of(0, 3)).isZero();
        assertThat(kinds.name(0)).isEqualTo("within source0");
    }

    @Test
    void fewSourcesMakeAKindOfEachTwo() {
        PairKinds kinds = PairKinds.of(sources(2, 2, 2));
        assertThat(kinds.count()).isEqualTo(6);
        assertThat(kinds.of(0, 5)).isEqualTo(kinds.of(5, 0)).isEqualTo(kinds.ofSources(0, 2));
        assertThat(kinds.name(kinds.of(0, 5))).isEqualTo("source0 and source2");
        assertThat(kinds.name(kinds.of(2, 3))).isEqualTo("within source1");
    }

    @Test
    void manySourcesMakeTwoKinds() {
        PairKinds kinds = PairKinds.of(sources(2, 2, 2, 2, 2, 2, 2));
        assertThat(kinds.count()).isEqualTo(2);
        assertThat(kinds.of(0, 1)).isNotEqualTo(kinds.of(0, 2));
        assertThat(kinds.of(12, 13)).isEqualTo(kinds.of(0, 1));
    }

    @Test
    void thePairsWithASampledRecordAreCountedAsByHand() {
        for (int[] sizes : new int[][] {{9}, {5, 7}, {1, 6, 3}, {2, 3, 2, 4, 2, 3, 2, 2}}) {
            Records records = sources(sizes);
            PairKinds kinds = PairKinds.of(records);
            SplittableRandom random = new SplittableRandom(3);
            boolean[] isSampled = new boolean[records.size()];
            int[] sampledOfSource = new int[sizes.length];
            for (int r = 0; r < isSampled.length; r++) {
                isSampled[r] = random.nextBoolean();
                sampledOfSource[records.source(r)] += isSampled[r] ? 1 : 0;
            }
            double[] byHand = new double[kinds.count()];
            for (int left = 0; left < isSampled.length; left++) {
                for (int right = left + 1; right < isSampled.length; right++) {
                    byHand[kinds.of(left, right)] += isSampled[left] || isSampled[right] ? 1 : 0;
                }
            }
            assertThat(kinds.pairs(sampledOfSource)).containsExactly(byHand);
        }
    }
}
