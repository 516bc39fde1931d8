package org.concordat.linkage.explain;

import java.util.ArrayList;
import java.util.List;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.model.Model;

/**
 * What the levels of one comparison are worth, for a report.
 *
 * <p>These are the weights of the comparison alone. In a pair, what it adds also depends on the comparison it goes
 * with, on how rare the values are, and on whether the two may be of one household: see {@link Waterfall}.
 *
 * @param comparison its name
 * @param levels from strongest to weakest
 */
public record LevelWeights(String comparison, List<Level> levels) {
    /**
     * One level.
     *
     * @param words what it means
     * @param m its probability among pairs of one person, from 0 to 1
     * @param u its probability among pairs of strangers, from 0 to 1
     */
    public record Level(String words, double m, double u) {
        /** The weight in bits: the logarithm to base 2 of how much likelier the level is for one person. */
        public double bits() {
            return Math.log(m / u) / Math.log(2);
        }
    }

    public LevelWeights {
        levels = List.copyOf(levels);
    }

    /** Those of every comparison, in the model's order. */
    public static List<LevelWeights> of(Model model) {
        List<LevelWeights> weights = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            List<Level> levels = new ArrayList<>();
            for (int l = 1; l <= comparison.levelCount(); l++) {
                levels.add(new Level(comparison.levels().get(l - 1), model.m(c, l), model.u(c, l)));
            }
            weights.add(new LevelWeights(comparison.name(), levels));
        }
        return List.copyOf(weights);
    }
}
