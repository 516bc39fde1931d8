package org.concordat.measures.evaluation.survival;

import java.util.List;

/** A group's times and events' times, in order. */
final class SortedTimes {
    private final double[] times;
    private final double[] events;

    SortedTimes(List<FollowUp> people) {
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
