package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.levels.Comparison;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final long SEED = 20_260_101;
    private static final double[] M = {.7, .9, .95};
    private static final double[] U = {.1, .025, .2};

    private static Comparison binary(String name, Attribute attribute) {
        return new Comparison(
                name, attribute, List.of("the same", "different"), Comparison.Scope.PERSON, null, -1, 0, () -> {
                    throw new UnsupportedOperationException("patterns are given; nothing is compared");
                });
    }

    private static List<Comparison> three() {
        return List.of(
                binary("one", Attribute.GIVEN_NAME),
                binary("two", Attribute.DATE_OF_BIRTH),
                binary("three", Attribute.OCCUPATION));
    }

    private static Model fit(PatternCounts compared, double pairs) {
        return new Training(three(), compared, new double[] {pairs}, new PatternCounts()).fit(.3);
    }

    /** Level 1 for agreement, 2 for difference. */
    private static long pattern(boolean... agrees) {
        long pattern = 0;
        for (int c = 0; c < agrees.length; c++) {
            pattern |= (agrees[c] ? 1L : 2L) << (4 * c);
        }
        return pattern;
    }

    private static double truePosterior(long pattern, double prior) {
        double match = prior;
        double other = 1 - prior;
        for (int c = 0; c < M.length; c++) {
            boolean agrees = PairScorer.level(pattern, c) == 1;
            match *= agrees ? M[c] : 1 - M[c];
            other *= agrees ? U[c] : 1 - U[c];
        }
        return match / (match + other);
    }

    private static void checkParameters(Model model, double tolerance) {
        for (int c = 0; c < M.length; c++) {
            assertThat(model.m(c, 1)).as("m of comparison " + c).isCloseTo(M[c], within(tolerance));
            assertThat(model.u(c, 1)).as("u of comparison " + c).isCloseTo(U[c], within(tolerance));
        }
    }

    @Test
    void recoversThePublishedParameters() throws IOException {
        Path file = Path.of(System.getProperty("concordat.data", ""), "linkage", "em_known_parameters.csv");
        assumeTrue(Files.exists(file), "Skipped: the real data are not at " + file + ".");
        List<String[]> rows =
                Files.readAllLines(file).stream().skip(1).map(l -> l.split(",")).toList();
        PatternCounts compared = new PatternCounts();
        for (String[] row : rows) {
            compared.add(published(row), 1);
        }
        Model model = fit(compared, rows.size());
        checkParameters(model, .01);
        for (String[] row : rows) {
            assertThat(model.probability(published(row), 0)).isCloseTo(Double.parseDouble(row[7]), within(.01));
        }
        assertThat(model.convergence().converged()).isTrue();
    }

    private static long published(String[] row) {
        return pattern(row[0].equals("1"), row[1].equals("1"), row[2].equals("1"));
    }

    @Test
    void recoversParametersFromExactExpectations() {
        PatternCounts compared = expectations(.5, 1e6);
        Model model = fit(compared, 1e6);
        checkParameters(model, .002);
        for (long pattern : compared.patterns()) {
            assertThat(model.probability(pattern, 0)).isCloseTo(truePosterior(pattern, .5), within(.005));
        }
        assertThat(model.prior(0)).isCloseTo(.5, within(.005));
    }

    /** How many pairs of each pattern are expected among so many. */
    private static PatternCounts expectations(double prior, double pairs) {
        PatternCounts counts = new PatternCounts();
        for (int bits = 0; bits < 8; bits++) {
            double match = prior;
            double other = 1 - prior;
            boolean[] agrees = new boolean[3];
            for (int c = 0; c < 3; c++) {
                agrees[c] = (bits >> c & 1) == 1;
                match *= agrees[c] ? M[c] : 1 - M[c];
                other *= agrees[c] ? U[c] : 1 - U[c];
            }
            counts.add(pattern(agrees), Math.rint(pairs * (match + other)));
        }
        return counts;
    }

    @Test
    void learnsARarePriorWhenARandomSampleShowsHowStrangersAgree() {
        double[] m = {.7, .9, .95, .8, .85};
        double[] u = {.01, .002, .05, .02, .1};
        List<Comparison> five = List.of(
                binary("one", Attribute.GIVEN_NAME),
                binary("two", Attribute.DATE_OF_BIRTH),
                binary("three", Attribute.OCCUPATION),
                binary("four", Attribute.BIRTH_PLACE),
                binary("five", Attribute.MIDDLE_NAME));
        SplittableRandom random = new SplittableRandom(SEED);
        PatternCounts compared = new PatternCounts();
        PatternCounts strangers = new PatternCounts();
        int pairs = 400_000;
        for (int i = 0; i < pairs; i++) {
            compared.add(drawn(random, i < 2_000 ? m : u), 1);
            strangers.add(drawn(random, random.nextInt(200) == 0 ? m : u), 1);
        }
        Model model = new Training(five, compared, new double[] {pairs}, strangers).fit(1e-3);
        for (int c = 0; c < u.length; c++) {
            assertThat(model.u(c, 1)).as("u %d, seed %d", c, SEED).isCloseTo(u[c], within(.005));
            assertThat(model.m(c, 1)).as("m %d, seed %d", c, SEED).isCloseTo(m[c], within(.05));
        }
        assertThat(model.prior(0)).as("seed " + SEED).isCloseTo(.005, within(.0005));
        assertThat(model.convergence().converged()).isTrue();
    }

    private static long drawn(SplittableRandom random, double[] agreeing) {
        boolean[] agrees = new boolean[agreeing.length];
        for (int c = 0; c < agrees.length; c++) {
            agrees[c] = random.nextDouble() < agreeing[c];
        }
        return pattern(agrees);
    }

    @Test
    void missingLevelsCarryNoWeight() {
        Model model = fit(expectations(.5, 1e6), 1e6);
        assertThat(model.probability(0, 0)).isCloseTo(model.prior(0), within(1e-12));
        assertThat(model.probability(pattern(true), 0)).isGreaterThan(model.prior(0));
        assertThat(model.probability(pattern(false), 0)).isLessThan(model.prior(0));
    }

    @Test
    void aKindOfWhichThereAreNoPairsDoesNotSpoilTheOthers() {
        PatternCounts compared = expectations(.5, 1e6);
        Model alone = new Training(three(), compared, new double[] {1e6}, new PatternCounts()).fit(.3);
        Model beside = new Training(three(), compared, new double[] {1e6, 0}, new PatternCounts()).fit(.3);
        assertThat(beside.prior(1)).isBetween(0.0, 1.0);
        assertThat(beside.m(0, 1)).isCloseTo(alone.m(0, 1), within(1e-9));
        assertThat(beside.convergence().converged()).isTrue();
    }

    @Test
    void pairsThatAllLookTheSameLeaveEveryProbabilityANumber() {
        for (long pattern : new long[] {pattern(true, true, true), pattern(false, false, false), 0}) {
            PatternCounts compared = new PatternCounts();
            compared.add(pattern, 5_000);
            PatternCounts random = new PatternCounts();
            random.add(pattern, 1_000);
            for (PatternCounts strangers : List.of(new PatternCounts(), random)) {
                Model model = new Training(three(), compared, new double[] {5_000}, strangers).fit(.01);
                assertThat(model.probability(pattern, 0)).isBetween(0.0, 1.0);
                assertThat(model.probability(pattern(true, false, true), 0)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void whereHardlyAnyPairIsOfStrangersTheirShareStaysAboveNone() {
        List<Comparison> withAddress = List.of(
                household("surname", Attribute.SURNAME),
                household("postcode", Attribute.POSTCODE),
                binary("given name", Attribute.GIVEN_NAME));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 40; round++) {
            PatternCounts compared = new PatternCounts();
            PatternCounts strangers = new PatternCounts();
            double pairs = 0;
            for (int bits = 0; bits < 8; bits++) {
                boolean same = bits >= 6;
                int count = same ? random.nextInt(1, 5_000) : random.nextInt(3);
                compared.add(pattern((bits & 4) > 0, (bits & 2) > 0, (bits & 1) > 0), count);
                strangers.add(pattern((bits & 4) > 0, (bits & 2) > 0, (bits & 1) > 0), count);
                pairs += count;
            }
            Model model = new Training(withAddress, compared, new double[] {pairs}, strangers).fit(.2);
            assertThat(model.strangerShare(0))
                    .as("seed %d, round %d", SEED, round)
                    .isPositive();
            for (long pattern : compared.patterns()) {
                assertThat(model.probability(pattern, 0))
                        .as("seed %d, round %d", SEED, round)
                        .isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void aLevelThatWasNeverMetDoesNotSpeakForOnePerson() {
        List<Comparison> four = new ArrayList<>(three());
        four.add(new Comparison(
                "four",
                Attribute.BIRTH_PLACE,
                List.of("the same", "never met", "different"),
                Comparison.Scope.PERSON,
                null,
                -1,
                0,
                () -> {
                    throw new UnsupportedOperationException("patterns are given; nothing is compared");
                }));
        long neverMet = 2L << 12;
        SplittableRandom random = new SplittableRandom(SEED);
        PatternCounts compared = new PatternCounts();
        PatternCounts strangers = new PatternCounts();
        for (int i = 0; i < 100_000; i++) {
            long last = random.nextDouble() < (i < 300 ? .9 : .05) ? 1L : 3L;
            compared.add(drawn(random, i < 300 ? M : new double[] {.01, .002, .05}) | last << 12, 1);
            strangers.add(drawn(random, new double[] {.01, .002, .05}) | (random.nextInt(20) == 0 ? 1L : 3L) << 12, 1);
        }
        Model model = new Training(four, compared, new double[] {100_000}, strangers).fit(1e-3);
        assertThat(model.prior(0)).as("seed " + SEED).isCloseTo(.003, within(.0005));
        assertThat(model.m(3, 2)).isPositive().isLessThanOrEqualTo(model.u(3, 2));
        assertThat(model.m(3, 1) + model.m(3, 2) + model.m(3, 3)).isCloseTo(1, within(1e-9));
        assertThat(model.u(3, 1) + model.u(3, 2) + model.u(3, 3)).isCloseTo(1, within(1e-9));
        for (int bits = 0; bits < 8; bits++) {
            long others = pattern((bits & 4) > 0, (bits & 2) > 0, (bits & 1) > 0);
            assertThat(model.probability(others | neverMet, 0))
                    .as("beside what was missing, seed " + SEED)
                    .isLessThanOrEqualTo(model.probability(others, 0) + 1e-12);
        }
    }

    @Test
    void aLevelThatIsUnmetGivenAnotherLevelOnlyDoesNotSpeakForOnePersonEither() {
        int[] parents = {-1, 0};
        Dependence persons = new Dependence(parents, new double[][][] {
            {{0, .9, .1}}, {{0, .7, .01, .29}, {0, .8, .02, .18}, {0, .5, .03, .47}}
        });
        Dependence strangers = new Dependence(parents, new double[][][] {
            {{0, .1, .9}}, {{0, .2, .004, .796}, {0, .9, .0001, .0999}, {0, .1, .005, .895}}
        });
        boolean[][] unmet = {{false, false, false}, {false, false, true, false}};
        Dependence capped = UnmetLevels.capped(persons, unmet, strangers);
        Dependence raised = UnmetLevels.raised(strangers, unmet, capped);
        for (double[] person : capped.table(1)) {
            assertThat(person[1] + person[2] + person[3]).isCloseTo(1, within(1e-12));
            for (double[] stranger : raised.table(1)) {
                assertThat(person[2]).isLessThanOrEqualTo(stranger[2]);
                assertThat(stranger[1] + stranger[2] + stranger[3]).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(raised.table(1)[2]).as("already enough").containsExactly(0, .1, .005, .895);
    }

    private static Comparison household(String name, Attribute attribute) {
        return new Comparison(
                name, attribute, List.of("the same", "different"), Comparison.Scope.HOUSEHOLD, null, -1, 0, () -> {
                    throw new UnsupportedOperationException("patterns are given; nothing is compared");
                });
    }
}
