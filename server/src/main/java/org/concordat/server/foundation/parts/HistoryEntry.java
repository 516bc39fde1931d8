package org.concordat.server.foundation.parts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a thing, for its history.
 *
 * @param at when
 * @param messageKey what happened
 * @param arguments of the message
 * @param by a name; empty where the server did it by itself
 */
public record HistoryEntry(Instant at, String messageKey, List<String> arguments, Optional<String> by) {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    public HistoryEntry {
        arguments = List.copyOf(arguments);
    }

    /** When, by the clocks of the United Kingdom. */
    public ZonedDateTime localTime() {
        return at.atZone(HERE);
    }

    /** For templates. */
    public String byWhom() {
        return by.orElse("");
    }

    /** For Thymeleaf, which takes an array. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }

    /** Without the names. */
    @Override
    public String toString() {
        return "HistoryEntry[" + at + " " + messageKey + "]";
    }
}
