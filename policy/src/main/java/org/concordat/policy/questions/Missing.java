package org.concordat.policy.questions;

import java.time.LocalDate;
import org.concordat.policy.agreements.Signature;

/** What stands between a share that was agreed and a permission, and can be supplied without agreeing anything new. */
public sealed interface Missing {

    /** What is missing and who can supply it, in plain English. */
    String sentence();

    /**
     * A party has not signed a document or accession as it stands, or not so that it counts.
     *
     * @param document its id, or the accession's
     * @param state how its signature stands; never signed
     */
    record PartySignature(String document, String organisation, Signature.State state) implements Missing {
        public PartySignature {
            if (state == Signature.State.SIGNED) {
                throw new IllegalArgumentException("state is SIGNED; allowed is any other");
            }
        }

        @Override
        public String sentence() {
            return "'" + organisation + "' "
                    + switch (state) {
                        case SIGNED -> "has signed '" + document + "'.";
                        case KEY_UNTRUSTED ->
                            "signed '" + document
                                    + "' with a key that nobody has checked; whoever keeps the trusted keys"
                                    + " would have to check it with '" + organisation + "'.";
                        case TYPED_ONLY ->
                            "has only typed a name under '" + document + "'; its signatory would have to sign.";
                        case CHANGED_SINCE ->
                            "signed '" + document
                                    + "' before its text changed; its signatory would have to sign it as it stands.";
                        case INVALID ->
                            "has a signature of '" + document
                                    + "' that does not verify; its signatory would have to sign it.";
                        case MISSING -> "has not signed '" + document + "'; its signatory would have to.";
                    };
        }
    }

    /**
     * No officer has verified a row of the law pack.
     *
     * @param row its id
     * @param question as the decision asks it
     */
    record OfficersVerification(String row, String question, String supplier) implements Missing {
        @Override
        public String sentence() {
            return question + " " + Sentences.begun(supplier) + " can say, and record it.";
        }
    }

    /**
     * A document has not begun.
     *
     * @param document its id
     * @param from its first day
     */
    record Beginning(String document, LocalDate from) implements Missing {
        @Override
        public String sentence() {
            return "'" + document + "' begins on " + from + ".";
        }
    }

    /**
     * A party joins later.
     *
     * @param document its id
     * @param joins its first day as a party
     */
    record Joining(String document, String organisation, LocalDate joins) implements Missing {
        @Override
        public String sentence() {
            return "'" + organisation + "' joins '" + document + "' on " + joins + ".";
        }
    }

    /** Anything else that the decision asks and no fact of a share can answer. */
    record Answer(String question, String supplier) implements Missing {
        @Override
        public String sentence() {
            return question + " " + Sentences.begun(supplier) + " can say.";
        }
    }
}
