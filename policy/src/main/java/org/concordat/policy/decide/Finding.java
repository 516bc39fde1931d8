package org.concordat.policy.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.FactName;

/** What a rule says of a situation. */
sealed interface Finding {

    /** In plain English. */
    String text();

    /** The worse of two: the one that refuses; else what lacks, with all that is missing; else the second. */
    static Finding worse(Finding first, Finding second) {
        if (first instanceof Refuses || second instanceof Refuses) {
            return first instanceof Refuses ? first : second;
        }
        if (first instanceof Lacks one) {
            return second instanceof Lacks other
                    ? new Lacks(
                            one.text() + " " + other.text(),
                            Stream.concat(one.missing().stream(), other.missing().stream())
                                    .distinct()
                                    .toList())
                    : one;
        }
        return second;
    }

    record Holds(String text) implements Finding {}

    /** @param change what would change the answer */
    record Refuses(String text, String change) implements Finding {}

    /** @param missing never empty: a decision waits for what is missing, and for nothing else */
    record Lacks(String text, List<Missing> missing) implements Finding {
        public Lacks {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("missing is empty; allowed is at least one");
            }
        }
    }

    record DoesNotApply(String text) implements Finding {}

    /**
     * A question nobody has answered.
     *
     * @param supplier who can
     * @param fact when one answers it
     * @param row id of the law pack's row, when an officer's verification answers it
     */
    record Missing(String question, String supplier, Optional<FactName> fact, Optional<String> row) {

        static Missing of(FactName fact) {
            return new Missing(fact.question(), fact.supplier(), Optional.of(fact), Optional.empty());
        }

        static Missing verificationOf(LawRow row) {
            return new Missing(
                    "Has an officer read " + row.provision() + " and found it in force as it stands (row " + row.id()
                            + ", fingerprint " + row.fingerprint() + ")?",
                    "the partnership's information governance officer",
                    Optional.empty(),
                    Optional.of(row.id()));
        }

        static Missing other(String question, String supplier) {
            return new Missing(question, supplier, Optional.empty(), Optional.empty());
        }
    }
}
