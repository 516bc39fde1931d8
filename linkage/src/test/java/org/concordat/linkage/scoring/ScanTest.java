package org.concordat.linkage.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.LinkageSettings;
import org.concordat.linkage.Linker;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.blocking.BlockingKey;
import org.concordat.linkage.blocking.BlockingKeys;
import org.concordat.linkage.blocking.BlockingRule;
import org.concordat.linkage.blocking.Blocks;
import org.concordat.linkage.blocking.PairSet;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.model.PairScorer;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final double LEAST_BITS = -3;

    private static final SmallTown TOWN = SmallTown.twoFiles(400, SmallTown.SEED);
    private static final Linkage LINKAGE =
            new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(TOWN.records());

    private final List<BlockingRule> rules =
            List.of(rule(25, "surname", "sex"), rule(8, "date of birth"), rule(40, "given name"), rule(12, "postcode"));

    private BlockingRule rule(int mostSharing, String... names) {
        List<BlockingKey> keys = BlockingKeys.of(LINKAGE.records()).stream()
                .filter(key -> List.of(names).contains(key.name()))
                .toList();
        assertThat(keys).hasSize(names.length);
        return new BlockingRule(keys, mostSharing);
    }

    private Scan.Result scan(int threads, List<BlockingRule> plan, AtomicLong seen) {
        Scan scan = new Scan(
                LINKAGE.comparisons(),
                new Blocks(LINKAGE.records(), plan),
                LINKAGE.kinds(),
                new PairScorer(LINKAGE.model(), LINKAGE.termFrequencies()),
                LEAST_BITS,
                null);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> scan.run(seen::addAndGet)).join();
        }
    }

    /** The weight of the pair's own evidence, before other records have their say. */
    private static double ownBits(int left, int right) {
        Comparisons comparisons = LINKAGE.comparisons();
        Rows rows = comparisons.rows();
        int[] cells = new int[2 * rows.width()];
        rows.copyRow(left, cells, 0);
        rows.copyRow(right, cells, rows.width());
        long pattern = new PairComparer(comparisons).pattern(cells, 0, cells, rows.width());
        return new PairScorer(LINKAGE.model(), LINKAGE.termFrequencies())
                .bits(pattern, LINKAGE.kinds().of(left, right), cells, 0, cells, rows.width());
    }

    private static Map<Long, Double> weights(Links links) {
        Map<Long, Double> weights = new TreeMap<>();
        for (int l = 0; l < links.size(); l++) {
            Double before = weights.put(PairSet.pair(links.left(l), links.right(l)), links.bits(l));
            assertThat(before).as("weight of a pair that was kept twice").isNull();
        }
        return weights;
    }

    @Test
    void itKeepsWhatComparingEveryPairOfTheRulesOneByOneWouldKeep() {
        AtomicLong seen = new AtomicLong();
        Scan.Result result = scan(2, rules, seen);
        Map<Long, Double> kept = weights(result.links());
        Set<Long> candidates = PairSet.ofRules(LINKAGE.records(), rules);
        assertThat(result.compared()).as(TOWN.seedNote()).isEqualTo(candidates.size());
        int expected = 0;
        for (long pair : candidates) {
            double bits = ownBits(PairSet.first(pair), PairSet.second(pair));
            if (bits >= LEAST_BITS) {
                expected++;
                assertThat(kept.get(pair)).as(TOWN.seedNote()).isNotNull().isCloseTo(bits, within(1e-4));
            }
        }
        assertThat(kept).as(TOWN.seedNote()).hasSize(expected);
        assertThat(expected).isBetween(100, candidates.size() - 1);
    }

    @Test
    void itTellsHowManyCandidatesItWentThrough() {
        AtomicLong seen = new AtomicLong();
        scan(2, rules, seen);
        Blocks blocks = new Blocks(LINKAGE.records(), rules);
        assertThat(seen.get())
                .isEqualTo(IntStream.range(0, rules.size())
                        .mapToLong(blocks::pairs)
                        .sum());
    }

    @Test
    void theNumberOfThreadsChangesNothingNotEvenTheOrder() {
        Links one = scan(1, rules, new AtomicLong()).links();
        Links many = scan(4, rules, new AtomicLong()).links();
        assertThat(many.size()).isEqualTo(one.size());
        for (int l = 0; l < one.size(); l++) {
            assertThat(List.of(many.left(l), many.right(l), many.bits(l)))
                    .containsExactly(one.left(l), one.right(l), one.bits(l));
        }
    }

    @Test
    void everyComparedPairIsToldOnce() {
        Set<Long> told = ConcurrentHashMap.newKeySet();
        AtomicLong times = new AtomicLong();
        Scan scan = new Scan(
                LINKAGE.comparisons(),
                new Blocks(LINKAGE.records(), rules),
                LINKAGE.kinds(),
                new PairScorer(LINKAGE.model(), LINKAGE.termFrequencies()),
                LEAST_BITS,
                (left, right) -> {
                    told.add(PairSet.pair(left, right));
                    times.incrementAndGet();
                });
        scan.run(steps -> {});
        assertThat(told).isEqualTo(PairSet.ofRules(LINKAGE.records(), rules));
        assertThat(times.get()).isEqualTo(told.size());
    }

    @Test
    void withoutRulesNothingIsCompared() {
        Scan.Result result = scan(1, List.of(), new AtomicLong());
        assertThat(result.compared()).isZero();
        assertThat(result.links().size()).isZero();
    }

    @Test
    void linksGrowBeyondTheRoomTheyBeganWith() {
        Links links = new Links(0);
        for (int l = 0; l < 1_000; l++) {
            links.add(l + 1, l, l * .5);
        }
        assertThat(links.size()).isEqualTo(1_000);
        assertThat(links.left(999)).as("the record added first stands left").isEqualTo(999);
        assertThat(links.right(999)).isEqualTo(1_000);
        assertThat(links.bits(999)).isEqualTo(499.5);
    }
}
