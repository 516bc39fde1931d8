package org.concordat.linkage.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;

/**
 * The weight of a pair of records taken apart: what was likely beforehand, and what each comparison changed.
 *
 * <p>Weights are bits, logarithms to base 2 of the odds that the two records are one person: 1 bit more doubles the
 * odds, and 0 bits are odds of one to one. The steps add up to the pair's weight. A pair that is not one person may be
 * strangers or, say, of one household, so what a comparison changes depends a little on those before it: where a
 * surname already made a household likely, a shared address says less.
 *
 * @param left the number of one record
 * @param right the number of the other
 * @param steps the prior first, then every comparison, missing ones too, in the model's order
 */
public record Waterfall(int left, int right, List<Step> steps) {
    /** What a step is about. */
    public enum Part {
        /** How likely such pairs are to be one person before anything is compared. */
        PRIOR,
        /** How far two values agree. */
        AGREEMENT,
        /** How rare the values are that agree: sharing a rare surname says more than sharing a common one. */
        RARITY,
        /** How well the pair's other records, those put together as the same persons, agree with it. */
        OTHER_RECORDS
    }

    /**
     * One step.
     *
     * @param name the comparison's name; for the other parts what they are, in plain words
     * @param words the level of agreement in words, or what else the step goes by
     * @param bits what the step adds, below 0 where it speaks against
     */
    public record Step(Part part, String name, String words, double bits) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s (%s) %+.2f", name, words, bits);
        }
    }

    /** What a comparison says that lacks a value on either side. */
    public static final String MISSING = "missing in one record or both";

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** Takes the weight of any pair of records apart, whether they were candidates or not. */
    public static Waterfall of(Comparisons comparisons, PairKinds kinds, PairScorer scorer, int left, int right) {
        Rows rows = comparisons.rows();
        int width = rows.width();
        int[] cells = new int[2 * width];
        rows.copyRow(left, cells, 0);
        rows.copyRow(right, cells, width);
        long pattern = new PairComparer(comparisons).pattern(cells, 0, cells, width);
        int kind = kinds.of(left, right);
        double[] bits = scorer.steps(pattern, kind, cells, 0, cells, width);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Part.PRIOR, "before anything is compared", "pairs " + kinds.name(kind), bits[0]));
        List<Comparison> all = comparisons.all();
        for (int c = 0; c < all.size(); c++) {
            Comparison comparison = all.get(c);
            int level = PairComparer.level(pattern, c);
            String words = level == 0 ? MISSING : comparison.levels().get(level - 1);
            steps.add(new Step(Part.AGREEMENT, comparison.name(), words, bits[1 + 2 * c]));
            double rarity = bits[2 + 2 * c];
            if (rarity != 0) {
                steps.add(new Step(
                        Part.RARITY,
                        comparison.name(),
                        rarity > 0 ? "values rarer than most that agree" : "values more common than most that agree",
                        rarity));
            }
        }
        return new Waterfall(left, right, steps);
    }

    /** The same with one step more at its end. */
    public Waterfall with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Waterfall(left, right, more);
    }

    /** The weight in bits: the sum of the steps. */
    public double bits() {
        return steps.stream().mapToDouble(Step::bits).sum();
    }

    /** The probability that belongs to the weight. */
    public double probability() {
        return PairScorer.probability(bits());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Waterfall[%.2f bits: %s]", bits(), steps);
    }
}
