package org.concordat.policy.words;

/** How a row of the law pack was checked. */
public enum Mark implements Word {
    /** Primary text read. */
    V,
    /** Secondary source read. */
    S,
    /** Partly seen. */
    P,
    /** Not verified. */
    N;

    /** Whether the text was read well enough for the row to count. */
    public boolean isVerified() {
        return switch (this) {
            case V, S -> true;
            case P, N -> false;
        };
    }
}
