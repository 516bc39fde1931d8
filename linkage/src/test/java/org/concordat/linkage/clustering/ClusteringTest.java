package org.concordat.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

class ClusteringTest {
    private static final long SEED = 20_260_101;
    private static final double LEAST_LINK = 4;
    private static final boolean[] NO_CLEAN_SOURCE = {false};

    /** Evidence written out: eight bits for the pairs named, minus ten for all others. */
    private static final class Evidence implements Clustering.PairEvidence {
        private final Set<List<Integer>> strong = new HashSet<>();
        private final Links links = new Links(16);

        Evidence link(int one, int other) {
            return link(one, other, 8);
        }

        Evidence link(int one, int other, double bits) {
            strong.add(List.of(Math.min(one, other), Math.max(one, other)));
            links.add(one, other, bits);
            return this;
        }

        @Override
        public double bits(int left, int right) {
            return strong.contains(List.of(Math.min(left, right), Math.max(left, right))) ? 8 : -10;
        }

        Clustering clustering() {
            return new Clustering(LEAST_LINK, Clustering.LEAST_MEAN_BITS, () -> this, r -> 0, NO_CLEAN_SOURCE);
        }

        int[] persons(int records) {
            return clustering().run(records, links);
        }
    }

    @Test
    void recordsWithoutLinksAreOnePersonEach() {
        assertThat(new Evidence().persons(3)).containsExactly(0, 1, 2);
    }

    @Test
    void aPersonIsNamedByItsFirstRecord() {
        assertThat(new Evidence().link(4, 2).link(2, 3).link(3, 4).persons(5)).containsExactly(0, 1, 2, 2, 2);
    }

    @Test
    void aLinkTooWeakJoinsNothing() {
        Evidence evidence = new Evidence().link(0, 1, LEAST_LINK - .01);
        Clustering clustering = evidence.clustering();
        assertThat(clustering.run(2, evidence.links)).containsExactly(0, 1);
        assertThat(clustering.bridges()).isEmpty();
    }

    @Test
    void aChainWithOneWeakBridgeIsNotJoinedAndIsReported() {
        Evidence evidence = new Evidence()
                .link(0, 1)
                .link(0, 2)
                .link(1, 2)
                .link(3, 4)
                .link(3, 5)
                .link(4, 5)
                .link(2, 3, 6);
        Clustering clustering = evidence.clustering();
        assertThat(clustering.run(6, evidence.links)).containsExactly(0, 0, 0, 3, 3, 3);
        assertThat(clustering.bridges()).singleElement().satisfies(bridge -> {
            assertThat(List.of(bridge.left(), bridge.right())).containsExactly(2, 3);
            assertThat(bridge.bits()).isEqualTo(6);
            assertThat(bridge.meanBits()).isLessThan(Clustering.LEAST_MEAN_BITS);
            assertThat(bridge.sameSource()).isFalse();
        });
    }

    @Test
    void twoGroupsThatAgreeAllAcrossBecomeOnePerson() {
        Evidence evidence = new Evidence();
        for (int one = 0; one < 6; one++) {
            for (int other = one + 1; other < 6; other++) {
                evidence.link(one, other);
            }
        }
        assertThat(evidence.persons(6)).containsOnly(0);
    }

    @Test
    void aSourceThatHasEachPersonOnceGivesNoPersonTwoOfItsRecords() {
        SplittableRandom random = new SplittableRandom(SEED);
        int records = 300;
        int[] sources = random.ints(records, 0, 3).toArray();
        Links links = new Links(16);
        Set<Long> known = new HashSet<>();
        for (int l = 0; l < 2_000; l++) {
            int one = random.nextInt(records);
            int other = random.nextInt(records);
            if (one != other && known.add((long) Math.min(one, other) << 32 | Math.max(one, other))) {
                links.add(one, other, random.nextDouble(5, 30));
            }
        }
        boolean[] clean = {true, false, true};
        Clustering clustering = new Clustering(LEAST_LINK, -20, () -> (left, right) -> 10, r -> sources[r], clean);
        int[] persons = clustering.run(records, links);
        Set<List<Integer>> seen = new HashSet<>();
        for (int r = 0; r < records; r++) {
            if (clean[sources[r]]) {
                assertThat(seen.add(List.of(persons[r], sources[r])))
                        .as("first record of its source in its person, seed " + SEED)
                        .isTrue();
            }
        }
        assertThat(clustering.bridges()).isNotEmpty().allMatch(Clustering.Bridge::sameSource);
    }

    @Test
    void theOrderInWhichLinksOfDifferentWeightAreGivenDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> links = new ArrayList<>();
        for (int l = 0; l < 200; l++) {
            int one = random.nextInt(100);
            links.add(new double[] {one, (one + 1 + random.nextInt(99)) % 100, 5 + l * .1});
        }
        int[] expected = persons(links);
        for (int round = 0; round < 5; round++) {
            java.util.Collections.shuffle(links, new java.util.Random(round));
            assertThat(persons(links)).as("seed %d, order %d", SEED, round).isEqualTo(expected);
        }
        assertThat(Arrays.stream(expected).distinct().count()).isBetween(2L, 99L);
    }

    @Test
    void theOrderInWhichEqualLinksAreGivenDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> links = new ArrayList<>();
        for (int l = 0; l < 200; l++) {
            int one = random.nextInt(100);
            links.add(new double[] {one, (one + 1 + random.nextInt(99)) % 100, 8});
        }
        int[] expected = persons(links);
        for (int round = 0; round < 5; round++) {
            java.util.Collections.shuffle(links, new java.util.Random(round));
            assertThat(persons(links)).as("seed %d, order %d", SEED, round).isEqualTo(expected);
        }
    }

    /** Persons where records whose numbers are less than thirty apart look alike and others do not. */
    private static int[] persons(List<double[]> links) {
        Links all = new Links(links.size());
        Set<Long> known = new HashSet<>();
        for (double[] link : links) {
            int one = (int) Math.min(link[0], link[1]);
            int other = (int) Math.max(link[0], link[1]);
            if (known.add((long) one << 32 | other)) {
                all.add(one, other, link[2]);
            }
        }
        Clustering.PairEvidence evidence = (left, right) -> Math.abs(left - right) < 30 ? 6 : -12;
        return new Clustering(LEAST_LINK, Clustering.LEAST_MEAN_BITS, () -> evidence, r -> 0, NO_CLEAN_SOURCE)
                .run(100, all);
    }

    @Test
    void ofTwoLargeGroupsAllMembersAreLookedAtEvenlyWhenNotAllPairsAre() {
        // Four hundred records and ten: with every tenth pair taken, only one of the ten would ever be looked at.
        int large = 400;
        int small = 10;
        Links links = new Links(16);
        for (int r = 1; r < large; r++) {
            links.add(0, r, 30);
        }
        for (int r = 1; r < small; r++) {
            links.add(large, large + r, 30);
        }
        links.add(0, large, 20);
        Clustering.PairEvidence evidence = (left, right) -> {
            boolean across = left < large != right < large;
            boolean exception = left == large || right == large;
            return !across || exception ? 12 : -12;
        };
        Clustering clustering =
                new Clustering(LEAST_LINK, Clustering.LEAST_MEAN_BITS, () -> evidence, r -> 0, NO_CLEAN_SOURCE);
        int[] persons = clustering.run(large + small, links);
        assertThat(persons[large])
                .as("nine of the ten differ from all four hundred")
                .isEqualTo(large);
        assertThat(clustering.bridges()).hasSize(1);
    }
}
