package org.concordat.policy.words;

/** Why processing personal data is lawful. */
public enum LawfulBasis implements Word {
    /** The person agreed. */
    CONSENT,
    /** A contract with the person. */
    CONTRACT,
    /** The law requires it. */
    LEGAL_OBLIGATION,
    /** Life and death. */
    VITAL_INTERESTS,
    /** A task in the public interest or official authority, laid down in law. */
    PUBLIC_TASK,
    /** One of the listed legitimate interests. */
    RECOGNISED_LEGITIMATE_INTEREST,
    /** Legitimate interests, weighed against the person's. */
    LEGITIMATE_INTERESTS,
    /** The separate regime for law-enforcement purposes of competent authorities. */
    LAW_ENFORCEMENT;

    /** Whether a public authority may rely on it when it performs its tasks. */
    public boolean isOpenToPublicTasks() {
        return switch (this) {
            case CONSENT, CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS, PUBLIC_TASK, LAW_ENFORCEMENT -> true;
            case RECOGNISED_LEGITIMATE_INTEREST, LEGITIMATE_INTERESTS -> false;
        };
    }

    /** Whether the person may object to it. */
    public boolean canBeObjectedTo() {
        return switch (this) {
            case PUBLIC_TASK, RECOGNISED_LEGITIMATE_INTEREST, LEGITIMATE_INTERESTS -> true;
            case CONSENT, CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS, LAW_ENFORCEMENT -> false;
        };
    }
}
