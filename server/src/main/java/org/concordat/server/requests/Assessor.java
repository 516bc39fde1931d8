package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.concordat.policy.words.Word;

/**
 * Somebody who was asked to score benefit and risk of a request.
 *
 * @param submitted whether they handed their scores in
 */
public record Assessor(
        String request, UUID person, Kind kind, String organisation, LocalDate scoreBy, boolean submitted) {

    /** From which side somebody looks. */
    public enum Kind implements Word {
        /** Information governance and sharing. */
        OFFICER,
        /** Works with residents. */
        PRACTITIONER,
        /** Not of the trade. */
        LAY
    }
}
