package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PatternCountsTest {
    @Test
    void countsEveryPatternAsAnOrdinaryMapDoes() {
        SplittableRandom random = new SplittableRandom(7);
        PatternCounts counts = new PatternCounts();
        Map<Long, Double> plain = new TreeMap<>();
        for (int i = 0; i < 60_000; i++) {
            long pattern = random.nextLong(20_000) * 0x1111_1111_1111L >>> random.nextInt(8);
            double count = random.nextInt(1, 4);
            counts.add(pattern, count);
            plain.merge(pattern, count, Double::sum);
        }
        assertThat(counts.distinct()).isEqualTo(plain.size());
        assertThat(counts.patterns())
                .containsExactly(
                        plain.keySet().stream().mapToLong(Long::longValue).toArray());
        plain.forEach((pattern, count) -> assertThat(counts.count(pattern)).isEqualTo(count));
        assertThat(counts.total())
                .isEqualTo(
                        plain.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    @Test
    void thePatternOfAllMissingIsCountedToo() {
        PatternCounts counts = new PatternCounts();
        counts.add(0, 3);
        assertThat(counts.patterns()).containsExactly(0L);
        assertThat(counts.count(0)).isEqualTo(3);
        assertThat(counts.count(1)).isZero();
    }

    @Test
    void oneSetOfCountsIsAddedToAnother() {
        PatternCounts one = new PatternCounts();
        one.add(17, 2);
        PatternCounts other = new PatternCounts();
        other.add(17, 3);
        other.add(18, 1);
        one.addAll(other);
        assertThat(one.count(17)).isEqualTo(5);
        assertThat(one.count(18)).isEqualTo(1);
    }

    @Test
    void aPatternCarriesItsKindOfPair() {
        long pattern = 0x0012_3456_789A_BCDEL;
        for (int kind : new int[] {0, 1, 20, 255}) {
            long marked = Training.ofKind(pattern, kind);
            assertThat(Training.kind(marked)).isEqualTo(kind);
            assertThat(Training.levels(marked)).isEqualTo(pattern);
        }
    }
}
