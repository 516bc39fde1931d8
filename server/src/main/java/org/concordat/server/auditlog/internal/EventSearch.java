package org.concordat.server.auditlog.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events somebody looks for: all that fit everything said here.
 *
 * @param from the first day
 * @param to the last day
 * @param kind the code of one kind
 * @param organisation one whose events they are
 * @param people one of whom did it
 * @param thing the id of what it happened to
 */
public record EventSearch(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> kind,
        Optional<String> organisation,
        Optional<List<UUID>> people,
        Optional<String> thing) {

    public EventSearch {
        people = people.map(List::copyOf);
    }

    /** All events. */
    public static EventSearch all() {
        return new EventSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Those that happened to a thing. */
    public static EventSearch about(String thing) {
        return new EventSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(thing));
    }
}
