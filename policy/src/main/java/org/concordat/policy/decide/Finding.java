package org.concordat.policy.decide;

import java.util.List;

/** What a rule says of a situation. */
sealed interface Finding {

    /** In plain English. */
    String text();

    record Holds(String text) implements Finding {}

    /** @param change what would change the answer */
    record Refuses(String text, String change) implements Finding {}

    record Lacks(String text, List<Missing> missing) implements Finding {
        public Lacks {
            missing = List.copyOf(missing);
        }
    }

    record DoesNotApply(String text) implements Finding {}

    /** A question nobody has answered, and who can. */
    record Missing(String question, String supplier) {}
}
