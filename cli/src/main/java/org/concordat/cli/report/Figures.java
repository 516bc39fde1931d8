package org.concordat.cli.report;

import org.concordat.pictures.Numbers;

/** Numbers as reports write them. */
final class Figures {
    private Figures() {}

    /** A whole number: 40,100. */
    static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }

    /** A share of 1 with one decimal: 43.8%. */
    static String percent(double share) {
        return Numbers.PERCENT.write(share);
    }

    /** A share that somebody chose, without decimals that say nothing: 95%, 99.9%. */
    static String round(double share) {
        return Numbers.SHORT.write(share * 100) + "%";
    }

    /** A small share as one in so many, a larger one as a percentage. */
    static String chance(double share) {
        return share > 0 && share < .001 ? "1 in " + count(Math.round(1 / share)) : percent(share);
    }
}
