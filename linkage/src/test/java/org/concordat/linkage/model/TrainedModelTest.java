package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.blocking.BlockingKeys;
import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.RuleWords;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class TrainedModelTest {
    private static final double[] PAIRS_OF_KIND = {300, 900, 100};

    /** Two sources whose pairs have the priors .1 within the first, .3 across, .2 within the second. */
    private static TrainedModel model(Records records) {
        Comparisons comparisons = Comparisons.of(records);
        List<Comparison> all = comparisons.all();
        int n = all.size();
        double[][] distributions = new double[n][];
        double[][] rarity = new double[n][];
        for (int c = 0; c < n; c++) {
            int levels = all.get(c).levelCount();
            distributions[c] = new double[levels + 1];
            rarity[c] = new double[levels + 1];
            for (int l = 1; l <= levels; l++) {
                distributions[c][l] = 2.0 * l / (levels * (levels + 1.0));
            }
        }
        Dependence dependence = Dependence.independent(distributions);
        double[] none = {0, 0, 0};
        Model model = new Model(
                all,
                dependence,
                Relation.ALL.stream().map(r -> dependence).toArray(Dependence[]::new),
                dependence,
                new double[] {.1, .3, .2},
                Relation.ALL.stream().map(r -> none).toArray(double[][]::new),
                rarity,
                new Training.Convergence(true, 3, 1e-5));
        BlockingPlan plan =
                RuleWords.plan(List.of(new RuleWords(List.of("surname"), 50)), .9, BlockingKeys.of(records));
        return TrainedModel.of(model, PairKinds.of(records), PAIRS_OF_KIND, plan, 1, 1.5);
    }

    private static Records records(List<Attribute> columns, String... sources) {
        Records.Builder builder = Records.of(columns);
        for (String source : sources) {
            builder.source(source);
            for (int r = 0; r < 3; r++) {
                String[] values = new String[columns.size()];
                for (int c = 0; c < values.length; c++) {
                    values[c] = columns.get(c) == Attribute.DATE_OF_BIRTH ? "1970-01-0" + (r + 1) : "value" + r;
                }
                builder.add("" + r, values);
            }
        }
        return builder.build();
    }

    private static final List<Attribute> NAMES = List.of(Attribute.GIVEN_NAME, Attribute.SURNAME);

    private static Model fitted(Records others) {
        return model(records(NAMES, "a", "b")).fitting(Comparisons.of(others).all(), PairKinds.of(others));
    }

    @Test
    void keepsThePriorOfEachKindForTheSameSources() {
        Model model = fitted(records(NAMES, "a", "b"));
        assertThat(List.of(model.prior(0), model.prior(1), model.prior(2))).containsExactly(.1, .3, .2);
    }

    @Test
    void knowsTheSameSourcesInAnotherOrder() {
        Model model = fitted(records(NAMES, "b", "a"));
        assertThat(List.of(model.prior(0), model.prior(1), model.prior(2))).containsExactly(.2, .3, .1);
    }

    @Test
    void takesTheMeanPriorOfPairsWithinAndAcrossForOtherSources() {
        Model model = fitted(records(NAMES, "a", "c", "d"));
        PairKinds kinds = PairKinds.of(records(NAMES, "a", "c", "d"));
        // (300 * .1 + 100 * .2) / 400
        assertThat(model.prior(kinds.ofSources(0, 0))).isEqualTo(.125, within(1e-12));
        assertThat(model.prior(kinds.ofSources(2, 2))).isEqualTo(.125, within(1e-12));
        assertThat(model.prior(kinds.ofSources(0, 2))).isEqualTo(.3, within(1e-12));
    }

    @Test
    void tellsWithinFromAcrossWithManySources() {
        Records many = records(NAMES, "a", "b", "c", "d", "e", "f", "g");
        Model model = fitted(many);
        PairKinds kinds = PairKinds.of(many);
        assertThat(model.prior(kinds.ofSources(6, 6))).isEqualTo(.125, within(1e-12));
        assertThat(model.prior(kinds.ofSources(5, 6))).isEqualTo(.3, within(1e-12));
    }

    @Test
    void refusesRecordsWithoutAComparedColumnAndNamesIt() {
        assertThatThrownBy(() -> fitted(records(List.of(Attribute.GIVEN_NAME), "a", "b")))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("compares surname, which these records lack")
                .hasMessageNotContaining("does not know")
                .hasMessageEndingWith("(MODEL-OTHER-COLUMNS)");
    }

    @Test
    void refusesRecordsWithAnotherColumnAndNamesIt() {
        assertThatThrownBy(() -> fitted(
                        records(List.of(Attribute.GIVEN_NAME, Attribute.SURNAME, Attribute.DATE_OF_BIRTH), "a", "b")))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("does not know date of birth, which these records have")
                .hasMessageEndingWith("(MODEL-OTHER-COLUMNS)");
    }

    @Test
    void refusesOtherLevelsOfTheSameComparison() {
        Records records = records(NAMES, "a", "b");
        List<Comparison> others = Comparisons.of(records).all().stream()
                .map(c -> new Comparison(
                        c.name(),
                        c.attribute(),
                        c.levels().subList(0, 2),
                        c.scope(),
                        c.terms(),
                        c.termSlot(),
                        1,
                        c.comparers()))
                .toList();
        assertThatThrownBy(() -> model(records).fitting(others, PairKinds.of(records)))
                .hasMessageContaining("given name by other levels")
                .hasMessageEndingWith("(MODEL-OTHER-COLUMNS)");
    }

    @Test
    void refusesABlockingKeyThatTheRecordsDoNotOffer() {
        assertThatThrownBy(() -> model(records(NAMES, "a", "b"))
                        .plan(BlockingKeys.of(records(List.of(Attribute.DATE_OF_BIRTH), "a"))))
                .hasMessageContaining("needs the key 'surname'")
                .hasMessageEndingWith("(MODEL-OTHER-COLUMNS)");
    }

    @Test
    void findsAComparisonByNameNotByPlace() {
        Dependence first = new Dependence(new int[] {-1, 0}, new double[][][] {
            {{0, .7, .3}}, {{0, .6, .4}, {0, .9, .1}, {0, .2, .8}}
        });
        Dependence turned = first.inOrder(new int[] {1, 0});
        long pattern = 0x21;
        long patternTurned = 0x12;
        assertThat(PairComparer.level(pattern, 1)).isEqualTo(PairComparer.level(patternTurned, 0));
        assertThat(Math.exp(first.log(pattern))).isEqualTo(.7 * .1, within(1e-12));
        assertThat(Math.exp(turned.log(patternTurned))).isEqualTo(.7 * .1, within(1e-12));
    }
}
