package org.concordat.cli.beforeafter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.DifferenceInDifferences.Group;
import org.concordat.measures.evaluation.DifferenceInDifferences.Period;

/**
 * The group where the service began, and all others together, period by period.
 *
 * @param moments in the order of time
 * @param firstAfter the place of the period in which the service began; at least one is before it
 * @param shares whether counts of persons are compared, rather than means
 */
record Panel(List<Moment> moments, int firstAfter, boolean shares) {

    /**
     * One period.
     *
     * @param treated where the service began
     * @param others elsewhere
     */
    record Moment(String name, Side treated, Side others) {
        Period period() {
            return new Period(treated.group(), others.group());
        }

        boolean hidden(SmallCounts small) {
            return treated.hidden(small) || others.hidden(small);
        }
    }

    /**
     * One group in one period.
     *
     * @param happened to how many it happened; none where means are compared
     */
    record Side(Optional<Long> happened, Group group) {
        boolean hidden(SmallCounts small) {
            return small.small((double) group.persons())
                    || happened.filter(count -> small.tells((double) count, (double) group.persons()))
                            .isPresent();
        }

        /** Both groups as one. */
        Side with(Side other) {
            if (happened.isPresent() && other.happened.isPresent()) {
                long sum = happened.get() + other.happened.get();
                return new Side(Optional.of(sum), Group.ofCount(sum, group.persons() + other.group.persons()));
            }
            long persons = group.persons() + other.group.persons();
            double own = (double) group.persons() / persons;
            return new Side(
                    Optional.empty(),
                    new Group(
                            persons,
                            own * group.mean() + (1 - own) * other.group.mean(),
                            Math.hypot(own * group.standardError(), (1 - own) * other.group.standardError())));
        }
    }

    Panel {
        moments = List.copyOf(moments);
    }

    static Panel read(FigureTable table, BeforeAfterRequest request) {
        Map<String, Map<String, Side>> byPeriod = new TreeMap<>();
        TreeSet<String> groups = new TreeSet<>();
        for (FigureRow row : table.rows()) {
            String group = row.requiredText(request.group());
            groups.add(group);
            Side before = byPeriod.computeIfAbsent(row.requiredText(request.period()), none -> new TreeMap<>())
                    .put(group, side(row, request));
            if (before != null) {
                throw trouble("A group stands twice in one period, at latest in data row " + row.number() + " of "
                        + table.file() + ". Add the rows up, or leave one out.");
            }
        }
        if (!groups.remove(request.treated())) {
            throw trouble("No row of " + table.file() + " is of the group that --treated names. Its groups are: "
                    + String.join(", ", groups) + ".");
        }
        if (groups.isEmpty()) {
            throw trouble(
                    table.file() + " has one group only, so there is nothing to compare it with. Add rows of places"
                            + " or people without the service.");
        }
        List<String> periods = List.copyOf(byPeriod.keySet());
        if (periods.stream().mapToInt(String::length).distinct().count() > 1) {
            throw trouble(
                    "The periods of " + table.file() + " are written in different ways, so their order cannot be told."
                            + " Write all alike, such as 2024 or 2024-03.");
        }
        int first = periods.indexOf(request.from());
        if (first < 1) {
            throw trouble(
                    first < 0
                            ? "No row of " + table.file() + " is of the period that --from names. Its periods are: "
                                    + String.join(", ", periods) + "."
                            : "No period is before the one that --from names, so no change can be told. Add earlier rows.");
        }
        List<Moment> moments = new ArrayList<>();
        byPeriod.forEach((period, sides) -> moments.add(moment(period, sides, groups, request, table.file())));
        return new Panel(moments, first, request.count().isPresent());
    }

    private static Moment moment(
            String period, Map<String, Side> sides, TreeSet<String> others, BeforeAfterRequest request, String file) {
        Side treated = sides.get(request.treated());
        Optional<Side> rest = others.stream()
                .flatMap(group -> Optional.ofNullable(sides.get(group)).stream())
                .reduce(Side::with);
        if (treated == null || sides.size() <= others.size() || rest.isEmpty()) {
            throw trouble("Not every group has a row in period " + period + " of " + file
                    + ". Others that come and go would look like a change: add the rows, or leave that group or period"
                    + " out.");
        }
        return new Moment(period, treated, rest.get());
    }

    private static Side side(FigureRow row, BeforeAfterRequest request) {
        long persons = row.requiredCount(request.persons());
        if (persons < 2) {
            throw row.trouble(request.persons(), "is below 2", "No error can be told of so few; leave the group out.");
        }
        if (request.count().isPresent()) {
            long happened = row.requiredCount(request.count().get());
            if (happened > persons) {
                throw row.trouble(
                        request.count().get(),
                        "is above the number of persons",
                        "Count each person once, or compare means.");
            }
            return new Side(Optional.of(happened), Group.ofCount(happened, persons));
        }
        double error = row.requiredNumber(request.error().orElseThrow());
        if (error < 0) {
            throw row.trouble(request.error().orElseThrow(), "is below zero", "A standard error is 0 or more.");
        }
        return new Side(
                Optional.empty(),
                new Group(persons, row.requiredNumber(request.mean().orElseThrow()), error));
    }

    private static CommandException trouble(String what) {
        return new CommandException("BEFORE-AFTER-TABLE", ExitCode.REFUSED, what + " Nothing was written.");
    }
}
