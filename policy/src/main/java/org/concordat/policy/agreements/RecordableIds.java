package org.concordat.policy.agreements;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which ids can stand in a ledger. A folder allows more of them than a ledger does, which takes none that could be a person's
 * number, and whoever learns that only from a decision that cannot be recorded has signed agreements to write again.
 *
 * <p>The shape is the ledger's own, said here a second time: this library stands alone and knows of no ledger, and a test of
 * the command line, which knows both, holds one against the other.
 */
final class RecordableIds {

    /**
     * Kinds of files whose ids an entry about a decision holds: who asks whom and for what, under which documents, and on whose
     * reading of the law. Not datasets, fields, roles, teams or signatures.
     */
    static final List<String> RECORDED = List.of("organisation", "purpose", "tier", "accession", "verification");

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");

    /** Nine digits or more, a National Insurance number, a postcode, a date. */
    private static final Pattern IDENTIFYING = Pattern.compile("\\d([._-]?\\d){8}"
            + "|(?<![A-Za-z])[A-Za-z]{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?[A-Da-d](?![A-Za-z0-9])"
            + "|(?<![A-Za-z0-9])[A-Za-z]{1,2}\\d[A-Za-z0-9]?[._-]?\\d[A-Za-z]{2}(?![A-Za-z0-9])"
            + "|(?<!\\d)\\d{4}[._-]\\d{2}[._-]\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[._-]\\d{1,2}[._-]\\d{4}(?!\\d)");

    private RecordableIds() {}

    /** What keeps the id out of a ledger, as the rest of a sentence about it; nothing when a ledger takes it. */
    static Optional<String> complaint(String id) {
        if (!SHAPE.matcher(id).matches()) {
            return Optional.of("does not begin with a letter, or has a hyphen or dot at its end or beside another");
        }
        if (IDENTIFYING.matcher(id).find()) {
            return Optional.of("looks like a telephone, NHS or National Insurance number, a postcode or a date");
        }
        return Optional.empty();
    }
}
