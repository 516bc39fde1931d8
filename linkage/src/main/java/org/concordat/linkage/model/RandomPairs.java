package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of records drawn at random: how often strangers agree by chance, and on how rare values.
 *
 * <p>Drawn in a fixed number of parts with a seed each, so that the sample does not depend on the number of threads.
 */
public final class RandomPairs {
    private static final int PARTS = 64;
    /** Pairs that share a left record: its text is prepared once. */
    private static final int RIGHTS_A_LEFT = 16;
    /** Similar values remembered for each comparison and level in each part. */
    private static final int MOST_EXAMPLES = 500;

    private final PatternCounts patterns = new PatternCounts();
    private final List<Part> parts;
    private final int comparisons;

    private RandomPairs(List<Part> parts, int comparisons) {
        this.parts = parts;
        this.comparisons = comparisons;
        for (Part part : parts) {
            patterns.addAll(part.patterns);
        }
    }

    /** Draws about this many pairs. */
    public static RandomPairs draw(Comparisons comparisons, PairKinds kinds, int pairs, SplittableRandom random) {
        SplittableRandom[] seeds = new SplittableRandom[PARTS];
        for (int p = 0; p < PARTS; p++) {
            seeds[p] = random.split();
        }
        List<Part> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(p -> Part.draw(comparisons, kinds, pairs / PARTS, seeds[p]))
                .toList();
        return new RandomPairs(parts, comparisons.all().size());
    }

    /** How often each pattern was met. */
    public PatternCounts patterns() {
        return patterns;
    }

    /** For each comparison and level of similar values their mean rarity; 0 where none were met. */
    double[][] meanRarities(List<Comparison> all, @Nullable TermFrequencies[] terms) {
        double[][] means = new double[comparisons][];
        for (int c = 0; c < comparisons; c++) {
            Comparison comparison = all.get(c);
            means[c] = new double[comparison.levelCount() + 1];
            TermFrequencies frequencies = terms[c];
            if (frequencies == null) {
                continue;
            }
            means[c][1] = frequencies.meanRarityOfEqual();
            for (int level = 2; level <= comparison.similarLevels(); level++) {
                double sum = 0;
                int count = 0;
                for (Part part : parts) {
                    List<int[]> examples = part.examples(c, level);
                    for (int[] codes : examples) {
                        sum += frequencies.rarity(codes[0], codes[1]);
                        count++;
                    }
                }
                means[c][level] = count == 0 ? 0 : sum / count;
            }
        }
        return means;
    }

    private static final class Part {
        private final PatternCounts patterns = new PatternCounts();
        private final List<List<List<int[]>>> examples = new ArrayList<>();

        private Part(List<Comparison> all) {
            for (Comparison comparison : all) {
                List<List<int[]>> levels = new ArrayList<>();
                for (int l = 0; l <= comparison.similarLevels(); l++) {
                    levels.add(new ArrayList<>());
                }
                examples.add(levels);
            }
        }

        List<int[]> examples(int comparison, int level) {
            return examples.get(comparison).get(level);
        }

        static Part draw(Comparisons comparisons, PairKinds kinds, int pairs, SplittableRandom random) {
            List<Comparison> all = comparisons.all();
            Part part = new Part(all);
            Records records = comparisons.records();
            Rows rows = comparisons.rows();
            PairComparer comparer = new PairComparer(comparisons);
            int n = records.size();
            if (n < 2) {
                return part;
            }
            for (int drawn = 0; drawn < pairs; ) {
                int left = random.nextInt(n);
                for (int r = 0; r < RIGHTS_A_LEFT; r++) {
                    int right = random.nextInt(n - 1);
                    right += right >= left ? 1 : 0;
                    long pattern = comparer.pattern(rows, left, right);
                    part.patterns.add(Training.ofKind(pattern, kinds.of(left, right)), 1);
                    part.remember(all, rows, pattern, left, right);
                    drawn++;
                }
            }
            return part;
        }

        private void remember(List<Comparison> all, Rows rows, long pattern, int left, int right) {
            for (int c = 0; c < all.size(); c++) {
                int level = PairComparer.level(pattern, c);
                Comparison comparison = all.get(c);
                if (level >= 2 && level <= comparison.similarLevels() && comparison.termSlot() >= 0) {
                    List<int[]> known = examples(c, level);
                    if (known.size() < MOST_EXAMPLES) {
                        known.add(new int[] {
                            rows.cell(left, comparison.termSlot()), rows.cell(right, comparison.termSlot())
                        });
                    }
                }
            }
        }
    }
}
