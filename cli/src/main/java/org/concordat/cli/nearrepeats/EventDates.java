package org.concordat.cli.nearrepeats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.files.values.DateOrder;
import org.concordat.files.values.DateReading;
import org.concordat.files.values.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Where and when events happened.
 *
 * @param xs eastings
 * @param ys northings
 * @param times days, or months where no days are known, counted from anywhere
 * @param unit which of both
 * @param without events with a place and no date
 */
record EventDates(double[] xs, double[] ys, int[] times, Unit unit, int without) {
    /** What dates are counted in. */
    enum Unit {
        DAYS("days"),
        MONTHS("months");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final List<String> USUAL = List.of("date", "event_date", "date_of_event", "reported", "month");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final DateReading READING = DateReading.of(DateOrder.DAY_MONTH_YEAR);

    /** The events of a table that have a place and a date. */
    static EventDates of(FigureTable table, EventPoints points, @Nullable String dateColumn) {
        String column = column(table, dateColumn);
        List<Integer> kept = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        Optional<Unit> unit = Optional.empty();
        for (int i = 0; i < points.rows().size(); i++) {
            FigureRow row = points.rows().get(i);
            Optional<String> text = row.text(column).map(String::strip).filter(t -> !t.isEmpty());
            if (text.isEmpty()) {
                continue;
            }
            var month = MONTH.matcher(text.get());
            Unit own = month.matches() ? Unit.MONTHS : Unit.DAYS;
            if (unit.isPresent() && unit.get() != own) {
                throw row.trouble(
                        column,
                        own == Unit.MONTHS
                                ? "says a month where rows before say days"
                                : "says a day where rows before say months",
                        "Give days for all events, or months for all.");
            }
            unit = Optional.of(own);
            times.add(
                    own == Unit.MONTHS
                            ? Integer.parseInt(month.group(1)) * 12 + Integer.parseInt(month.group(2))
                            : day(row, column, text.get()));
            kept.add(i);
        }
        return new EventDates(
                kept.stream().mapToDouble(i -> points.xs()[i]).toArray(),
                kept.stream().mapToDouble(i -> points.ys()[i]).toArray(),
                times.stream().mapToInt(Integer::intValue).toArray(),
                unit.orElse(Unit.DAYS),
                points.rows().size() - kept.size());
    }

    private static int day(FigureRow row, String column, String text) {
        int day = Dates.day(text, READING);
        if (day <= 0) {
            throw row.trouble(
                    column,
                    day < 0 ? "is a day that never was" : "is no date",
                    "Write dates as 2026-11-30 or 30/11/2026, or months as 2026-11.");
        }
        return Math.toIntExact(
                java.time.LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toEpochDay());
    }

    private static String column(FigureTable table, @Nullable String named) {
        if (named != null) {
            table.require(named, "--date");
            return named;
        }
        return USUAL.stream()
                .filter(table::has)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "NEAR-REPEATS-NO-DATES",
                        ExitCode.WRONG_USE,
                        table.file() + " has no column " + String.join(", ", USUAL.subList(0, USUAL.size() - 1))
                                + " or "
                                + USUAL.getLast() + ". Say with --date which of its columns says when events happened: "
                                + String.join(", ", table.columns()) + "."));
    }
}
