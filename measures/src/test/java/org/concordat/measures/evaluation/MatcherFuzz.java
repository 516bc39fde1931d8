package org.concordat.measures.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.concordat.measures.evaluation.Matches.Pair;
import org.junit.jupiter.api.Test;

/** Matching beside every way to choose, and nearest partners beside a search through all. */
final class MatcherFuzz {
    private static final int ROUNDS = 4_000;

    @Test
    void optimalPairsAreAsManyAndAsNearAsOfAnyChoice() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] treated = positions(random, 1 + random.nextInt(5));
            double[] pool = positions(random, 1 + random.nextInt(7));
            int ratio = treated.length <= 3 ? 1 + random.nextInt(2) : 1;
            MatchSettings settings = MatchSettings.optimal().withRatio(ratio);
            settings = random.nextInt(3) > 0 ? settings.within(.1 + random.nextDouble()) : settings;
            Matches matches = new Matcher(settings).match(treated, pool);
            double most = matches.caliperWidth().orElse(Double.POSITIVE_INFINITY);
            double[] best = best(treated, pool, ratio, most, 0, 0);
            assertThat(matches.pairs()).as("seed %d", seed).hasSize((int) best[0]);
            assertThat(matches.totalDistance()).as("seed %d", seed).isCloseTo(best[1], within(1e-9));
            valid(matches, treated, pool, ratio, most, seed);
        }
    }

    /** Most pairs, and their least distance in all, from a seeker on with these partners gone. */
    private static double[] best(double[] treated, double[] pool, int ratio, double most, int seeker, int gone) {
        if (seeker == treated.length * ratio) {
            return new double[2];
        }
        double[] best = best(treated, pool, ratio, most, seeker + 1, gone);
        for (int p = 0; p < pool.length; p++) {
            double distance = Math.abs(treated[seeker / ratio] - pool[p]);
            if ((gone >> p & 1) == 1 || distance > most) {
                continue;
            }
            double[] rest = best(treated, pool, ratio, most, seeker + 1, gone | 1 << p);
            double pairs = rest[0] + 1;
            double total = rest[1] + distance;
            if (pairs > best[0] || (pairs == best[0] && total < best[1])) {
                best = new double[] {pairs, total};
            }
        }
        return best;
    }

    @Test
    void nearestPartnersAreThoseThatASearchThroughAllFinds() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] treated = positions(random, 1 + random.nextInt(12));
            double[] pool = positions(random, 1 + random.nextInt(30));
            int ratio = 1 + random.nextInt(3);
            boolean again = random.nextBoolean();
            MatchSettings settings = MatchSettings.nearest().withRatio(ratio);
            settings = again ? settings.withReplacement() : settings;
            settings = random.nextBoolean() ? settings.within(.1 + random.nextDouble()) : settings;
            Matches matches = new Matcher(settings).match(treated, pool);
            double most = matches.caliperWidth().orElse(Double.POSITIVE_INFINITY);
            assertThat(matches.pairs())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(searched(treated, pool, ratio, again, most));
        }
    }

    private static Set<Pair> searched(double[] treated, double[] pool, int ratio, boolean again, double most) {
        Set<Pair> pairs = new HashSet<>();
        Set<Integer> gone = new HashSet<>();
        Set<Integer> turns = new HashSet<>();
        for (int round = 0; round < ratio; round++) {
            turns.clear();
            for (int turn = 0; turn < treated.length; turn++) {
                int person = -1;
                for (int t = 0; t < treated.length; t++) {
                    if (!turns.contains(t) && (person < 0 || treated[t] > treated[person])) {
                        person = t;
                    }
                }
                turns.add(person);
                int nearest = -1;
                int equal = 0;
                for (int p = 0; p < pool.length; p++) {
                    int who = person;
                    int candidate = p;
                    boolean free = again
                            ? pairs.stream().noneMatch(pair -> pair.treated() == who && pair.partner() == candidate)
                            : !gone.contains(p);
                    double distance = distance(treated[person], pool[p]);
                    if (!free || distance > most) {
                        continue;
                    }
                    double than = nearest < 0 ? Double.POSITIVE_INFINITY : distance(treated[person], pool[nearest]);
                    if (distance < than) {
                        nearest = p;
                        equal = 0;
                    } else if (distance == than) {
                        equal++;
                        nearest = pool[p] < pool[nearest] ? p : nearest;
                    }
                }
                if (nearest >= 0) {
                    gone.add(nearest);
                    pairs.add(new Pair(person, nearest, distance(treated[person], pool[nearest]), equal));
                }
            }
        }
        return pairs;
    }

    private static double distance(double a, double b) {
        return Math.max(a, b) - Math.min(a, b);
    }

    private static void valid(Matches matches, double[] treated, double[] pool, int ratio, double most, long seed) {
        Set<Integer> used = new HashSet<>();
        for (Pair pair : matches.pairs()) {
            assertThat(used.add(pair.partner())).as("seed %d", seed).isTrue();
            assertThat(pair.distance())
                    .as("seed %d", seed)
                    .isEqualTo(distance(treated[pair.treated()], pool[pair.partner()]))
                    .isLessThanOrEqualTo(most);
        }
        for (int partners : matches.partners()) {
            assertThat(partners).as("seed %d", seed).isLessThanOrEqualTo(ratio);
        }
    }

    @Test
    void takesBelowFirstWheneverSomebodyIsThere() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] treated = positions(random, 1 + random.nextInt(3));
            double[] pool = positions(random, 1 + random.nextInt(8));
            Matches matches = new Matcher(MatchSettings.nearest().with(Choice.NEAREST_BELOW)).match(treated, pool);
            assertThat(matches.pairs()).as("seed %d", seed).hasSize(Math.min(treated.length, pool.length));
            Set<Integer> used = new HashSet<>();
            matches.pairs().forEach(pair -> used.add(pair.partner()));
            for (Pair pair : matches.pairs()) {
                if (pool[pair.partner()] > treated[pair.treated()]) {
                    for (int p = 0; p < pool.length; p++) {
                        assertThat(used.contains(p) || pool[p] > treated[pair.treated()])
                                .as("seed %d", seed)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** Few different values, so that ties abound; powers of two apart, so that sums are exact. */
    private static double[] positions(SplittableRandom random, int count) {
        double[] positions = new double[count];
        int values = 1 << (1 + random.nextInt(6));
        for (int i = 0; i < count; i++) {
            positions[i] = random.nextInt(values) / 64.0;
        }
        return positions;
    }
}
