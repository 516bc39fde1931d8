package org.concordat.cli.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.hotspots.Question.Method;
import org.concordat.measures.hotspots.FalseDiscovery;
import org.concordat.measures.hotspots.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is hidden of a map of seven by seven squares, and what an attacker can do with the rest. */
final class HidingTest {
    private static final int SIDE = 7;
    private static final SmallCounts SMALL = new SmallCounts(6, "");

    private static Neighbours queen() {
        int[][] lists = new int[SIDE * SIDE][];
        for (int area = 0; area < lists.length; area++) {
            int at = area;
            lists[area] = IntStream.range(0, lists.length)
                    .filter(other -> other != at
                            && Math.abs(other / SIDE - at / SIDE) <= 1
                            && Math.abs(other % SIDE - at % SIDE) <= 1)
                    .toArray();
        }
        return Neighbours.of(lists);
    }

    private static double[] town(long seed) {
        var random = new SplittableRandom(seed);
        double[] counts = random.ints(SIDE * SIDE, 0, 14).asDoubleStream().toArray();
        for (int area : new int[] {8, 9, 15, 16}) {
            counts[area] += 25;
        }
        return counts;
    }

    private static Question question(Method method) {
        return new Question(method, FalseDiscovery.BENJAMINI_HOCHBERG, queen(), Optional.empty());
    }

    private static Shown shown(Question question, double[] counts, SmallCounts small) {
        return Hiding.of(question, question.answer(counts).orElseThrow(), counts, small);
    }

    @Test
    void anAttackerSolvesEveryCountFromAllZScores() {
        double[] counts = town(1);
        Question question = question(Method.GI_STAR);
        Question.Answer answer = question.answer(counts).orElseThrow();
        // z spread = (sum around - neighbours mean) / s: one linear system in the counts over s, then one count known
        // gives s.
        int n = counts.length;
        double[][] system = new double[n][n + 1];
        for (int area = 0; area < n; area++) {
            double around = question.neighbours().count(area) + 1;
            system[area][area] = 1;
            for (int other : question.neighbours().of(area)) {
                system[area][other] = 1;
            }
            system[area][n] = answer.statistic().z(area) * Math.sqrt((n * around - around * around) / (n - 1));
        }
        double[] overS = solve(system);
        double mean = Arrays.stream(counts).sum() / n;
        double s = (counts[9] - mean) / overS[9];
        for (int area = 0; area < n; area++) {
            assertThat(mean + s * overS[area]).isCloseTo(counts[area], within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void hasAnotherMapForEverySmallCountOfWhichTheSameIsSaid(Method method) {
        for (long seed = 1; seed <= 20; seed++) {
            double[] counts = town(seed);
            Question question = question(method);
            List<double[]> witnesses = new ArrayList<>();
            Shown shown = Hiding.of(question, question.answer(counts).orElseThrow(), counts, SMALL, witnesses::add);
            assertThat(shown.open()).isEmpty();
            assertThat(shown.total()).isTrue();
            var open = new BitSet();
            for (double[] other : witnesses) {
                assertThat(Arrays.stream(other).sum())
                        .isEqualTo(Arrays.stream(counts).sum());
                assertThat(saysTheSame(question.answer(other).orElseThrow(), shown))
                        .isTrue();
                for (int area = 0; area < counts.length; area++) {
                    assertThat(SMALL.small(other[area])).isEqualTo(!shown.counts()[area]);
                    assertThat(shown.counts()[area] && other[area] != counts[area])
                            .isFalse();
                    open.set(area, open.get(area) || other[area] != counts[area]);
                }
            }
            for (int area = 0; area < counts.length; area++) {
                assertThat(shown.counts()[area]).as("seed " + seed).isEqualTo(!SMALL.small(counts[area]));
                assertThat(open.get(area)).as("seed " + seed).isEqualTo(!shown.counts()[area]);
            }
        }
    }

    private static boolean saysTheSame(Question.Answer answer, Shown shown) {
        boolean same = shown.moran()
                        .map(GlobalFigure.ofMoran(answer.moran().orElseThrow())::equals)
                        .orElse(true)
                && shown.g()
                        .map(GlobalFigure.ofG(answer.g().orElseThrow())::equals)
                        .orElse(true);
        for (int area = 0; area < shown.counts().length; area++) {
            same &= shown.verdicts()
                    .get(area)
                    .map(answer.verdicts().get(area)::equals)
                    .orElse(true);
        }
        return same;
    }

    @Test
    void hidesAnotherCountWhereOneAloneIsSmall() {
        double[] counts = new double[SIDE * SIDE];
        Arrays.fill(counts, 20);
        counts[3] = 4;
        counts[20] = 9;
        counts[30] = 0;
        Shown shown = shown(question(Method.GI_STAR), counts, SMALL);
        assertThat(hidden(shown)).containsExactly(3, 20);
        assertThat(shown.more()).isEqualTo(1);
        assertThat(shown.total()).isTrue();
        assertThat(shown.open()).isEmpty();
    }

    @Test
    void hidesAnotherCountWhereAllSmallOnesAreAsLowAsTheyCanBe() {
        double[] counts = new double[SIDE * SIDE];
        Arrays.fill(counts, 20);
        counts[3] = 1;
        counts[5] = 1;
        counts[20] = 9;
        assertThat(hidden(shown(question(Method.GI_STAR), counts, SMALL))).containsExactly(3, 5, 20);
        counts[5] = 2;
        assertThat(hidden(shown(question(Method.GI_STAR), counts, SMALL))).containsExactly(3, 5);
    }

    @Test
    void keepsTheTotalToItselfWhereThereIsNothingElseToHide() {
        double[] counts = new double[SIDE * SIDE];
        counts[3] = 1;
        counts[20] = 1;
        Shown shown = shown(question(Method.GI_STAR), counts, SMALL);
        assertThat(hidden(shown)).containsExactly(3, 20);
        assertThat(shown.total()).isFalse();
        assertThat(shown.open()).isEmpty();
    }

    @Test
    void saysThatNothingHelpsWhereAHiddenCountCanOnlyBeOne() {
        double[] counts = town(3);
        counts[0] = 1;
        assertThat(shown(question(Method.GI_STAR), counts, new SmallCounts(2, ""))
                        .open())
                .contains(0);
    }

    @Test
    void hidesNothingWhereNothingIsSmallOrSomebodyGaveAReason() {
        double[] counts = town(1);
        Shown all = shown(question(Method.GI_STAR), counts, SmallCounts.shown("counts of blurred public points"));
        assertThat(all.hidesAny()).isFalse();
        assertThat(all.verdicts()).noneMatch(Optional::isEmpty);
        Shown none = shown(
                question(Method.GI_STAR), Arrays.stream(counts).map(c -> c + 6).toArray(), SMALL);
        assertThat(none.hidesAny()).isFalse();
    }

    private static List<Integer> hidden(Shown shown) {
        var hidden = new ArrayList<Integer>();
        for (int area = 0; area < shown.counts().length; area++) {
            if (!shown.counts()[area]) {
                hidden.add(area);
            }
        }
        return hidden;
    }

    /** The solution of linear equations, by Gauss. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column; row < n; row++) {
                best = Math.abs(system[row][column]) > Math.abs(system[best][column]) ? row : best;
            }
            double[] pivot = system[best];
            system[best] = system[column];
            system[column] = pivot;
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : system[row][column] / pivot[column];
                for (int at = column; at <= n && factor != 0; at++) {
                    system[row][at] -= factor * pivot[at];
                }
            }
        }
        return IntStream.range(0, n)
                .mapToDouble(row -> system[row][n] / system[row][row])
                .toArray();
    }
}
