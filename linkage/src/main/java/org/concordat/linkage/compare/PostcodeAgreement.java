package org.concordat.linkage.compare;

/** How two postcodes agree, from the strongest sign of one address to the weakest. A pair gets the first that fits. */
public enum PostcodeAgreement {
    /** The same complete code; in Britain the same unit, some fifteen addresses. */
    EQUAL(0),
    /**
     * One letter or digit replaced, two neighbours swapped, or one more at the end of a British area or district, or of a
     * code from elsewhere.
     */
    ONE_CHARACTER_OFF(1),
    /** The same British sector, {@code sw1a 1}: some thousands of addresses. */
    SAME_SECTOR(2),
    /** The same British district, {@code sw1a}; elsewhere the same first three characters of five or more. */
    SAME_DISTRICT(3),
    /** The same British area, {@code sw}; elsewhere the same first two characters of three or more. */
    SAME_AREA(4),
    /** None of these. */
    DIFFERENT(5),
    /** One is missing: no evidence either way, so no weight. */
    MISSING(6);

    private final int level;

    PostcodeAgreement(int level) {
        this.level = level;
    }

    /** The kind's place in the order: 0 for the strongest, the highest for missing. For tables and packed patterns. */
    public int level() {
        return level;
    }
}
