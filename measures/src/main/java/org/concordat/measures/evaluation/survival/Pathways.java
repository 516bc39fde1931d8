package org.concordat.measures.evaluation.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people went which way from state to state, such as from referral to assessment to support. Counts of few are marked,
 * since a rare way can be known as somebody's: hide them before anything is published.
 *
 * @param ways whole ways from first state to last, most frequent first, then in the order of their names
 * @param steps single steps from one state to the next, in the same order
 * @param persons who were counted
 */
public record Pathways(List<Way> ways, List<Step> steps, int persons) {

    /**
     * A whole way.
     *
     * @param states from the first to the last
     * @param small whether so few went it that the count should not be shown
     */
    public record Way(List<String> states, int persons, boolean small) {
        public Way {
            states = List.copyOf(states);
        }
    }

    /**
     * A step.
     *
     * @param times how often it was taken; somebody may take it more than once
     * @param persons who took it
     * @param small whether so few took it that the counts should not be shown
     */
    public record Step(String from, String to, int times, int persons, boolean small) {}

    public Pathways {
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }

    /**
     * Counts ways and steps.
     *
     * @param people for each person their states in the order of time, one or more; staying in a state is no step
     * @param threshold below which a count is small, 1 or more
     */
    public static Pathways of(List<List<String>> people, int threshold) {
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold: 1 or more, given " + threshold);
        }
        Comparator<List<String>> byNames = Pathways::compare;
        Map<List<String>, Integer> ways = new TreeMap<>(byNames);
        Map<List<String>, int[]> steps = new TreeMap<>(byNames);
        for (List<String> states : people) {
            if (states.isEmpty()) {
                throw new IllegalArgumentException("states: one or more for each person, given none");
            }
            List<String> way = new ArrayList<>();
            Map<List<String>, Integer> own = new TreeMap<>(byNames);
            for (String state : states) {
                if (!way.isEmpty() && !way.getLast().equals(state)) {
                    own.merge(List.of(way.getLast(), state), 1, Integer::sum);
                }
                if (way.isEmpty() || !way.getLast().equals(state)) {
                    way.add(state);
                }
            }
            ways.merge(way, 1, Integer::sum);
            own.forEach((step, times) -> {
                int[] counts = steps.computeIfAbsent(step, none -> new int[2]);
                counts[0] += times;
                counts[1]++;
            });
        }
        List<Way> allWays = new ArrayList<>();
        ways.forEach((states, count) -> allWays.add(new Way(states, count, count < threshold)));
        allWays.sort(Comparator.comparingInt(Way::persons).reversed());
        List<Step> allSteps = new ArrayList<>();
        steps.forEach((step, counts) ->
                allSteps.add(new Step(step.getFirst(), step.getLast(), counts[0], counts[1], counts[1] < threshold)));
        allSteps.sort(Comparator.comparingInt(Step::persons).reversed());
        return new Pathways(allWays, allSteps, people.size());
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int compared = a.get(i).compareTo(b.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
