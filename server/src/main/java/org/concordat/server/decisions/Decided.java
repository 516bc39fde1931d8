package org.concordat.server.decisions;

import java.time.Instant;
import java.util.UUID;
import org.concordat.policy.decide.Decision;

/**
 * A decision as it was kept.
 *
 * @param id random, under which it is found and used
 * @param matter its own id, or that of the first when the same was asked again
 * @param expires when a permission can no longer be used
 * @param event of the audit log, under which its proof is found
 */
public record Decided(UUID id, UUID matter, Instant at, Instant expires, Decision decision, UUID event) {

    /** Whether it permits. */
    public boolean isPermitted() {
        return decision instanceof Decision.Permitted;
    }
}
