package org.concordat.server.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One organisation's way into a document that lets others join, and into the tiers above it.
 *
 * @param document what it wants to join
 * @param signUp among whose many it was asked, if it was
 * @param office of whoever signs for the joiner
 * @param reason why it was refused or declined
 * @param signedAt when the joiner signed
 * @param byLink whether by a link that was sent, rather than signed in
 * @param leftOn its last day as a party
 * @param chasedTimes how often the joiner was asked again
 * @param accessions one to the document and one to each tier above it of which the organisation was no party yet
 */
public record Admission(
        UUID id,
        String document,
        String organisation,
        AdmissionState state,
        Optional<UUID> signUp,
        String office,
        String reason,
        Optional<Instant> signedAt,
        boolean byLink,
        Optional<LocalDate> leftOn,
        int chasedTimes,
        List<Accession> accessions) {

    public Admission {
        accessions = List.copyOf(accessions);
    }

    /**
     * Its part for one document.
     *
     * @param acceptedBy the party that accepts joiners; none where nobody need
     */
    public record Accession(
            String code, String document, Optional<String> acceptedBy, Optional<Instant> acceptedAt, String text) {}

    /** The same with these accessions. */
    Admission with(List<Accession> others) {
        return new Admission(
                id,
                document,
                organisation,
                state,
                signUp,
                office,
                reason,
                signedAt,
                byLink,
                leftOn,
                chasedTimes,
                others);
    }

    /** Those who have yet to accept it. */
    public Set<String> acceptors() {
        var acceptors = new TreeSet<String>();
        accessions.stream()
                .filter(each -> each.acceptedAt().isEmpty())
                .flatMap(each -> each.acceptedBy().stream())
                .forEach(acceptors::add);
        return acceptors;
    }

    /** All who accept joiners of one of its documents. */
    public Set<String> allAcceptors() {
        var acceptors = new TreeSet<String>();
        accessions.stream().flatMap(each -> each.acceptedBy().stream()).forEach(acceptors::add);
        return acceptors;
    }

    /** Whether it waits for the joiner to sign. */
    public boolean waitsForSignature() {
        return state == AdmissionState.ASKED && signedAt.isEmpty();
    }

    /** Whether it waits for somebody to accept it. */
    public boolean waitsForAcceptance() {
        return state == AdmissionState.ASKED && !acceptors().isEmpty();
    }

    /** The reason may be about people. */
    @Override
    public String toString() {
        return "Admission[" + id + ", " + document + ", " + organisation + ", " + state + "]";
    }
}
