package org.concordat.cli.pathways;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.SmallCounts;

/**
 * Each person's steps in the order of time, where staying at a step is none.
 *
 * @param steps for each person, one or more
 * @param together how many people had two steps at one time, which were taken in the order of the file
 */
record Journeys(List<List<String>> steps, int together) {
    /** What stands for steps that few ever took. */
    static final String OTHER = "other steps";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?)?");

    private record Event(String moment, double number, String step) {}

    Journeys {
        steps = steps.stream().map(List::copyOf).toList();
    }

    static Journeys read(FigureTable table, String id, String time, String step) {
        table.require(id, "--id");
        table.require(time, "--time");
        table.require(step, "--step");
        Map<String, List<Event>> people = new LinkedHashMap<>();
        boolean dates = !table.rows().isEmpty()
                && DATE.matcher(table.rows().getFirst().requiredText(time)).matches();
        for (FigureRow row : table.rows()) {
            people.computeIfAbsent(row.requiredText(id), none -> new ArrayList<>())
                    .add(event(row, time, step, dates));
        }
        List<List<String>> steps = new ArrayList<>();
        int together = 0;
        for (List<Event> events : people.values()) {
            events.sort(Comparator.comparingDouble(Event::number).thenComparing(Event::moment));
            together += events.stream().map(Event::moment).distinct().count() < events.size() ? 1 : 0;
            steps.add(collapsed(events.stream().map(Event::step).toList()));
        }
        return new Journeys(steps, together);
    }

    private static Event event(FigureRow row, String time, String step, boolean dates) {
        String moment = row.requiredText(time);
        if (dates && !DATE.matcher(moment).matches()) {
            throw row.trouble(time, "is no date like those before it", "Write all dates as 2026-03-31.");
        }
        return new Event(moment, dates ? 0 : row.requiredNumber(time), row.requiredText(step));
    }

    private static List<String> collapsed(List<String> steps) {
        List<String> collapsed = new ArrayList<>();
        for (String step : steps) {
            if (collapsed.isEmpty() || !collapsed.getLast().equals(step)) {
                collapsed.add(step);
            }
        }
        return collapsed;
    }

    /** The same with the steps that few ever took put together, and with them the next rarest until they are not few. */
    Journeys withRareTogether(SmallCounts small) {
        Map<String, Set<Integer>> who = new TreeMap<>();
        for (int person = 0; person < steps.size(); person++) {
            for (String step : steps.get(person)) {
                who.computeIfAbsent(step, none -> new HashSet<>()).add(person);
            }
        }
        List<String> rarest = who.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
        Set<String> together = new HashSet<>();
        Set<Integer> persons = new HashSet<>();
        for (String step : rarest) {
            Set<Integer> own = who.getOrDefault(step, Set.of());
            if (!small.small((double) own.size()) && !small.small((double) persons.size())) {
                break;
            }
            together.add(step);
            persons.addAll(own);
        }
        return together.isEmpty()
                ? this
                : new Journeys(
                        steps.stream()
                                .map(own -> collapsed(own.stream()
                                        .map(step -> together.contains(step) ? OTHER : step)
                                        .toList()))
                                .toList(),
                        this.together);
    }
}
