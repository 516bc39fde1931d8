package org.concordat.server.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that stops a request until an information governance officer lifts it with reasons.
 *
 * @param line which, as the word of {@link RedLineKind}
 * @param reason why whoever drew it thinks so
 * @param lifting the officer's reasons, once lifted
 */
public record RedLine(
        UUID id,
        String line,
        String reason,
        UUID drawnBy,
        Instant drawnAt,
        Optional<Instant> liftedAt,
        Optional<String> lifting) {

    /** Whether it stops the request. */
    public boolean stops() {
        return liftedAt.isEmpty();
    }
}
