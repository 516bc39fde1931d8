package org.concordat.server.auditlog.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether entries get into the ledger. */
final class LedgerHealth implements HealthIndicator {
    private final Sequencer sequencer;

    LedgerHealth(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public Health health() {
        return switch (sequencer.state()) {
            case LedgerState.Resting _ -> Health.unknown().build();
            case LedgerState.Working _ -> Health.up().build();
            case LedgerState.Waiting _ ->
                Health.down().withDetail("code", "LEDGER-WAITING").build();
            case LedgerState.Stopped stopped ->
                Health.down().withDetail("code", stopped.code()).build();
        };
    }
}
