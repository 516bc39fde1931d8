package org.concordat.server.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.acting.Role;

/**
 * How a request was decided. Refusals are kept like approvals.
 *
 * @param outcome one of the decided states
 * @param reasons why, in the decider's words
 * @param changes what would change the answer, where it is no
 * @param lookAgain when to look again, where it is not now
 * @param schedule code of the agreement that was drafted, where agreements are kept here
 * @param draft text of the drafted schedule, where it was approved
 * @param draftProblems what keeps that text from being a draft among agreements; empty where nothing does
 * @param organisation that decided
 */
public record Verdict(
        RequestState outcome,
        String reasons,
        String changes,
        Optional<LocalDate> lookAgain,
        Optional<String> schedule,
        String draft,
        String draftProblems,
        UUID by,
        Role role,
        String organisation,
        Instant at) {
    public Verdict {
        if (!outcome.isDecided()) {
            throw new IllegalArgumentException("outcome must be a decided state, was " + outcome.word());
        }
    }
}
