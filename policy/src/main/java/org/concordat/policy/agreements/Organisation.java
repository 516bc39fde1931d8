package org.concordat.policy.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;

/**
 * A body that shares or receives.
 *
 * @param kinds what it is, all at once
 * @param listedIn rows of the law pack whose own list names it
 */
public record Organisation(
        String id,
        String name,
        Set<OrganisationKind> kinds,
        Set<String> listedIn,
        Nation nation,
        List<Signatory> signatories) {

    /**
     * Someone who may sign for it.
     *
     * @param key Ed25519 public key, 32 bytes
     * @param to last day, where it has ended
     */
    public record Signatory(String id, String level, byte[] key, LocalDate from, Optional<LocalDate> to) {
        public Signatory {
            key = key.clone();
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        /** Whether they might sign on {@code day}. */
        public boolean mightSignOn(LocalDate day) {
            return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
        }
    }

    /** Its signatory of that id. */
    public Optional<Signatory> signatory(String signatoryId) {
        return signatories.stream()
                .filter(signatory -> signatory.id().equals(signatoryId))
                .findFirst();
    }
}
