package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.words.Tier;

/**
 * One version of a protocol, agreement or schedule.
 *
 * @param code what its text and the ledger call it
 * @param steward organisation that looks after it
 * @param parties organisations that its text names, in its order
 * @param mass whether it holds for those who have signed as soon as two have, rather than once all have
 * @param fingerprint SHA-256 of what is signed, in hexadecimal; none while it is a draft
 * @param endedOn its last day, where it was ended early
 * @param version counts changes of the draft and of its state
 */
public record AgreementVersion(
        String code,
        Tier tier,
        Optional<String> parent,
        String steward,
        int number,
        AgreementState state,
        String title,
        String text,
        List<String> parties,
        LocalDate from,
        LocalDate to,
        LocalDate reviewBy,
        boolean isPublic,
        boolean mass,
        Optional<String> fingerprint,
        Optional<LocalDate> endedOn,
        int version) {

    public AgreementVersion {
        parties = List.copyOf(parties);
    }

    /** The last day on which it holds. */
    public LocalDate lastDay() {
        return endedOn.filter(to::isAfter).orElse(to);
    }
}
