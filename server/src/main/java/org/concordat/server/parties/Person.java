package org.concordat.server.parties;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who works for an organisation.
 *
 * @param organisation the employer; roles may be held elsewhere too
 */
public record Person(UUID id, String organisation, String name, String email, Optional<LocalDate> leftOn, int version) {

    /** Without name and address: it may get into a log. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
