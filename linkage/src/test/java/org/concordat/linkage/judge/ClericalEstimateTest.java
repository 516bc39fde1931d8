package org.concordat.linkage.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClericalEstimateTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final long SEED = 5_112_026L;

    private static LabelledPair labelled(int link, boolean match) {
        return new LabelledPair(2 * link + 1, 2 * link, match ? Label.MATCH : Label.NO_MATCH);
    }

    /** Links of these weights, the n-th between records 2 n and 2 n + 1. */
    private static Links links(int count, double bits, int more, double moreBits) {
        Links links = new Links(count + more);
        for (int l = 0; l < count + more; l++) {
            links.add(2 * l, 2 * l + 1, l < count ? bits : moreBits);
        }
        return links;
    }

    @Test
    void weighsEachBandByItsLinks() {
        // 100 links at 6 bits (.985), of which 4 of 5 labelled match; 50 at 0 bits (.5), of which 2 of 4 match.
        Links links = links(100, 6, 50, 0);
        List<LabelledPair> labels = new ArrayList<>();
        for (int l = 0; l < 5; l++) {
            labels.add(labelled(l, l != 2));
        }
        for (int l = 100; l < 104; l++) {
            labels.add(labelled(l, l % 2 == 0));
        }
        ClericalEstimate estimate = ClericalEstimate.of(links, labels, .95);
        assertThat(estimate.precision().estimate()).isEqualTo(.8, CLOSE);
        assertThat(estimate.recall().estimate()).isEqualTo(80 / 105., CLOSE);
        assertThat(estimate.labelled()).isEqualTo(9);
        ClericalEstimate lower = ClericalEstimate.of(links, labels, .3);
        assertThat(lower.precision().estimate()).isEqualTo(105 / 150., CLOSE);
        assertThat(lower.recall().estimate()).isEqualTo(1, CLOSE);
    }

    @Test
    void partsABandAtTheThreshold() {
        // Both weights, .88 and .94, lie in the band from .8 to .95.
        Links links = links(10, Math.log(.88 / .12) / Math.log(2), 10, Math.log(.94 / .06) / Math.log(2));
        List<LabelledPair> labels =
                List.of(labelled(0, false), labelled(1, true), labelled(10, true), labelled(11, true));
        ClericalEstimate estimate = ClericalEstimate.of(links, labels, .9);
        assertThat(estimate.precision().estimate()).isEqualTo(1, CLOSE);
        assertThat(estimate.recall().estimate()).isEqualTo(10 / 15., CLOSE);
        assertThat(estimate.bands().stream().map(ClericalEstimate.Band::from)).containsExactly(.8, .9);
        assertThat(estimate.bands().stream().map(ClericalEstimate.Band::to)).containsExactly(.9, .95);
    }

    @Test
    void isSureWhereEveryLinkIsLabelled() {
        Links links = links(4, 6, 2, 0);
        List<LabelledPair> labels = new ArrayList<>();
        for (int l = 0; l < 6; l++) {
            labels.add(labelled(l, l != 1));
        }
        ClericalEstimate estimate = ClericalEstimate.of(links, labels, .95);
        assertThat(estimate.precision()).isEqualTo(new Interval(.75, .75, .75));
        assertThat(estimate.recall().low()).isEqualTo(.6, CLOSE);
        assertThat(estimate.recall().high()).isEqualTo(.6, CLOSE);
    }

    @Test
    void inOneLargeBandTheIntervalIsWilsons() {
        // 65 of 100: .5525444 to .7363575.
        List<LabelledPair> labels = new ArrayList<>();
        for (int l = 0; l < 100; l++) {
            labels.add(labelled(l, l < 65));
        }
        Interval precision =
                ClericalEstimate.of(links(1_000_000, 6, 0, 0), labels, .95).precision();
        assertThat(precision.low()).isEqualTo(.5525444, within(1e-4));
        assertThat(precision.high()).isEqualTo(.7363575, within(1e-4));
    }

    @Test
    void inASmallBandTheIntervalIsNarrower() {
        List<LabelledPair> labels = new ArrayList<>();
        for (int l = 0; l < 100; l++) {
            labels.add(labelled(l, l < 65));
        }
        Interval precision =
                ClericalEstimate.of(links(150, 6, 0, 0), labels, .95).precision();
        // As telling as 100 * 149 / 50 = 298 labels among very many links.
        assertThat(precision.low()).isEqualTo(.59425, within(1e-4));
        assertThat(precision.high()).isEqualTo(.70193, within(1e-4));
    }

    @Test
    void aBandWithoutLabelsCountsAsTheLinkageThoughtAndCouldBeAnything() {
        ClericalEstimate estimate = ClericalEstimate.of(links(100, 6, 0, 0), List.of(), .95);
        assertThat(estimate.precision().estimate()).isEqualTo(64 / 65., within(1e-6));
        assertThat(estimate.precision().low()).isLessThan(.01);
        assertThat(estimate.labelled()).isZero();
    }

    @Test
    void unsureLabelsAndPairsThatAreNoLinksAreCountedApart() {
        List<LabelledPair> labels = List.of(
                labelled(0, true),
                new LabelledPair(2, 3, Label.UNSURE),
                new LabelledPair(0, 3, Label.MATCH),
                labelled(4000, true));
        ClericalEstimate estimate = ClericalEstimate.of(links(10, 6, 0, 0), labels, .95);
        assertThat(estimate.labelled()).isEqualTo(1);
        assertThat(estimate.unsure()).isEqualTo(1);
        assertThat(estimate.notLinked()).isEqualTo(2);
    }

    @Test
    void aPairLabelledTwiceAlikeCountsOnce() {
        List<LabelledPair> labels = List.of(labelled(0, true), new LabelledPair(0, 1, Label.MATCH));
        assertThat(ClericalEstimate.of(links(10, 6, 0, 0), labels, .95).labelled())
                .isEqualTo(1);
    }

    @Test
    void refusesAPairWithTwoDifferentLabels() {
        List<LabelledPair> labels = List.of(labelled(0, true), new LabelledPair(0, 1, Label.UNSURE));
        assertThatThrownBy(() -> ClericalEstimate.of(links(10, 6, 0, 0), labels, .95))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("labelled both match and unsure")
                .hasMessageEndingWith("(REVIEW-CONTRADICTS)");
    }

    /**
     * Many linkages, of which the truth is known, whose probabilities are right, too high or too low.
     *
     * @param shift bits by which the linkage's weights are too high
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, -1.5})
    void theIntervalsHoldTheTruthAboutAsOftenAsTheySay(double shift) {
        SplittableRandom random = new SplittableRandom(SEED);
        int rounds = 200;
        int precisionHeld = 0;
        int recallHeld = 0;
        double bias = 0;
        for (int round = 0; round < rounds; round++) {
            int n = 4000;
            Links links = new Links(n);
            boolean[] matches = new boolean[n];
            Quality quality = new Quality(0, 0, 0);
            for (int l = 0; l < n; l++) {
                double bits = random.nextInt(3) > 0 ? random.nextDouble(4, 18) : random.nextDouble(-6, 6);
                matches[l] = random.nextDouble() < PairScorer.probability(bits - shift);
                links.add(2 * l, 2 * l + 1, bits);
                boolean found = PairScorer.probability(links.bits(l)) >= .9;
                quality = new Quality(
                        quality.right() + (found && matches[l] ? 1 : 0),
                        quality.wrong() + (found && !matches[l] ? 1 : 0),
                        quality.missed() + (!found && matches[l] ? 1 : 0));
            }
            List<LabelledPair> labels = ClericalSample.draw(links, 200, random.nextLong()).stream()
                    .map(pair -> labelled(pair.left() / 2, matches[pair.left() / 2]))
                    .toList();
            ClericalEstimate estimate = ClericalEstimate.of(links, labels, .9);
            precisionHeld += holds(estimate.precision(), quality.precision()) ? 1 : 0;
            recallHeld += holds(estimate.recall(), quality.recall()) ? 1 : 0;
            bias += (estimate.precision().estimate() - quality.precision()) / rounds;
        }
        // Meant are 190 of 200. Over 1000 rounds precision was held 92 to 94 times in 100, recall 96 to 98.
        assertThat(precisionHeld).as("seed " + SEED).isGreaterThanOrEqualTo(174);
        assertThat(recallHeld).as("seed " + SEED).isGreaterThanOrEqualTo(174);
        assertThat(bias).as("seed " + SEED).isEqualTo(0, within(.01));
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @ParameterizedTest
    @CsvSource({"match,MATCH", "no match,NO_MATCH", "unsure,UNSURE", "' No Match ',NO_MATCH"})
    void labelsAreReadAsTheyStandInAFile(String words, Label label) {
        assertThat(Label.of(words)).isEqualTo(label);
        assertThat(Label.of(label.words())).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "no_match", "matchh"})
    void anyOtherLabelIsRefused(String words) {
        assertThatThrownBy(() -> Label.of(words)).hasMessageEndingWith("(REVIEW-LABEL-UNKNOWN)");
    }
}
