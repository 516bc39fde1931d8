package org.concordat.policy.words;

/** What lifts a duty of confidence, or that there is none. */
public enum ConfidenceRoute implements Word {
    /** Nobody told it in confidence. */
    NOT_CONFIDENTIAL,
    /** Nobody can be recognised in what leaves. */
    ANONYMOUS,
    /** The person agreed, expressly or by what they could expect in their own care. */
    CONSENT,
    /** A public interest that outweighs confidence, recorded case by case. */
    OVERRIDING_INTEREST,
    /** A statute requires or expressly permits it. */
    STATUTE,
    /** A national approval sets confidence aside for medical purposes. */
    APPROVAL
}
