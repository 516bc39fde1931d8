package org.concordat.measures.evaluation.recapture;

import org.concordat.measures.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** An interval for how many there are, from how many were seen and how many are thought to be unseen. */
final class Unseen {
    private Unseen() {}

    /** Log-normal in the number unseen, so that it never falls below the number seen (Chao 1987; Burnham et al. 1987). */
    static Interval interval(double seen, double estimate, double variance, double confidence) {
        double unseen = estimate - seen;
        if (!(unseen > 0)) {
            return new Interval(seen, Math.max(seen, estimate), confidence);
        }
        double z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - confidence) / 2);
        double factor = Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
        return new Interval(seen + unseen / factor, seen + unseen * factor, confidence);
    }
}
