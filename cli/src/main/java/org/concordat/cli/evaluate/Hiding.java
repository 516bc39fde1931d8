package org.concordat.cli.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.Covariates;
import org.concordat.measures.evaluation.Effect;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.Matches;

/**
 * Which figures of an evaluation rest on few people, or would give such a figure away. What is hidden of outcomes hides all that
 * is made with it: the difference, its range, the range by ties, the bounds of hidden bias. Of covariates it hides their row,
 * and of a column of words as many rows as it takes that none follows from the others.
 *
 * @param cohort whether the outcome of the cohort is hidden
 * @param partners whether that of the partners is
 * @param ties whether what choices among equals could do is
 * @param sensitivity whether the bounds of hidden bias are
 * @param change whether the change since before is
 * @param before whether differences before matching are, since they would tell of the few who have no partner
 * @param covariates the names of those whose row is hidden
 */
record Hiding(
        boolean cohort,
        boolean partners,
        boolean ties,
        boolean sensitivity,
        boolean change,
        boolean before,
        Set<String> covariates) {

    /** Hides nothing, for what is kept. */
    static Hiding nothing() {
        return new Hiding(false, false, false, false, false, false, Set.of());
    }

    /** Whether the difference follows from a hidden outcome. */
    boolean difference() {
        return cohort || partners;
    }

    /** Whether a mark stands somewhere in the place of a figure; other things that are hidden are said in words. */
    boolean marks() {
        return difference() || before || !covariates.isEmpty();
    }

    static Hiding of(People people, Evaluation.Found found, SmallCounts small) {
        return small.shownBecause().isEmpty() ? new Search(people, found, small).hiding() : nothing();
    }

    private static final class Search {
        private final People people;
        private final Evaluation.Found found;
        private final SmallCounts small;
        private final Matches matches;
        private final int cohortSize;
        /** The places of people in each group: cohort and pool, and of each those compared and those not. */
        private final List<int[]> groups;

        Search(People people, Evaluation.Found found, SmallCounts small) {
            this.people = people;
            this.found = found;
            this.small = small;
            matches = found.matches();
            cohortSize = matches.treated();
            int[] partners = matches.partners();
            double[] weights = matches.weights();
            int all = people.treated().length;
            groups = List.of(
                    places(0, cohortSize, p -> true),
                    places(0, cohortSize, p -> partners[p] > 0),
                    places(0, cohortSize, p -> partners[p] == 0),
                    places(cohortSize, all, p -> true),
                    places(cohortSize, all, p -> weights[p - cohortSize] > 0),
                    places(cohortSize, all, p -> weights[p - cohortSize] == 0));
        }

        private static int[] places(int from, int to, IntPredicate belongs) {
            return IntStream.range(from, to).filter(belongs).toArray();
        }

        Hiding hiding() {
            double[] outcomes = people.outcomes();
            boolean cohort = tells(outcomes, groups.get(1));
            boolean partners = tells(outcomes, groups.get(4)) || few(found.effect());
            boolean difference = cohort || partners;
            boolean before = small.small(groups.get(2).length) || small.small(groups.get(5).length);
            return new Hiding(
                    cohort,
                    partners,
                    difference || ties(),
                    difference || pairs(),
                    difference || change(),
                    before,
                    covariates());
        }

        /** Of partners who stand for several or for a part of one, what they come to. */
        private boolean few(Effect effect) {
            return people.binary()
                    && small.tells(
                            effect.partners().numerator().orElse(0),
                            effect.partners().denominator().orElse(0));
        }

        /** Whether few differ from what most have; where there are but three values, whether few have one of them. */
        private boolean tells(double[] values, int[] group) {
            Map<Double, Integer> counts = new HashMap<>();
            for (int place : group) {
                counts.merge(values[place], 1, Integer::sum);
            }
            if (counts.size() <= 3) {
                return counts.values().stream().anyMatch(count -> small.small(count));
            }
            int most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return small.small(group.length - most);
        }

        /** Whether the range by ties is a few people's outcomes from the difference. */
        private boolean ties() {
            double persons = matches.matchedTreated();
            double difference = found.effect().difference().value().orElseThrow();
            return people.binary()
                    && (small.small(persons * Math.abs(found.ties().least() - difference) - 1e-6)
                            || small.small(persons * Math.abs(found.ties().most() - difference) - 1e-6));
        }

        /** Whether few pairs ended in one of the four ways, which the bounds tell. */
        private boolean pairs() {
            Map<List<Double>, Integer> ways = new HashMap<>();
            double[] outcomes = people.outcomes();
            matches.pairs()
                    .forEach(pair -> ways.merge(
                            List.of(outcomes[pair.treated()], outcomes[cohortSize + pair.partner()]), 1, Integer::sum));
            return people.binary() && ways.values().stream().anyMatch(count -> small.small(count));
        }

        private boolean change() {
            double[] before = people.before();
            if (before.length == 0) {
                return false;
            }
            double[] changes = new double[before.length];
            for (int p = 0; p < changes.length; p++) {
                changes[p] = people.outcomes()[p] - before[p];
            }
            return List.of(1, 4).stream()
                    .anyMatch(group -> tells(before, groups.get(group)) || tells(changes, groups.get(group)));
        }

        private Set<String> covariates() {
            Covariates compared = people.compared();
            Set<String> hidden = new TreeSet<>();
            for (String name : compared.names()) {
                double[] values = compared.column(name);
                if (groups.stream().anyMatch(group -> tells(values, group))) {
                    hidden.add(name);
                }
            }
            people.words().forEach(words -> hideBeside(words, hidden));
            return hidden;
        }

        /** Hides more words of a column, rare ones first, until what the shown ones leave over is not few, nor one word alone. */
        private void hideBeside(List<String> words, Set<String> hidden) {
            if (words.stream().noneMatch(hidden::contains)) {
                return;
            }
            List<Word> counted = words.stream().map(this::counted).toList();
            List<Word> shown = counted.stream()
                    .filter(word -> !hidden.contains(word.name()))
                    .sorted(Comparator.comparingDouble(word -> word.counts()[0]))
                    .toList();
            for (Word next : shown) {
                List<Word> gone = counted.stream()
                        .filter(word -> hidden.contains(word.name()))
                        .toList();
                boolean enough = gone.size() > 1
                        && IntStream.range(0, groups.size())
                                .noneMatch(group -> small.small(gone.stream()
                                        .mapToDouble(word -> word.counts()[group])
                                        .sum()));
                if (enough) {
                    return;
                }
                hidden.add(next.name());
            }
        }

        private Word counted(String name) {
            double[] values = people.compared().column(name);
            return new Word(
                    name,
                    groups.stream()
                            .mapToDouble(group -> IntStream.of(group)
                                    .mapToDouble(place -> values[place])
                                    .sum())
                            .toArray());
        }

        /** A word of a column, and how many of each group have it. */
        private record Word(String name, double[] counts) {}
    }
}
