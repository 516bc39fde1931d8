package org.concordat.cli.agreements;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.Organisation.Signatory;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.FactName;

/**
 * Lines for an officer to copy into a file of theirs. What only a person can say is left empty or unknown, so that a line
 * copied without a thought permits nothing.
 */
public final class CopyLines {

    private CopyLines() {}

    /** The head of a file of facts. */
    public static List<String> factsHead(String request) {
        return List.of("facts: FA-" + request, "about: " + request, "answers:");
    }

    /** One answer of a file of facts, still unknown. */
    public static String fact(FactName fact, LocalDate on) {
        return "  - {fact: " + fact.word() + ", answer: unknown, said-by: office, on: " + on + "}";
    }

    /** A whole file with an officer's verification of a row, which does not count until it is filled in. */
    public static List<String> verification(LawRow row, Optional<LocalDate> on) {
        return List.of(
                "verification: v-" + row.id(),
                "row: " + row.id(),
                "fingerprint: " + row.fingerprint(),
                "officer: # your id, never your name",
                "on: " + on.map(LocalDate::toString).orElse("# the day on which you read it, such as 2026-03-31"),
                "source: # where you read the text as it stands now",
                "in-force: # yes, once you found it in force as it stands; if it is not, add no file");
    }

    /** One key of a file of trusted keys. */
    public static String trustedKey(String organisation, Signatory signatory, LocalDate on) {
        return "  - {organisation: " + organisation + ", signatory: " + signatory.id() + ", key: \""
                + Base64.getEncoder().encodeToString(signatory.key()) + "\", checked-on: " + on
                + ", checked-by: office, how: \"\"}";
    }
}
