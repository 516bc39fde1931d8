package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How many pairs of one kind are one person, and how many are related in each way, before anything is compared.
 *
 * @param sources the one or two sources whose records are paired; none where sources are not told apart
 * @param isWithin whether both records come from one source
 * @param pairs how many such pairs there were among the records that the model was trained on, 0 or more
 * @param onePerson the share of pairs that are one person, above 0
 * @param related the share of pairs related in each way, in the order of {@link Relation}; 0 where that cannot be told
 */
record KindPriors(List<String> sources, boolean isWithin, double pairs, double onePerson, List<Double> related) {
    KindPriors {
        sources = List.copyOf(sources);
        related = List.copyOf(related);
        if (!(onePerson > 0) || !(strangerShare(onePerson, related) > 0)) {
            throw new IllegalArgumentException(
                    "onePerson, related: expected shares that leave room for strangers, given " + onePerson + " and "
                            + related);
        }
    }

    /** What is left: most pairs are strangers. */
    static double strangerShare(double onePerson, List<Double> related) {
        double share = 1 - onePerson;
        for (double one : related) {
            share -= one;
        }
        return share;
    }

    /** The mean over these kinds, each weighed by its pairs. */
    static KindPriors mean(List<KindPriors> kinds, boolean isWithin) {
        double all = 0;
        double person = 0;
        double[] sums = new double[Relation.ALL.size()];
        for (KindPriors kind : kinds) {
            // A kind without pairs has no say, unless none has any.
            double weight = Math.max(kind.pairs, 1e-9);
            all += weight;
            person += weight * kind.onePerson;
            for (int r = 0; r < sums.length; r++) {
                sums[r] += weight * kind.related.get(r);
            }
        }
        List<Double> related = new ArrayList<>();
        for (double sum : sums) {
            related.add(sum / all);
        }
        return new KindPriors(List.of(), isWithin, all, person / all, related);
    }
}
