package org.concordat.policy.decide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;

/** The answer to a request, with the reason of every rule that had something to say. */
public sealed interface Decision {

    /** In the order of the steps; never empty. */
    List<Reason> reasons();

    /** What was looked at. */
    Basis basis();

    /**
     * It may be shared.
     *
     * @param relied facts without which it would not have been permitted
     * @param filter facts that must be as wanted for each subject of a request about many; others are left out
     */
    record Permitted(
            List<Reason> reasons,
            Basis basis,
            Set<String> fields,
            SharingForm form,
            List<Duty> duties,
            Set<FactName> relied,
            Set<FactName> filter)
            implements Decision {
        public Permitted {
            reasons = someReasons(reasons);
            duties = List.copyOf(duties);
        }
    }

    /**
     * It may not be shared.
     *
     * @param changes what would change the answer, one sentence for each rule that refused
     */
    record Refused(List<Reason> reasons, Basis basis, List<Rule> rules, List<String> changes) implements Decision {
        public Refused {
            reasons = someReasons(reasons);
            rules = List.copyOf(rules);
            changes = List.copyOf(changes);
        }
    }

    /** It cannot be said yet. */
    record NeedsFacts(List<Reason> reasons, Basis basis, List<Need> needs) implements Decision {
        public NeedsFacts {
            reasons = someReasons(reasons);
            needs = List.copyOf(needs);
            if (needs.isEmpty()) {
                throw new IllegalArgumentException("needs is empty; allowed is at least one");
            }
        }
    }

    /**
     * What one rule found.
     *
     * @param text plain English
     */
    record Reason(Rule rule, Outcome outcome, String text) {}

    /** How a rule came out. */
    enum Outcome {
        /** It is met. */
        HOLDS,
        /** It forbids. */
        REFUSES,
        /** It cannot be said. */
        LACKS,
        /** It is not about this. */
        DOES_NOT_APPLY
    }

    /**
     * What is missing.
     *
     * @param question in plain English
     * @param supplier who can answer
     * @param fact when one answers it
     * @param row id of the law pack's row, when an officer's verification answers it
     */
    record Need(Rule rule, String question, String supplier, Optional<FactName> fact, Optional<String> row) {}

    /**
     * The versions a decision looked at.
     *
     * @param lawPack id, version and fingerprint
     * @param folder fingerprint of all files of the agreement folder
     * @param agreements fingerprints of schedule, agreement and protocol
     * @param verifications ids of officers' verifications that counted
     */
    record Basis(String lawPack, String folder, List<String> agreements, List<String> verifications) {}

    private static List<Reason> someReasons(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons is empty; allowed is at least one");
        }
        return List.copyOf(reasons);
    }
}
