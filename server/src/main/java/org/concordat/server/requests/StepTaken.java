package org.concordat.server.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of state that happened.
 *
 * @param by the person, where it was not the server
 * @param reason in their words; empty where none was asked for
 */
public record StepTaken(
        RequestStep step,
        RequestState from,
        RequestState to,
        Instant at,
        Optional<UUID> by,
        Optional<String> organisation,
        String reason) {}
