package org.concordat.server.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.decide.Request;

/**
 * A single disclosure as it stands.
 *
 * @param number in the log
 * @param request in the decider's words, as of today
 * @param decision the newest
 * @param version for two people who work on it at once
 */
public record Disclosure(
        UUID id,
        long number,
        DisclosureState state,
        LocalDate receivedOn,
        LocalDate due,
        Asking asking,
        Request request,
        UUID recordedBy,
        Optional<UUID> decision,
        int version) {

    /**
     * What was asked, in words that somebody typed. Personal data.
     *
     * @param requester who asks, with their office
     * @param theirReference such as a crime number; may be empty
     * @param subject whose record, by the sender's own number
     * @param why what for
     * @param asked what is asked
     */
    public record Asking(String requester, String theirReference, String subject, String why, String asked) {
        public Asking {
            require("requester", requester, 1, 300);
            require("their reference", theirReference, 0, 100);
            require("subject", subject, 1, 200);
            require("why", why, 1, 4_000);
            require("asked", asked, 1, 4_000);
        }

        private static void require(String name, String text, int least, int most) {
            if (text.strip().length() < least || text.length() > most) {
                throw new IllegalArgumentException(
                        name + " has " + least + " to " + most + " characters; given " + text.length());
            }
        }

        @Override
        public String toString() {
            return "Asking[hidden]";
        }
    }

    /** One step of its log. */
    public record Taken(DisclosureStep step, Instant at, UUID by, String role, String note, UUID event) {
        @Override
        public String toString() {
            return "Taken[" + step + ", hidden]";
        }
    }

    /** As people call it: {@code SD-17}. */
    public String code() {
        return "SD-" + number;
    }

    /** Whether it should have been answered by now. */
    public boolean isOverdue(LocalDate today) {
        return !state.isClosed() && today.isAfter(due);
    }

    /** Steps that can be taken next, whoever takes them. */
    public List<DisclosureStep> next() {
        return DisclosureStates.from(state);
    }
}
