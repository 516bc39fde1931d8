package org.concordat.server.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.decisions.WorkingDays;

/**
 * A request to share, as it stands.
 *
 * @param code such as {@code RQ-12}
 * @param asking the organisation that needs the data
 * @param supplying the organisation that holds them
 * @param since when it came to stand so
 * @param dueOn the day by which it should have moved on
 * @param passedOn whether the organisation that holds the data has been asked
 * @param version counts changes, so that two people do not overwrite each other
 */
public record DataRequest(
        String code,
        Need need,
        String asking,
        String supplying,
        RequestState state,
        Instant since,
        Optional<LocalDate> dueOn,
        boolean passedOn,
        boolean practice,
        Optional<UUID> madeBy,
        Instant madeAt,
        int version) {

    public DataRequest {
        if (asking.equals(supplying)) {
            throw new IllegalArgumentException("asking and supplying are the same organisation; allowed are two");
        }
    }

    /** {@link #since} by the clocks of the United Kingdom. */
    public ZonedDateTime localSince() {
        return since.atZone(WorkingDays.LONDON);
    }

    /** Whether the day has passed by which it should have moved on. */
    public boolean isOverdueOn(LocalDate day) {
        return dueOn.filter(day::isAfter).isPresent();
    }
}
