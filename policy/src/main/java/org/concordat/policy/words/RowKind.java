package org.concordat.policy.words;

/** What a row of the law pack does. */
public enum RowKind implements Word {
    /** Allows a disclosure. */
    POWER,
    /** Allows a disclosure by implication only. */
    IMPLIED_POWER,
    /** Requires a disclosure, and so allows it. */
    DUTY,
    /** Lifts data-protection duties for one tested case; not a gateway and not a duty. */
    EXEMPTION,
    /** A body without statutory powers acts within its objects. */
    OBJECT,
    /** Reuse within one controller, when compatible with why the data were collected. */
    COMPATIBILITY,
    /** Lifts the duty of confidence only. */
    CONFIDENCE,
    /** Forbids a disclosure. Wins over every power. */
    RESTRICTION;

    /** Whether such a row can answer the question of power. */
    public boolean isGateway() {
        return switch (this) {
            case POWER, IMPLIED_POWER, DUTY, OBJECT, COMPATIBILITY -> true;
            case EXEMPTION, CONFIDENCE, RESTRICTION -> false;
        };
    }
}
