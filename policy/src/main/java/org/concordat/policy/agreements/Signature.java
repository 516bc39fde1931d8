package org.concordat.policy.agreements;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A sign-off of one document or accession for one organisation.
 *
 * @param of the id of the document or accession
 * @param fingerprint of the document as it was signed
 * @param signatory an id of the organisation's signatories
 * @param value the Ed25519 signature, 64 bytes; empty for a typed name
 */
public record Signature(
        String id,
        String of,
        String fingerprint,
        String organisation,
        String signatory,
        LocalDate on,
        Optional<byte[]> value) {

    /** How a document stands with an organisation's signature on a day. */
    public enum State {
        /** Signed with a key that might sign then, over the very text. */
        SIGNED,
        /** Signed, with a key that the organisation's file claims and nobody has checked with the organisation. */
        KEY_UNTRUSTED,
        /** Only a name was typed. */
        TYPED_ONLY,
        /** What was signed has changed since. */
        CHANGED_SINCE,
        /** There is a signature, and it is not one: wrong key, wrong signatory, damaged. */
        INVALID,
        /** Nobody signed by that day. */
        MISSING
    }
}
