package org.concordat.server.requests;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.decisions.WorkingDays;

/**
 * A question or an answer between the two organisations.
 *
 * @param answers the message that it answers
 */
public record Message(UUID id, Instant at, UUID by, String organisation, Optional<UUID> answers, String text) {

    /** When, by the clocks of the United Kingdom. */
    public ZonedDateTime localTime() {
        return at.atZone(WorkingDays.LONDON);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
