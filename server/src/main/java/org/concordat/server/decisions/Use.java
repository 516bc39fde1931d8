package org.concordat.server.decisions;

import org.concordat.policy.decide.Decision;

/** What came of wanting to use a decision. */
public sealed interface Use {

    /**
     * It is used now, and never again. What is permitted, and its duties, are today's.
     *
     * @param today as decided on today's facts
     */
    record Allowed(Decided decided, Decision.Permitted today) implements Use {}

    /** It was never a permission. */
    record NotPermitted() implements Use {}

    /** It was used before. */
    record UsedBefore() implements Use {}

    /** Its day has passed. */
    record Expired() implements Use {}

    /**
     * It permitted, and would not today.
     *
     * @param today the decision of today, kept as one of its own
     */
    record NoLonger(Decided today) implements Use {}

    /** There is none of that id that the asker's organisation has part in. */
    record Unknown() implements Use {}
}
