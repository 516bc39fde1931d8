package org.concordat.policy.decide;

/** What is asked of a request, in order: whether it is in order at all, and the four steps of the lawfulness test. */
public enum Step {
    /** Who asks, under which agreement, for which fields: before the four steps. */
    ORDER("Is the request in order?"),
    /** Step 1. */
    POWER("Is there a power to share?"),
    /** Step 2. */
    HUMAN_RIGHTS("Is it necessary and proportionate?"),
    /** Step 3. */
    CONFIDENCE("Is there a duty of confidence, and what lifts it?"),
    /** Step 4. */
    DATA_PROTECTION("Does it keep to data-protection law?");

    private final String question;

    Step(String question) {
        this.question = question;
    }

    /** In plain English. */
    public String question() {
        return question;
    }
}
