package org.concordat.measures.evaluation;

import java.util.OptionalDouble;

/**
 * How alike the treated and the others are in one covariate, before and after matching.
 *
 * @param covariate its name
 * @param treatedMean of the treated who have a partner
 * @param poolMean of all others
 * @param matchedMean of the partners, each for what they count
 * @param differenceBefore of the means of all, in standard deviations of all treated; 0 is alike
 * @param differenceAfter of the means of the matched, in the same unit
 * @param varianceRatioBefore the treated's variance as a multiple of the others'; none for a covariate of 0 and 1
 * @param varianceRatioAfter the same of the matched
 */
public record CovariateBalance(
        String covariate,
        double treatedMean,
        double poolMean,
        double matchedMean,
        double differenceBefore,
        double differenceAfter,
        OptionalDouble varianceRatioBefore,
        OptionalDouble varianceRatioAfter) {

    /** Whether the difference that is left is small enough to compare outcomes. */
    public boolean good() {
        return Math.abs(differenceAfter) <= Balance.WORST_DIFFERENCE;
    }
}
