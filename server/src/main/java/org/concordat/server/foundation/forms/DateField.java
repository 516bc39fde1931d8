package org.concordat.server.foundation.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A date in three fields, {@code <name>-day}, {@code <name>-month} and {@code <name>-year}. A month can be a number or its
 * English name, whole or its first three letters; a year has four digits.
 */
public final class DateField extends Field<DateField> {

    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    DateField(Form form, String name) {
        super(form, name);
    }

    @Override
    DateField self() {
        return this;
    }

    /** On this day or later. */
    public DateField onOrAfter(LocalDate day) {
        this.earliest = day;
        return this;
    }

    /** On this day or earlier. */
    public DateField onOrBefore(LocalDate day) {
        this.latest = day;
        return this;
    }

    /** The date, where one was typed and has no problem. */
    public Optional<LocalDate> value() {
        String day = form.part(this, name + "-day");
        String month = form.part(this, name + "-month");
        String year = form.part(this, name + "-year");
        var missing = new ArrayList<String>();
        for (var part : List.of(List.of("day", day), List.of("month", month), List.of("year", year))) {
            if (part.getLast().isEmpty()) {
                missing.add(part.getFirst());
            }
        }
        if (missing.size() == 3) {
            if (isRequired()) {
                problemAt(name + "-day", "required");
            }
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            problemAt(name + "-" + missing.getFirst(), "dateWithout." + String.join("And", missing));
            return Optional.empty();
        }
        return parsed(day, month, year).filter(this::isWithin).filter(date -> !form.hasProblem(name));
    }

    private Optional<LocalDate> parsed(String day, String month, String year) {
        OptionalInt yearNumber = number(year, 4, 4);
        OptionalInt monthNumber = month(month);
        OptionalInt dayNumber = number(day, 1, 2);
        if (yearNumber.isEmpty() || yearNumber.getAsInt() < 1000) {
            problemAt(name + "-year", "year");
        } else if (monthNumber.isEmpty()) {
            problemAt(name + "-month", "month");
        } else if (dayNumber.isEmpty()) {
            problemAt(name + "-day", "day");
        } else {
            try {
                return Optional.of(LocalDate.of(yearNumber.getAsInt(), monthNumber.getAsInt(), dayNumber.getAsInt()));
            } catch (DateTimeException noSuchDay) {
                problemAt(
                        name + "-day",
                        "dayOfMonth",
                        YearMonth.of(yearNumber.getAsInt(), monthNumber.getAsInt())
                                .lengthOfMonth());
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(LocalDate date) {
        if (earliest != null && date.isBefore(earliest)) {
            problemAt(name + "-day", "early", earliest);
            return false;
        }
        if (latest != null && date.isAfter(latest)) {
            problemAt(name + "-day", "late", latest);
            return false;
        }
        return true;
    }

    private static OptionalInt month(String typed) {
        OptionalInt number = number(typed, 1, 2);
        if (number.isPresent()) {
            return number.getAsInt() >= 1 && number.getAsInt() <= 12 ? number : OptionalInt.empty();
        }
        String word = typed.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().equals(word) || month.name().substring(0, 3).equals(word)) {
                return OptionalInt.of(month.getValue());
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt number(String typed, int fewest, int most) {
        return typed.matches("[0-9]{" + fewest + "," + most + "}")
                ? OptionalInt.of(Integer.parseInt(typed))
                : OptionalInt.empty();
    }
}
