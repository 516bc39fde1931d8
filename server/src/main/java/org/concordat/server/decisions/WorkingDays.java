package org.concordat.server.decisions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.Nation;

/**
 * Working days of the United Kingdom, in the time of London. Bank holidays are known for England and Wales, for the years that have
 * been announced; elsewhere and in other years none is counted, so that something falls due too early rather than too late.
 */
public final class WorkingDays {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Source: https://www.gov.uk/bank-holidays, England and Wales, as announced for 2025 to 2027. */
    private static final Set<LocalDate> ENGLAND_AND_WALES = Stream.of(
                    "2025-01-01",
                    "2025-04-18",
                    "2025-04-21",
                    "2025-05-05",
                    "2025-05-26",
                    "2025-08-25",
                    "2025-12-25",
                    "2025-12-26",
                    "2026-01-01",
                    "2026-04-03",
                    "2026-04-06",
                    "2026-05-04",
                    "2026-05-25",
                    "2026-08-31",
                    "2026-12-25",
                    "2026-12-28",
                    "2027-01-01",
                    "2027-03-26",
                    "2027-03-29",
                    "2027-05-03",
                    "2027-05-31",
                    "2027-08-30",
                    "2027-12-27",
                    "2027-12-28")
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {}

    /** The day in London on which that moment falls. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, LONDON);
    }

    /** The last day that is within so many working days of {@code day}, which itself does not count. */
    public static LocalDate after(LocalDate day, int workingDays, Nation nation) {
        LocalDate due = day;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (isWorkingDay(due, nation)) {
                left--;
            }
        }
        return due;
    }

    public static boolean isWorkingDay(LocalDate day, Nation nation) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean holiday = switch (nation) {
            case ENGLAND, WALES -> ENGLAND_AND_WALES.contains(day);
            case SCOTLAND, NORTHERN_IRELAND -> false;
        };
        return !weekend && !holiday;
    }
}
