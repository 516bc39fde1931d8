package org.concordat.server.decisions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision as the database has it.
 *
 * @param request as text, without words that somebody typed
 * @param answer an explanation as JSON
 * @param folder fingerprint
 * @param by who asked this time
 * @param askedBy the person who asked first
 */
public record DecisionRow(
        UUID id,
        UUID matter,
        Instant at,
        LocalDate day,
        Instant expires,
        String outcome,
        String ground,
        String sender,
        String recipient,
        String dataset,
        String purpose,
        String form,
        Optional<String> schedule,
        String request,
        String facts,
        String answer,
        Salts salts,
        String lawPack,
        String folder,
        By by,
        Optional<UUID> askedBy,
        boolean practice,
        UUID event) {

    /** Of request, facts and answer. What opens the ledger's entry. */
    public record Salts(byte[] request, byte[] facts, byte[] answer) {}

    /** Who asked. */
    public record By(
            Optional<UUID> person, Optional<UUID> client, Optional<String> organisation, Optional<String> role) {}

    /**
     * Words that somebody typed.
     *
     * @param reasonSalt there when the reason is
     */
    public record Words(Optional<String> subject, Optional<String> reason, Optional<byte[]> reasonSalt) {
        /** Whether there are none. */
        public boolean isEmpty() {
            return subject.isEmpty() && reason.isEmpty();
        }

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }
}
