package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.concordat.measures.evaluation.Matches.Pair;
import org.junit.jupiter.api.Test;

final class MatcherTest {

    /** 185 pairs whose scores differ by 39.69512 in all: MatchIt 4.5.1, method "nearest". */
    @Test
    void findsEveryPairThatMatchItFindsWhenItChoosesAsMatchItDoes() {
        Lalonde lalonde = Lalonde.read();
        Matches matches = lalonde.matched(MatchSettings.nearest().with(Choice.NEAREST_BELOW));
        assertThat(matches.pairs()).hasSize(185);
        assertThat(matches.totalDistance()).isCloseTo(39.69512, within(1e-5));
        int[] partners = new int[185];
        for (int[] pair : lalonde.publishedPairs()) {
            partners[pair[0]] = pair[1] - 185;
        }
        assertThat(matches.partners()).containsOnly(1);
        matches.pairs().forEach(pair -> assertThat(pair.partner()).isEqualTo(partners[pair.treated()]));
    }

    /** Six of MatchIt 4.5.1's pairs pass over somebody nearer who is free until the end; so ours are nearer in all. */
    @Test
    void takesTheNearestOnEitherSideAndComesNearerThanMatchIt() {
        Matches matches = Lalonde.read().matched(MatchSettings.nearest());
        assertThat(matches.pairs()).hasSize(185);
        assertThat(matches.totalDistance()).isCloseTo(39.692798721, within(1e-8));
    }

    /** With replacement the nearest of all come to .5443949817; MatchIt 4.5.1, which looks below first, to 1.05807612347. */
    @Test
    void comesNearerThanMatchItWithReplacement() {
        Lalonde lalonde = Lalonde.read();
        Matches matches = lalonde.matched(MatchSettings.nearest().withReplacement());
        double[] pool = lalonde.of(false, lalonde.publishedScores());
        double nearest = 0;
        for (double score : lalonde.of(true, lalonde.publishedScores())) {
            double least = Double.POSITIVE_INFINITY;
            for (double other : pool) {
                least = Math.min(least, Math.abs(score - other));
            }
            nearest += least;
        }
        assertThat(matches.totalDistance()).isCloseTo(nearest, within(1e-12)).isLessThan(1.05807612347);
        assertThat(matches.reused()).isTrue();
    }

    /** MatchIt 4.5.1, caliper of .2 standard deviations of everyone's score: .058062674408. */
    @Test
    void measuresTheCaliperInStandardDeviationsOfEveryone() {
        Matches matches = Lalonde.read().matched(MatchSettings.nearest().within(.2));
        assertThat(matches.caliperWidth().orElseThrow()).isCloseTo(.058062674408, within(1e-11));
        assertThat(matches.pairs()).allMatch(pair -> pair.distance() <= .058062674408);
        assertThat(matches.matchedTreated()).isBetween(100, 130);
    }

    @Test
    void letsThoseWithTheLargestScoreChooseFirst() {
        Matches matches = match(MatchSettings.nearest(), new double[] {.5, .6}, new double[] {.58, .1});
        assertThat(matches.pairs()).extracting(Pair::partner).containsExactly(1, 0);
    }

    @Test
    void tellsHowManyOthersWereEquallyNear() {
        Matches matches =
                match(MatchSettings.nearest(), new double[] {.5, .125}, new double[] {.25, .75, .25, .125, 1});
        assertThat(matches.pairs()).containsExactly(new Pair(0, 0, .25, 2), new Pair(1, 3, 0, 0));
        assertThat(matches.ties()).isEqualTo(1);
    }

    @Test
    void leavesOutWhomNobodyIsNearEnough() {
        Matches matches = match(MatchSettings.nearest().within(.1), new double[] {0, 10}, new double[] {.1, 5, 20});
        assertThat(matches.partners()).containsExactly(1, 0);
    }

    @Test
    void givesSecondPartnersOnlyWhenAllHaveAFirst() {
        Matches matches = match(MatchSettings.nearest().withRatio(2), new double[] {.9, .5}, new double[] {.9, .7, .6});
        assertThat(matches.pairs())
                .extracting(Pair::treated, Pair::partner)
                .containsExactly(tuple(0, 0), tuple(0, 1), tuple(1, 2));
    }

    @Test
    void isLeastApartInAllWhenAskedToBeOptimal() {
        double[] treated = {.6, .5};
        double[] pool = {.58, .1, .75};
        assertThat(match(MatchSettings.nearest(), treated, pool).totalDistance())
                .isCloseTo(.27, within(1e-12));
        assertThat(match(MatchSettings.optimal(), treated, pool).totalDistance())
                .isCloseTo(.23, within(1e-12));
    }

    @Test
    void repeatsARandomOrderByItsSeed() {
        double[] treated = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] pool = {4, 4.1, 4.2, 5, 3, 7, 1, 0, 9};
        List<Pair> once =
                match(MatchSettings.nearest().inRandomOrder(7), treated, pool).pairs();
        assertThat(match(MatchSettings.nearest().inRandomOrder(7), treated, pool)
                        .pairs())
                .isEqualTo(once);
        assertThat(once)
                .isNotEqualTo(match(MatchSettings.nearest(), treated, pool).pairs());
    }

    @Test
    void matchesNobodyWithAnEmptyPool() {
        for (Choice choice : List.of(Choice.NEAREST, Choice.OPTIMAL)) {
            assertThat(match(MatchSettings.nearest().with(choice), new double[] {1}, new double[0])
                            .pairs())
                    .isEmpty();
        }
    }

    @Test
    void refusesAPositionThatIsNoNumber() {
        assertThatThrownBy(() -> match(MatchSettings.nearest(), new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("treated");
    }

    private static Matches match(MatchSettings settings, double[] treated, double[] pool) {
        return new Matcher(settings).match(treated, pool);
    }
}
