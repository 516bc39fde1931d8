package org.concordat.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static Probe draw(Records records, int mostPairs, int mostRecords) {
        return Probe.draw(records, BlockingKeys.of(records), mostPairs, mostRecords, new SplittableRandom(1));
    }

    @Test
    void ofSmallFilesEveryPairIsTakenOnce() {
        Records records = SmallTown.twoFiles(40, SmallTown.SEED).records();
        Probe probe = draw(records, 1_000_000, 10);
        int n = records.size();
        assertThat(probe.isComplete()).isTrue();
        assertThat(probe.size()).isEqualTo(n * (n - 1) / 2);
        assertThat(pairs(probe)).hasSize(probe.size());
        for (int r = 0; r < n; r++) {
            assertThat(probe.isSampled(r)).isTrue();
        }
    }

    @Test
    void ofLargerFilesEachPairIsTakenOnceAndHasASampledRecord() {
        SmallTown town = SmallTown.oneFile(2_000, SmallTown.SEED);
        Probe probe = draw(town.records(), 60_000, 300);
        assertThat(probe.isComplete()).isFalse();
        assertThat(pairs(probe)).as(town.seedNote()).hasSize(probe.size());
        for (int p = 0; p < probe.size(); p++) {
            assertThat(probe.isSampled(probe.left(p))).isTrue();
            assertThat(probe.left(p)).isNotEqualTo(probe.right(p));
        }
    }

    @Test
    void aSampledRecordIsPairedWithAllThatShareAnUncommonValue() {
        SmallTown town = SmallTown.oneFile(2_000, SmallTown.SEED);
        Records records = town.records();
        Probe probe = draw(records, 500_000, 200);
        Set<Long> pairs = pairs(probe);
        int shared = 0;
        for (BlockingKey key : BlockingKeys.of(records)) {
            for (int left = 0; left < records.size(); left++) {
                if (!probe.isSampled(left) || key.of(left) == 0) {
                    continue;
                }
                Set<Integer> sharing = new HashSet<>();
                for (int right = 0; right < records.size(); right++) {
                    if (key.of(right) == key.of(left) && right != left) {
                        sharing.add(right);
                    }
                }
                for (int right : sharing.size() < 50 ? sharing : Set.<Integer>of()) {
                    shared++;
                    assertThat(pairs.contains(PairSet.pair(left, right)))
                            .as("%s of %d and %d in %s", key, left, right, town.seedNote())
                            .isTrue();
                }
            }
        }
        assertThat(shared).isGreaterThan(1_000);
    }

    @Test
    void itStopsSoonAfterItHasEnoughPairs() {
        Records records = SmallTown.oneFile(2_000, SmallTown.SEED).records();
        assertThat(draw(records, 20_000, 2_000).size()).isBetween(20_000, 20_000 + records.size());
    }

    @Test
    void identifiersAreNeverLookedAt() {
        SmallTown town = SmallTown.oneFile(2_000, SmallTown.SEED);
        Probe probe = draw(town.records(), 30_000, 200);
        Probe renamed =
                draw(town.renamed(id -> "x" + new StringBuilder(id).reverse()).records(), 30_000, 200);
        assertThat(ordered(renamed)).isEqualTo(ordered(probe));
    }

    @Test
    void aValueOfNearlyEverybodyLeadsNowhere() {
        People people = People.with(Attribute.PERSON_NUMBER, Attribute.OCCUPATION);
        for (int r = 0; r < 100_000; r++) {
            people.row("n" + r / 4, r % 1_000 == 0 ? "job" + r : "nurse");
        }
        Probe probe = draw(people.records(), 3_000_000, 20_000);
        assertThat(probe.size()).as("three others share each person number").isBetween(40_000, 60_000);
    }

    private static Set<Long> pairs(Probe probe) {
        return new HashSet<>(ordered(probe));
    }

    private static List<Long> ordered(Probe probe) {
        return java.util.stream.IntStream.range(0, probe.size())
                .mapToObj(p -> PairSet.pair(probe.left(p), probe.right(p)))
                .toList();
    }
}
