package org.concordat.measures.evaluation.survival;

import java.util.List;
import java.util.TreeSet;
import org.hipparchus.special.Erf;

/**
 * Whether the event came sooner in one group than in another: the log-rank test (Mantel 1966; Peto and Peto 1972). It asks of
 * the whole curve, and sees little where two curves cross.
 *
 * @param chiSquared with one degree of freedom
 * @param probability of as large a difference or larger, if there were none
 * @param observed events in the first group
 * @param expected events in the first group, had both been alike
 */
public record LogRank(double chiSquared, double probability, int observed, double expected) {

    /** Compares two groups of one or more each. */
    public static LogRank of(List<FollowUp> first, List<FollowUp> second) {
        if (first.isEmpty() || second.isEmpty()) {
            throw new IllegalArgumentException(
                    "groups: one or more people each, given " + first.size() + " and " + second.size());
        }
        TreeSet<Double> times = new TreeSet<>();
        first.stream().filter(FollowUp::event).forEach(person -> times.add(person.time()));
        second.stream().filter(FollowUp::event).forEach(person -> times.add(person.time()));
        Sorted one = new Sorted(first);
        Sorted two = new Sorted(second);
        int observed = 0;
        double expected = 0;
        double variance = 0;
        for (double time : times) {
            int risk1 = one.from(time);
            int risk2 = two.from(time);
            int events1 = one.eventsAt(time);
            int events = events1 + two.eventsAt(time);
            double risk = (double) risk1 + risk2;
            observed += events1;
            expected += events * (risk1 / risk);
            if (risk > 1) {
                variance += events * (risk1 / risk) * (risk2 / risk) * (risk - events) / (risk - 1);
            }
        }
        double difference = observed - expected;
        double chiSquared = variance > 0 ? difference * difference / variance : 0;
        return new LogRank(chiSquared, Erf.erfc(Math.sqrt(chiSquared / 2)), observed, expected);
    }

    /** A group's times and events' times, in order. */
    private static final class Sorted {
        private final double[] times;
        private final double[] events;

        Sorted(List<FollowUp> people) {
            times = people.stream().mapToDouble(FollowUp::time).sorted().toArray();
            events = people.stream()
                    .filter(FollowUp::event)
                    .mapToDouble(FollowUp::time)
                    .sorted()
                    .toArray();
        }

        int from(double time) {
            return times.length - below(times, time);
        }

        int eventsAt(double time) {
            return below(events, Math.nextUp(time)) - below(events, time);
        }

        private static int below(double[] sorted, double value) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
