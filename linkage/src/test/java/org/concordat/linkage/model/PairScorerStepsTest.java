package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparison.Scope;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairScorerStepsTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final int[] NO_CELLS = {0};

    private static Comparison comparison(Attribute attribute, Scope scope, @Nullable Column terms) {
        return new Comparison(
                attribute.name(),
                attribute,
                List.of("the same", "different"),
                scope,
                terms,
                terms == null ? -1 : 0,
                1,
                () -> {
                    throw new UnsupportedOperationException("patterns are given");
                });
    }

    private static Dependence agreeing(double... ofFirstLevels) {
        double[][] distributions = new double[ofFirstLevels.length][];
        for (int c = 0; c < distributions.length; c++) {
            distributions[c] = new double[] {0, ofFirstLevels[c], 1 - ofFirstLevels[c]};
        }
        return Dependence.independent(distributions);
    }

    /** Given name and surname; a tenth of the pairs are one person, a fifth of one household. */
    private static PairScorer namesInHouseholds() {
        Dependence household = agreeing(.5, .95);
        double[][] relatedShare = new double[Relation.ALL.size()][1];
        relatedShare[Relation.ALL.indexOf(Relation.HOUSEHOLD)][0] = .2;
        return new PairScorer(
                new Model(
                        List.of(
                                comparison(Attribute.GIVEN_NAME, Scope.PERSON, null),
                                comparison(Attribute.SURNAME, Scope.HOUSEHOLD, null)),
                        agreeing(.8, .9),
                        Relation.ALL.stream().map(r -> household).toArray(Dependence[]::new),
                        agreeing(.1, .05),
                        new double[] {.1},
                        relatedShare,
                        new double[2][],
                        new Training.Convergence(true, 1, 0)),
                new TermFrequencies[2]);
    }

    private static double log2(double odds) {
        return Math.log(odds) / Math.log(2);
    }

    @Test
    void aStepIsTheChangeOfTheOddsAgainstStrangersAndHouseholdsTogether() {
        double[] steps = namesInHouseholds().steps(0x11, 0, NO_CELLS, 0, NO_CELLS, 0);
        // .1 against .9; then .1 * .8 against .9 * .1; then .08 * .9 against .2 * .1 * .95 + .7 * .1 * .05
        assertThat(steps[0]).isEqualTo(log2(.1 / .9), CLOSE);
        assertThat(steps[1]).isEqualTo(log2(.08 / .09) - log2(.1 / .9), CLOSE);
        assertThat(steps[3]).isEqualTo(log2(.072 / .0225) - log2(.08 / .09), CLOSE);
        assertThat(steps[2]).isZero();
        assertThat(steps[4]).isZero();
    }

    @Test
    void aMissingValueAddsNothing() {
        double[] steps = namesInHouseholds().steps(0x20, 0, NO_CELLS, 0, NO_CELLS, 0);
        assertThat(steps[1]).isZero();
        // .1 * .1 against .2 * .05 + .7 * .95
        assertThat(steps[3]).isEqualTo(log2(.01 / .675) - log2(.1 / .9), CLOSE);
    }

    @Test
    void theRarityOfTheValueIsAStepOfItsOwn() {
        Records.Builder builder = Records.of(List.of(Attribute.SURNAME)).source("a");
        for (int r = 0; r < 10; r++) {
            builder.add("" + r, new String[] {r < 8 ? "common" : "rare"});
        }
        Column column = Objects.requireNonNull(builder.build().column(Attribute.SURNAME));
        TermFrequencies terms = TermFrequencies.of(column, 1, null);
        // Of 10 records 7 others are common and 1 is rare: the mean rarity is (.7 + .1) / (.49 + .01) = 1.6.
        double[] none = {0};
        PairScorer scorer = new PairScorer(
                new Model(
                        List.of(comparison(Attribute.SURNAME, Scope.PERSON, column)),
                        agreeing(.9),
                        Relation.ALL.stream().map(r -> agreeing(.5)).toArray(Dependence[]::new),
                        agreeing(.5),
                        new double[] {.5},
                        Relation.ALL.stream().map(r -> none).toArray(double[][]::new),
                        new double[][] {{0, terms.meanRarityOfEqual(), 0}},
                        new Training.Convergence(true, 1, 0)),
                new TermFrequencies[] {terms});
        int[] rare = {2};
        assertThat(terms.meanRarityOfEqual()).isEqualTo(1.6, CLOSE);
        assertThat(scorer.steps(1, 0, rare, 0, rare, 0))
                .containsExactly(new double[] {0, log2(.9 / .5), log2(10 / 1.6)}, CLOSE);
        int[] common = {1};
        assertThat(scorer.steps(1, 0, common, 0, common, 0))
                .containsExactly(new double[] {0, log2(.9 / .5), log2(1 / .7 / 1.6)}, CLOSE);
        // The sum is what scoring says, and difference has no rarity.
        assertThat(Arrays.stream(scorer.steps(1, 0, rare, 0, rare, 0)).sum())
                .isEqualTo(scorer.bits(1, 0, rare, 0, rare, 0), CLOSE);
        assertThat(scorer.steps(2, 0, rare, 0, common, 0)[2]).isZero();
    }
}
