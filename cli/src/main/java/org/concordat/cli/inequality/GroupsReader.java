package org.concordat.cli.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.inequality.InequalityRequest.Counted;
import org.concordat.cli.inequality.InequalityRequest.Given;
import org.concordat.cli.inequality.InequalityRequest.Order;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.comparisons.QuantileGroups;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.ProportionInterval;
import org.concordat.measures.rates.Rates;

/** Reads a table's rows into groups by deprivation, series by series, each group with its figure. */
final class GroupsReader {
    private static final int MOST_GROUPS = 100;

    private final FigureTable table;
    private final InequalityRequest request;

    private GroupsReader(FigureTable table, InequalityRequest request) {
        this.table = table;
        this.request = request;
    }

    /** The groups of each series, from the most to the least deprived; a figure that rests on few is hidden. */
    static Map<List<String>, List<DeprivationGroup>> read(FigureTable table, InequalityRequest request) {
        table.require(request.deprivation(), request.order() == Order.GROUPS ? "--quantile" : "--deprivation");
        request.by().forEach(column -> table.require(column, "--by"));
        switch (request.from()) {
            case Counted counted -> {
                table.require(counted.numerator(), "--numerator");
                table.require(counted.denominator(), "--denominator");
            }
            case Given given -> {
                table.require(given.value(), "--value");
                table.require(given.lower(), "--lower");
                table.require(given.upper(), "--upper");
                table.require(given.population(), "--denominator");
            }
        }
        return new GroupsReader(table, request).groups();
    }

    private Map<List<String>, List<DeprivationGroup>> groups() {
        Map<List<String>, List<FigureRow>> series = new LinkedHashMap<>();
        for (FigureRow row : table.rows()) {
            series.computeIfAbsent(request.by().stream().map(row::requiredText).toList(), any -> new ArrayList<>())
                    .add(row);
        }
        Map<List<String>, List<DeprivationGroup>> groups = new LinkedHashMap<>();
        series.forEach((name, rows) -> groups.put(name, groups(rows)));
        return groups;
    }

    private List<DeprivationGroup> groups(List<FigureRow> rows) {
        TreeMap<Integer, List<FigureRow>> together = new TreeMap<>();
        List<Integer> numbers = numbers(rows);
        for (int i = 0; i < rows.size(); i++) {
            together.computeIfAbsent(numbers.get(i), any -> new ArrayList<>()).add(rows.get(i));
        }
        List<DeprivationGroup> groups = new ArrayList<>();
        together.forEach((number, inside) -> groups.add(
                switch (request.from()) {
                    case Counted counted -> counted(number, inside, counted);
                    case Given given -> given(number, inside, given);
                }));
        return groups;
    }

    private List<Integer> numbers(List<FigureRow> rows) {
        String column = request.deprivation();
        if (request.order() == Order.GROUPS) {
            return rows.stream().map(row -> number(row, column)).toList();
        }
        List<OptionalInt> groups = QuantileGroups.of(
                rows.stream()
                        .map(row -> OptionalDouble.of(row.requiredNumber(column)))
                        .toList(),
                request.groups(),
                request.order() == Order.SCORES ? QuantileGroups.First.HIGHEST : QuantileGroups.First.LOWEST);
        if (groups.contains(OptionalInt.empty())) {
            throw new CommandException(
                    "INEQUALITY-UNFIT",
                    ExitCode.REFUSED,
                    "A table of " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " cannot be put into "
                            + request.groups() + " groups. Take fewer with --groups (at least 5), or name fewer columns"
                            + " with --by, which makes a table of each of their values.");
        }
        return groups.stream().map(OptionalInt::getAsInt).toList();
    }

    private static int number(FigureRow row, String column) {
        long number = row.requiredCount(column);
        if (number < 1 || number > MOST_GROUPS) {
            throw row.trouble(
                    column,
                    "is no group from 1 to " + MOST_GROUPS,
                    "Number groups from 1, the most deprived; where the column holds scores or ranks, name it with"
                            + " --deprivation.");
        }
        return Math.toIntExact(number);
    }

    private DeprivationGroup counted(int number, List<FigureRow> rows, Counted columns) {
        double numerator = 0;
        double denominator = 0;
        boolean hidden = false;
        for (FigureRow row : rows) {
            if (row.hidden(columns.numerator()) || row.hidden(columns.denominator())) {
                hidden = true;
                continue;
            }
            double above = row.requiredNumber(columns.numerator());
            double below = row.requiredNumber(columns.denominator());
            if (above < 0) {
                throw row.trouble(columns.numerator(), "is below zero", "A count is 0 or more.");
            }
            if (!(below > 0)) {
                throw row.trouble(columns.denominator(), "is not above zero", "Leave out the rows of nobody.");
            }
            if (!columns.events() && above > below) {
                throw row.trouble(
                        columns.numerator(),
                        "is above its denominator",
                        "Where one person can have several events, ask for --method rate.");
            }
            numerator += above;
            denominator += below;
        }
        hidden |= request.counts().small(numerator)
                || request.counts().small(denominator)
                || (!columns.events() && request.counts().small(denominator - numerator));
        // Hidden before, its denominator may lack rows; it weighs in nothing that is shown.
        return new DeprivationGroup(
                number,
                rows.size(),
                denominator,
                hidden ? hidden(columns.events()) : estimate(numerator, denominator, columns.events()));
    }

    private Estimate estimate(double numerator, double denominator, boolean events) {
        // The line takes 95 % intervals, whatever confidence is asked of its indices.
        return events
                ? Rates.rate(numerator, denominator, request.multiplier(), .95, CountInterval.EXACT_BELOW_TEN)
                : Rates.proportion(numerator, denominator, request.multiplier(), .95, ProportionInterval.WILSON);
    }

    private static Estimate hidden(boolean events) {
        return none(Status.CONFIDENTIAL, events ? "rate of a group" : "proportion of a group");
    }

    private static Estimate none(Status status, String method) {
        return new Estimate(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                method,
                status);
    }

    private DeprivationGroup given(int number, List<FigureRow> rows, Given columns) {
        FigureRow row = rows.getFirst();
        if (rows.size() > 1) {
            throw rows.get(1)
                    .trouble(
                            request.deprivation(),
                            "names a group that has a row already",
                            "Figures that are given cannot be added up: give each group one row, or name the columns that tell"
                                    + " its rows apart with --by.");
        }
        double population = row.hidden(columns.population()) ? 0 : row.requiredNumber(columns.population());
        for (String column : List.of(columns.value(), columns.lower(), columns.upper(), columns.population())) {
            if (row.hidden(column)) {
                return new DeprivationGroup(number, 1, population, none(Status.CONFIDENTIAL, "given"));
            }
        }
        if (!(population > 0)) {
            throw row.trouble(columns.population(), "is not above zero", "Leave out the groups of nobody.");
        }
        double value = row.requiredNumber(columns.value());
        double lower = row.requiredNumber(columns.lower());
        double upper = row.requiredNumber(columns.upper());
        if (!(lower <= value && value <= upper)) {
            throw row.trouble(columns.lower(), "and the upper limit do not enclose the figure", "Check the columns.");
        }
        return new DeprivationGroup(
                number,
                1,
                population,
                new Estimate(
                        OptionalDouble.of(value),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.of(new Interval(lower, upper, .95)),
                        "given",
                        Status.NORMAL));
    }
}
