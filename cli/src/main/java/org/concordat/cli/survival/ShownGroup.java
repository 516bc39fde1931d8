package org.concordat.cli.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.FollowUp;
import org.concordat.measures.evaluation.survival.GroupedSurvival;
import org.concordat.measures.evaluation.survival.GroupedSurvival.Stretch;
import org.concordat.measures.evaluation.survival.SurvivalCurve;
import org.concordat.measures.evaluation.survival.SurvivalCurve.IntervalMethod;

/**
 * A group and what may be shown of it: a curve over stretches of time so long that nobody's date can be read off, or nothing
 * where even the whole time holds too few.
 *
 * @param people whom it has
 * @param shown the curve for publication
 * @param exact Kaplan and Meier's, with a step at each date
 */
record ShownGroup(String name, List<FollowUp> people, Optional<GroupedSurvival> shown, SurvivalCurve exact) {

    static ShownGroup of(String name, List<FollowUp> people, SurvivalRequest request) {
        List<Stretch> stretches = stretches(people, request.every(), request.small());
        return new ShownGroup(
                name,
                List.copyOf(people),
                stretches.isEmpty()
                        ? Optional.empty()
                        : Optional.of(GroupedSurvival.of(people.size(), stretches, request.confidence())),
                SurvivalCurve.of(people, IntervalMethod.LOG_LOG, request.confidence()));
    }

    int events() {
        return (int) people.stream().filter(FollowUp::event).count();
    }

    /**
     * Stretches of whole multiples of a length, each as short as it can be; the last takes in those before it until it, too,
     * holds nobody or enough. Those who were followed to the very end, where they are enough, have not left sight but remain. None
     * where there is no such way.
     */
    static List<Stretch> stretches(List<FollowUp> people, double every, SmallCounts small) {
        double longest = people.stream().mapToDouble(FollowUp::time).max().orElse(0);
        int toTheEnd = (int) people.stream()
                .filter(person -> !person.event() && person.time() == longest)
                .count();
        boolean remain = longest > 0 && toTheEnd > 0 && !small.small(toTheEnd);
        int cells = (int) Math.max(1, Math.ceil(longest / every - 1e-9));
        int[] events = new int[cells];
        int[] left = new int[cells];
        for (FollowUp person : people) {
            int cell = Math.clamp((int) Math.ceil(person.time() / every - 1e-9) - 1, 0, cells - 1);
            if (person.event()) {
                events[cell]++;
            } else if (!remain || person.time() < longest) {
                left[cell]++;
            }
        }
        double end = remain ? longest : cells * every;
        return small.small(people.size()) ? List.of() : joined(people.size(), events, left, every, end, small);
    }

    private static List<Stretch> joined(
            int persons, int[] events, int[] left, double every, double end, SmallCounts small) {
        List<Stretch> stretches = new ArrayList<>();
        int openEvents = 0;
        int openLeft = 0;
        int remaining = persons;
        for (int cell = 0; cell < events.length; cell++) {
            openEvents += events[cell];
            openLeft += left[cell];
            remaining -= events[cell] + left[cell];
            if (!small.small(openEvents) && !small.small(openLeft) && !small.small(remaining)) {
                stretches.add(new Stretch(Math.min((cell + 1) * every, end), openEvents, openLeft));
                openEvents = 0;
                openLeft = 0;
            }
        }
        if (openEvents + openLeft == 0) {
            return stretches;
        }
        while (!stretches.isEmpty()) {
            Stretch before = stretches.removeLast();
            openEvents += before.events();
            openLeft += before.leftSight();
            if (!small.small(openEvents) && !small.small(openLeft)) {
                stretches.add(new Stretch(end, openEvents, openLeft));
                return stretches;
            }
        }
        return List.of();
    }
}
