package org.concordat.ledger.entries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's fields must say together, each having its shape. It also leaves dates no room for somebody's birth: an end
 * lies ahead, and a decision is about a day near its own.
 */
final class Agreeing {
    /** How far from today somebody may ask whether a share is lawful: a year, and a leap day. */
    private static final long MOST_DAYS_AWAY = 366;

    private Agreeing() {}

    /** What does not agree, to complete "The entry …"; empty when all does. */
    static Optional<String> trouble(EntryKind kind, Map<String, @Nullable Object> fields) {
        LocalDate today =
                LocalDate.ofInstant(Instant.parse((String) Objects.requireNonNull(fields.get("at"))), ZoneOffset.UTC);
        for (String end : List.of("expires", "backupsExpire")) {
            // The day may have begun where the entry is made, and not yet in UTC, or the other way round.
            if (day(fields, end).filter(today.minusDays(1)::isAfter).isPresent()) {
                return Optional.of("has a field \"" + end + "\" that lies before its \"at\"");
            }
        }
        if (kind != EntryKind.DECISION) {
            return Optional.empty();
        }
        if (day(fields, "day")
                .filter(day -> Math.abs(day.toEpochDay() - today.toEpochDay()) > MOST_DAYS_AWAY)
                .isPresent()) {
            return Optional.of("has a \"day\" that is more than a year away from its \"at\"");
        }
        boolean permitted = "PERMITTED".equals(fields.get("outcome"));
        if (permitted != List.of().equals(fields.get("rules"))) {
            return Optional.of(
                    permitted
                            ? "permits and names \"rules\", which are those that did not"
                            : "does not permit and names no \"rules\"");
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Map<String, @Nullable Object> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(day -> LocalDate.parse((String) day));
    }
}
