package org.concordat.linkage.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.Linker;
import org.concordat.linkage.MadeUpPeople;
import org.concordat.linkage.judge.TruthScore.Point;
import org.concordat.linkage.judge.TruthScore.Tenth;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

class TruthScoreTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final long SEED = 20_260_712L;

    /** Records 0 to 2 are one person, 3 and 4, 5 alone, 6 and 7: five true pairs. */
    private static final int[] TRUTH = {0, 0, 0, 1, 1, 2, 3, 3};

    private static final int[] PERSONS = {0, 0, 0, 3, 3, 3, 6, 7};

    private static Links links() {
        Links links = new Links(6);
        links.add(0, 1, 10);
        links.add(0, 2, 4.5);
        links.add(3, 4, 2);
        links.add(5, 6, 2);
        links.add(1, 2, -1);
        links.add(6, 7, -5);
        return links;
    }

    private static TruthScore score() {
        return TruthScore.of(TRUTH, links(), r -> PERSONS[r]);
    }

    @Test
    void countsLinksAtEachProbability() {
        assertThat(score().truePairs()).isEqualTo(5);
        assertThat(score().at().stream().map(Point::quality))
                .containsExactly(new Quality(3, 1, 2), new Quality(2, 0, 3), new Quality(1, 0, 4));
        assertThat(score().at().stream().map(Point::probability)).containsExactly(.5, .95, .99);
        assertThat(score().at().getFirst().quality().f1()).isEqualTo(.666667, CLOSE);
    }

    @Test
    void findsTheBestThreshold() {
        Point best = Objects.requireNonNull(score().best());
        assertThat(best.quality()).isEqualTo(new Quality(5, 1, 0));
        assertThat(best.quality().f1()).isEqualTo(.909091, CLOSE);
        assertThat(best.bits()).isEqualTo(-5, CLOSE);
        assertThat(best.probability()).isEqualTo(1 / 33., CLOSE);
    }

    @Test
    void takesLinksOfEqualWeightTogether() {
        assertThat(score().curve().stream().map(Point::quality))
                .containsExactly(
                        new Quality(1, 0, 4),
                        new Quality(2, 0, 3),
                        new Quality(3, 1, 2),
                        new Quality(4, 1, 1),
                        new Quality(5, 1, 0));
    }

    @Test
    void setsProbabilitiesAgainstWhatIsTrueTenthByTenth() {
        List<Tenth> tenths = score().tenths();
        assertThat(tenths.stream().map(Tenth::from)).containsExactly(0., .3, .8, .9);
        assertThat(tenths.stream().map(Tenth::pairs)).containsExactly(1, 1, 2, 2);
        assertThat(tenths.stream().map(Tenth::observed)).containsExactly(1., 1., .5, 1.);
        assertThat(tenths.get(3).meanProbability()).isEqualTo((1024 / 1025. + 1 / (1 + Math.pow(2, -4.5))) / 2, CLOSE);
    }

    @Test
    void countsThePairsWithinThePersonsThatWereMade() {
        assertThat(score().persons()).isEqualTo(new Quality(4, 2, 1));
    }

    @Test
    void withoutLinksThereIsNoThreshold() {
        TruthScore none = TruthScore.of(TRUTH, new Links(0), r -> r);
        assertThat(none.best()).isNull();
        assertThat(none.curve()).isEmpty();
        assertThat(none.tenths()).isEmpty();
        assertThat(none.persons()).isEqualTo(new Quality(0, 0, 5));
        assertThat(none.persons().precision()).isEqualTo(1);
        assertThat(none.persons().f1()).isZero();
    }

    @Test
    void leavesRecordsOfUnknownTruthOut() {
        int[] truth = TRUTH.clone();
        truth[2] = -1;
        truth[5] = -1;
        TruthScore score = TruthScore.of(truth, links(), r -> PERSONS[r]);
        assertThat(score.truePairs()).isEqualTo(3);
        assertThat(score.at().getFirst().quality()).isEqualTo(new Quality(2, 0, 1));
        assertThat(score.persons()).isEqualTo(new Quality(2, 0, 1));
    }

    @Test
    void saysWhichShareOfTruePairsBlockingLetThrough() {
        assertThat(TruePairs.share(TRUTH, (a, b) -> a == 0)).isEqualTo(.4, CLOSE);
        assertThat(TruePairs.share(new int[] {0, 1, -1, -1}, (a, b) -> false)).isEqualTo(1);
    }

    @Test
    void equalsCountingPairByPair() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 60; round++) {
            int n = 2 + random.nextInt(40);
            int[] truth = random.ints(n, -1, 1 + n / 3).toArray();
            int[] persons = random.ints(n, 0, 1 + n / 3).toArray();
            Links links = new Links(0);
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    if (random.nextInt(3) == 0) {
                        links.add(a, b, random.nextInt(-12, 20) / 2.0);
                    }
                }
            }
            String repeat = "round " + round + " with seed " + SEED;
            TruthScore score = TruthScore.of(truth, links, r -> persons[r]);
            long all = 0;
            long together = 0;
            long right = 0;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    boolean known = truth[a] >= 0 && truth[b] >= 0;
                    all += known && truth[a] == truth[b] ? 1 : 0;
                    together += known && persons[a] == persons[b] ? 1 : 0;
                    right += known && truth[a] == truth[b] && persons[a] == persons[b] ? 1 : 0;
                }
            }
            assertThat(score.truePairs()).as(repeat).isEqualTo(all);
            assertThat(score.persons()).as(repeat).isEqualTo(new Quality(right, together - right, all - right));
            List<Quality> qualities = new ArrayList<>();
            for (double least = 10; least >= -6; least -= .5) {
                Quality quality = counted(truth, links, least, all);
                if (quality.right() + quality.wrong() > 0
                        && (qualities.isEmpty() || !qualities.getLast().equals(quality))) {
                    qualities.add(quality);
                }
            }
            assertThat(score.curve().stream().map(Point::quality)).as(repeat).isEqualTo(qualities);
            double best = qualities.stream().mapToDouble(Quality::f1).max().orElse(0);
            assertThat(score.best() == null ? 0 : score.best().quality().f1())
                    .as(repeat)
                    .isEqualTo(best);
            assertThat(score.at().getFirst().quality()).as(repeat).isEqualTo(counted(truth, links, 0, all));
        }
    }

    private static Quality counted(int[] truth, Links links, double least, long truePairs) {
        int right = 0;
        int wrong = 0;
        for (int l = 0; l < links.size(); l++) {
            int left = truth[links.left(l)];
            int other = truth[links.right(l)];
            if (links.bits(l) >= least && left >= 0 && other >= 0) {
                right += left == other ? 1 : 0;
                wrong += left == other ? 0 : 1;
            }
        }
        return new Quality(right, wrong, truePairs - right);
    }

    @Test
    void thinsTheCurveButKeepsItsBestAndLastPoint() {
        SplittableRandom random = new SplittableRandom(SEED);
        int n = 5000;
        int[] truth = new int[2 * n];
        Links links = new Links(n);
        for (int l = 0; l < n; l++) {
            double bits = random.nextDouble(-6, 20);
            truth[2 * l] = 2 * l;
            truth[2 * l + 1] = random.nextDouble() < PairScorer.probability(bits) ? 2 * l : 2 * l + 1;
            links.add(2 * l, 2 * l + 1, bits);
        }
        TruthScore score = TruthScore.of(truth, links, r -> r);
        assertThat(score.curve().size()).isBetween(190, TruthScore.MOST_POINTS + 3);
        assertThat(score.curve()).contains(Objects.requireNonNull(score.best()));
        Quality last = score.curve().getLast().quality();
        assertThat(last.right() + last.wrong()).isEqualTo(n);
        for (Tenth tenth : score.tenths()) {
            assertThat(tenth.observed()).isEqualTo(tenth.meanProbability(), within(.15));
        }
    }

    @Test
    void judgesALinkageOfMadeUpPeople() {
        MadeUpPeople people = new MadeUpPeople(400, MadeUpPeople.SEED);
        Linkage linkage = new Linker(MadeUpPeople.settings(), LinkageProgress.silent()).link(people.records);
        TruthScore score = TruthScore.of(people.truth, linkage);
        assertThat(Objects.requireNonNull(score.best()).quality().f1()).isGreaterThan(.85);
        assertThat(TruePairs.share(people.truth, linkage::isCandidate)).isGreaterThan(.95);
    }
}
