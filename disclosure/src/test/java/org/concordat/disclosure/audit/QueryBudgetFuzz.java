package org.concordat.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Attackers who ask for a count and then for its parts in ever other ways, and who name the count that the answers make
 * likeliest; each knows the noise. Within the budget they are right at most one point more often than by the direct answer.
 */
class QueryBudgetFuzz {
    private static final long SEED = 20_260_912;
    private static final int ATTACKS = 10_000;
    private static final int PLANS = 25;
    private static final int PEOPLE = 60;
    private static final int MOST_QUESTIONS = 6;
    private static final double POINT = .01;

    @Test
    void withinTheBudgetAveragingGainsAtMostOnePoint() {
        List<Noise> noises = List.of(
                // ONS, D = 2, V = 1.08 or so; an even one; a wide one.
                Noise.of(-2, .12, .18, .40, .18, .12),
                Noise.of(-2, .2, .2, .2, .2, .2),
                Noise.of(-5, .01, .03, .07, .12, .17, .2, .17, .12, .07, .03, .01));
        int granted = 0;
        for (Noise noise : noises) {
            QueryBudget budget = QueryBudget.of(noise, POINT / 2);
            Outcome outcome = attack(noise, budget);
            assertThat(outcome.rightWithParts - outcome.rightWithout)
                    .as("noise from %d, parts allowed %d, %s", noise.least(), budget.partsAllowed(), outcome)
                    .isLessThanOrEqualTo((int) (POINT * ATTACKS));
            granted += outcome.questionsGranted;
        }
        // A budget that grants nothing would pass, too.
        assertThat(granted).isGreaterThan(PLANS);
    }

    @Test
    void withoutABudgetTwoHundredAnswersGiveTheCountAway() {
        Noise noise = Noise.of(-5, .01, .03, .07, .12, .17, .2, .17, .12, .07, .03, .01);
        SplittableRandom random = new SplittableRandom(SEED);
        int right = 0;
        for (int attack = 0; attack < 1_000; attack++) {
            // A hundred questions, each for two parts: by sex, by age under and over 20, under and over 21, ...
            List<int[]> seen = new ArrayList<>();
            for (int question = 0; question < 100; question++) {
                seen.add(new int[] {2, draw(noise, random) + draw(noise, random)});
            }
            right += likeliest(noise, draw(noise, random), seen) == 0 ? 1 : 0;
        }
        assertThat(right).as("seed %d", SEED).isGreaterThan(900);
    }

    private record Outcome(int rightWithout, int rightWithParts, int questionsGranted) {}

    private static Outcome attack(Noise noise, QueryBudget whole) {
        int without = 0;
        int with = 0;
        int granted = 0;
        // Which questions are granted does not depend on the answers, so many attacks go by one plan.
        for (int plan = 0; plan < PLANS; plan++) {
            SplittableRandom random = new SplittableRandom(SEED + plan);
            List<Integer> parts = grantedParts(whole, random);
            granted += parts.size();
            for (int attack = 0; attack < ATTACKS / PLANS; attack++) {
                int direct = draw(noise, random);
                List<int[]> seen = new ArrayList<>();
                for (int count : parts) {
                    int sum = IntStream.range(0, count)
                            .map(i -> draw(noise, random))
                            .sum();
                    seen.add(new int[] {count, sum});
                }
                without += likeliest(noise, direct, List.of()) == 0 ? 1 : 0;
                with += likeliest(noise, direct, seen) == 0 ? 1 : 0;
            }
        }
        return new Outcome(without, with, granted);
    }

    /** Asks for the whole, then for partitions of it, the coarsest that are granted; how many parts each has. */
    private static List<Integer> grantedParts(QueryBudget whole, SplittableRandom random) {
        QueryBudget budget = whole;
        List<Integer> parts = new ArrayList<>();
        int[] everyone = IntStream.range(0, PEOPLE).toArray();
        budget = ask(budget, List.of(Cell.of("everyone", everyone)));
        for (int question = 0; question < MOST_QUESTIONS; question++) {
            int count = random.nextInt(2, PEOPLE);
            List<List<Integer>> groups = new ArrayList<>();
            IntStream.range(0, count).forEach(g -> groups.add(new ArrayList<>()));
            for (int person : everyone) {
                groups.get(person < count ? person : random.nextInt(count)).add(person);
            }
            List<Cell> table = new ArrayList<>();
            for (List<Integer> group : groups) {
                table.add(Cell.of(
                        "some", group.stream().mapToInt(Integer::intValue).toArray()));
            }
            QueryBudget after = ask(budget, table);
            if (after != budget) {
                parts.add(count);
                budget = after;
            }
        }
        return parts;
    }

    private static QueryBudget ask(QueryBudget budget, List<Cell> table) {
        return switch (budget.ask("a table", table)) {
            case QueryBudget.Reply.Granted(QueryBudget left) -> left;
            case QueryBudget.Reply.Spent spent -> budget;
        };
    }

    /** How far from the truth the likeliest count is. Each thing seen: of how many parts, and how far off their sum is. */
    private static int likeliest(Noise noise, int direct, List<int[]> seen) {
        int best = 0;
        double bestWeight = Double.NEGATIVE_INFINITY;
        for (int off = direct - noise.most(); off <= direct - noise.least(); off++) {
            double weight = Math.log(noise.probability(direct - off));
            for (int[] sum : seen) {
                weight += logProbability(noise, sum[0], sum[1] - off);
            }
            if (weight > bestWeight + 1e-12) {
                bestWeight = weight;
                best = off;
            }
        }
        return best;
    }

    private static double logProbability(Noise noise, int parts, int off) {
        double variance = 0;
        for (int added = noise.least(); added <= noise.most(); added++) {
            variance += noise.probability(added) * added * added;
        }
        // Sums of several draws are as good as normal.
        return -(double) off * off / (2 * parts * variance);
    }

    private static int draw(Noise noise, SplittableRandom random) {
        double left = random.nextDouble();
        for (int added = noise.least(); added < noise.most(); added++) {
            left -= noise.probability(added);
            if (left < 0) {
                return added;
            }
        }
        return noise.most();
    }
}
