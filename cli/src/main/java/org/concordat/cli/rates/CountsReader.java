package org.concordat.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.rates.AreaFigure.Series;
import org.concordat.cli.rates.CountedArea.Count;
import org.concordat.measures.standardised.AgeBand;
import org.concordat.measures.standardised.StandardPopulation;

/** Reads counts by area, period and, where the method needs them, age band; each place once. */
final class CountsReader {
    private static final String AGELESS = "all ages";

    private final FigureTable table;
    private final RatesRequest request;
    private final Map<String, AgeBand> bands = new LinkedHashMap<>();

    private record Place(Series series, String areaCode, String period) {}

    private CountsReader(FigureTable table, RatesRequest request) {
        this.table = table;
        this.request = request;
    }

    /** All areas and periods in the order of the table. */
    static List<CountedArea> read(FigureTable table, RatesRequest request) {
        RatesRequest.Columns columns = request.columns();
        table.require(columns.areaCode(), "--area");
        table.require(columns.numerator(), "--numerator");
        table.require(columns.denominator(), "--denominator");
        if (request.method().byAge()) {
            table.require(columns.age(), "--age");
        }
        return new CountsReader(table, request).areas();
    }

    /** A standard population: a table with the columns {@code age} and {@code population}. */
    static StandardPopulation standard(FigureTable table) {
        table.require("age", "--standard");
        table.require("population", "--standard");
        Map<String, AgeBand> named = bands(table, "age");
        TreeMap<AgeBand, Double> people = new TreeMap<>();
        for (FigureRow row : table.rows()) {
            AgeBand band = named.get(row.requiredText("age"));
            if (band == null || people.put(band, row.requiredNumber("population")) != null) {
                throw row.trouble("age", "names a band that stands there already", "Each band stands once.");
            }
        }
        return aboutAges(table.file(), () -> new StandardPopulation(table.file(), table.file(), people));
    }

    private List<CountedArea> areas() {
        RatesRequest.Columns columns = request.columns();
        if (request.method().byAge()) {
            bands.putAll(bands(table, columns.age()));
        }
        Map<Place, List<FigureRow>> places = new LinkedHashMap<>();
        for (FigureRow row : table.rows()) {
            Series series =
                    new Series(optional(row, columns.indicator(), request.title()), optional(row, columns.sex(), ""));
            Place place = new Place(series, row.requiredText(columns.areaCode()), optional(row, columns.period(), ""));
            places.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
        }
        List<CountedArea> areas = new ArrayList<>();
        places.forEach((place, rows) -> areas.add(area(place, rows)));
        return areas;
    }

    private String optional(FigureRow row, String column, String otherwise) {
        return table.has(column) ? row.text(column).orElse(otherwise) : otherwise;
    }

    private CountedArea area(Place place, List<FigureRow> rows) {
        if (rows.size() > 1 && !request.method().byAge()) {
            throw new CommandException(
                    "RATES-TWICE",
                    ExitCode.COULD_NOT,
                    "Area " + place.areaCode() + (place.period().isEmpty() ? "" : " in " + place.period())
                            + " stands in data rows " + rows.get(0).number() + " and "
                            + rows.get(1).number() + " of "
                            + table.file()
                            + ". Each area and period stands once; if the rows are of different ages, ask"
                            + " for a method by age, if of different sexes or indicators, name the column with --sex or"
                            + " --indicator.");
        }
        List<Count> counts = new ArrayList<>();
        boolean hidden = false;
        for (FigureRow row : rows) {
            if (row.hidden(request.columns().numerator())
                    || row.hidden(request.columns().denominator())) {
                hidden = true;
                continue;
            }
            counts.add(count(row));
        }
        String name = optional(rows.getFirst(), request.columns().areaName(), place.areaCode());
        return new CountedArea(place.series(), place.areaCode(), name, place.period(), counts, hidden);
    }

    private Count count(FigureRow row) {
        RatesRequest.Columns columns = request.columns();
        OptionalDouble numerator = row.number(columns.numerator());
        OptionalDouble denominator = row.number(columns.denominator());
        if (numerator.isPresent() && numerator.getAsDouble() < 0) {
            throw row.trouble(columns.numerator(), "is below zero", "A count is 0 or more.");
        }
        if (denominator.isPresent() && !(denominator.getAsDouble() > 0)) {
            throw row.trouble(
                    columns.denominator(), "is not above zero", "There is no rate of nobody: leave the row out.");
        }
        if (request.method() == RateMethod.PROPORTION
                && numerator.isPresent()
                && denominator.isPresent()
                && numerator.getAsDouble() > denominator.getAsDouble()) {
            throw row.trouble(
                    columns.numerator(),
                    "is above its denominator",
                    "A proportion's numerator is part of its denominator; where one person can have several events, ask"
                            + " for --method rate.");
        }
        AgeBand ages = AgeBand.andOver(0);
        if (request.method().byAge()) {
            AgeBand named = bands.get(row.requiredText(columns.age()));
            ages = named == null ? ages : named;
        }
        return new Count(ages, numerator, denominator);
    }

    /** The band that each text of a column names; whole numbers alone are youngest ages. */
    private static Map<String, AgeBand> bands(FigureTable table, String column) {
        TreeSet<String> texts = new TreeSet<>();
        table.rows().forEach(row -> texts.add(row.requiredText(column)));
        Map<String, AgeBand> bands = new LinkedHashMap<>();
        if (texts.stream().allMatch(text -> text.matches("\\d{1,3}"))) {
            List<String> inOrder = List.copyOf(texts);
            List<AgeBand> starting = aboutAges(
                    table.file(),
                    () -> AgeBand.startingAt(
                            inOrder.stream().map(Integer::valueOf).toList()));
            for (int i = 0; i < inOrder.size(); i++) {
                bands.put(inOrder.get(i), starting.get(i));
            }
            return bands;
        }
        for (FigureRow row : table.rows()) {
            String text = row.requiredText(column);
            try {
                bands.computeIfAbsent(text, AgeBand::parse);
            } catch (IllegalArgumentException _) {
                throw row.trouble(
                        column,
                        "is no age band",
                        "Write ages as 0-4, under 1, 85 and over or 90+, without rows for " + AGELESS + ".");
            }
        }
        return bands;
    }

    /** Turns a library's complaint about age bands, which holds no figures, into one about a place. */
    static <T> T aboutAges(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException complaint) {
            throw new CommandException(
                    "RATES-AGES",
                    ExitCode.COULD_NOT,
                    "The age bands of " + place + " do not fit: " + complaint.getMessage() + ".",
                    complaint);
        }
    }
}
