package org.concordat.measures.comparisons;

/** Which direction of a measure is the good one. */
public enum Polarity {
    /** More is better: life expectancy, people in work. */
    HIGH_IS_GOOD,
    /** Less is better: deaths, burglaries. */
    LOW_IS_GOOD,
    /** Neither, or it is not for statistics to say: births, the share of old people. */
    NEITHER
}
