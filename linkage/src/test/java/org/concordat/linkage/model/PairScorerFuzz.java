package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.LinkageSettings;
import org.concordat.linkage.Linker;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The scorer against the mixture of classes worked out with plain probabilities, one class after another. */
class PairScorerFuzz {
    private static final int PATTERNS = Math.min(1_000_000, Integer.getInteger("concordat.fuzz.pairs", 200_000) / 10);

    private static final SmallTown TOWN = SmallTown.twoFiles(450, SmallTown.SEED);
    private static final Linkage LINKAGE =
            new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(TOWN.records());

    private final Model model = LINKAGE.model();
    private final List<Comparison> comparisons = model.comparisons();
    private final Rows rows = LINKAGE.comparisons().rows();
    private final SplittableRandom random = new SplittableRandom(SmallTown.SEED);

    private long randomPattern() {
        long pattern = 0;
        for (int c = 0; c < comparisons.size(); c++) {
            long level = random.nextInt(comparisons.get(c).levelCount() + 1);
            pattern |= level << (4 * c);
        }
        return pattern;
    }

    private static double probability(Dependence dependence, int comparison, long pattern) {
        int parent = dependence.parent(comparison);
        int given = parent < 0 ? 0 : PairScorer.level(pattern, parent);
        return dependence.table(comparison)[given][PairScorer.level(pattern, comparison)];
    }

    /** How much less or more likely strangers are to agree on just these values. */
    private double term(@Nullable TermFrequencies[] terms, int comparison, long pattern, int[] left, int[] right) {
        TermFrequencies frequencies = terms[comparison];
        int level = PairScorer.level(pattern, comparison);
        Comparison compared = comparisons.get(comparison);
        double mean = model.meanRarity[comparison][level];
        if (frequencies == null || level > compared.similarLevels() || mean <= 0) {
            return 1;
        }
        return mean / frequencies.rarity(left[compared.termSlot()], right[compared.termSlot()]);
    }

    private double plainBits(@Nullable TermFrequencies[] terms, long pattern, int kind, int[] left, int[] right) {
        int relations = model.related.length;
        double person = model.prior(kind);
        double stranger = model.strangerShare(kind);
        double[] related = new double[relations];
        for (int r = 0; r < relations; r++) {
            related[r] = model.relatedShare[r][kind];
        }
        for (int c = 0; c < comparisons.size(); c++) {
            if (PairScorer.level(pattern, c) == 0) {
                continue;
            }
            double chance = probability(model.strangers, c, pattern) * term(terms, c, pattern, left, right);
            person *= probability(model.persons, c, pattern);
            stranger *= chance;
            for (int r = 0; r < relations; r++) {
                related[r] *= model.shares(r, c) ? probability(model.related[r], c, pattern) : chance;
            }
        }
        return Math.log(person / (stranger + Arrays.stream(related).sum())) / Math.log(2);
    }

    private void compare(@Nullable TermFrequencies[] terms, double tolerance) {
        PairScorer scorer = new PairScorer(model, terms);
        int[] left = new int[rows.width()];
        int[] right = new int[rows.width()];
        for (int i = 0; i < PATTERNS; i++) {
            int one = random.nextInt(rows.size());
            int other = random.nextInt(rows.size());
            rows.copyRow(one, left, 0);
            rows.copyRow(other, right, 0);
            long pattern = randomPattern();
            for (int c = 0; c < comparisons.size(); c++) {
                // A level needs values on both sides; the rarity of a missing one is never asked for.
                int slot = comparisons.get(c).termSlot();
                if (slot >= 0 && (left[slot] == 0 || right[slot] == 0)) {
                    pattern &= ~(15L << (4 * c));
                }
            }
            int kind = random.nextInt(LINKAGE.kinds().count());
            double bits = scorer.bits(pattern, kind, left, 0, right, 0);
            double plain = plainBits(terms, pattern, kind, left, right);
            if (!(Math.abs(bits - plain) <= tolerance)) {
                assertThat(bits)
                        .as(
                                "pattern %x of kind %d, records %d and %d of %s",
                                pattern, kind, one, other, TOWN.seedNote())
                        .isCloseTo(plain, within(tolerance));
            }
        }
    }

    @Test
    void equalsThePlainMixtureOfClasses() {
        compare(new TermFrequencies[comparisons.size()], 1e-9);
    }

    @Test
    void equalsThePlainMixtureWithTermFrequencies() {
        // Rarities are kept in single precision.
        compare(LINKAGE.termFrequencies(), 1e-5);
    }

    @Test
    void thePatternsProbabilityIsThatOfItsBits() {
        PairScorer scorer = new PairScorer(model, new TermFrequencies[comparisons.size()]);
        int[] nothing = new int[rows.width()];
        for (int i = 0; i < 5_000; i++) {
            long pattern = randomPattern();
            double bits = scorer.bits(pattern, 0, nothing, 0, nothing, 0);
            assertThat(model.probability(pattern, 0))
                    .as("pattern %x of %s", pattern, TOWN.seedNote())
                    .isCloseTo(PairScorer.probability(bits), within(1e-9));
        }
    }

    @Test
    void stoppingEarlyNeverChangesWhichPairsAreKept() {
        PairScorer scorer = new PairScorer(model, LINKAGE.termFrequencies());
        int width = rows.width();
        int[] cells = new int[2 * width];
        int kept = 0;
        for (int i = 0; i < PATTERNS; i++) {
            rows.copyRow(random.nextInt(rows.size()), cells, 0);
            rows.copyRow(random.nextInt(rows.size()), cells, width);
            long pattern = randomPattern();
            double least = random.nextDouble(-20, 5);
            double whole = scorer.bits(pattern, 1, cells, 0, cells, width);
            double early = scorer.bits(pattern, 1, cells, 0, cells, width, least);
            kept += whole >= least ? 1 : 0;
            if (early >= least != whole >= least || whole >= least && early != whole) {
                assertThat(early)
                        .as("pattern %x, least %f, %s", pattern, least, TOWN.seedNote())
                        .isEqualTo(whole);
            }
        }
        assertThat(kept).isBetween(PATTERNS / 1_000, PATTERNS - 1);
    }

    @Test
    void moreAgreementIsNeverLessEvidenceAndNothingKnownLeavesThePrior() {
        PairScorer scorer = new PairScorer(model, new TermFrequencies[comparisons.size()]);
        int[] nothing = new int[rows.width()];
        for (int kind = 0; kind < LINKAGE.kinds().count(); kind++) {
            double prior = model.prior(kind);
            assertThat(scorer.bits(0, kind, nothing, 0, nothing, 0))
                    .isCloseTo(Math.log(prior / (1 - prior)) / Math.log(2), within(1e-9));
        }
        for (int c = 0; c < comparisons.size(); c++) {
            int last = comparisons.get(c).levelCount();
            double same = scorer.bits(1L << (4 * c), 0, nothing, 0, nothing, 0);
            double different = scorer.bits((long) last << (4 * c), 0, nothing, 0, nothing, 0);
            assertThat(same).as(comparisons.get(c).name()).isGreaterThan(different);
        }
    }
}
