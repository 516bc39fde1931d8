package org.concordat.linkage.judge;

import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;

/**
 * The bands of probability that a sample of links is drawn from. They are fixed, so that they can be worked out again
 * from the links alone when the labels come back.
 */
final class Strata {
    /** Where each band begins; the last reaches to 1. Narrow where a threshold is likely to lie. */
    private static final double[] FROM = {0, .05, .2, .5, .8, .95, .99, .999};

    private Strata() {}

    static int count() {
        return FROM.length;
    }

    /** The least probability of a band. */
    static double from(int stratum) {
        return FROM[stratum];
    }

    /** Where the band ends; the end is not in it, save for the last. */
    static double to(int stratum) {
        return stratum + 1 < FROM.length ? FROM[stratum + 1] : 1;
    }

    /** The band of a probability. */
    static int of(double probability) {
        int stratum = FROM.length - 1;
        while (stratum > 0 && probability < FROM[stratum]) {
            stratum--;
        }
        return stratum;
    }

    static int ofLink(Links links, int link) {
        return of(PairScorer.probability(links.bits(link)));
    }
}
