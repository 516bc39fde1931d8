package org.concordat.linkage.model;

import java.util.List;

/**
 * How many pairs of one kind are one person, before anything is compared.
 *
 * @param sources the one or two sources whose records are paired; none where sources are not told apart
 * @param isWithin whether both records come from one source
 * @param pairs how many such pairs there were among the records that the model was trained on, 0 or more
 * @param onePerson the share of pairs that are one person, above 0
 * @param oneHousehold the share of pairs of two members of one household; 0 where they cannot be told
 * @param neighbours the share of pairs of neighbours; 0 where they cannot be told
 */
public record KindPriors(
        List<String> sources,
        boolean isWithin,
        double pairs,
        double onePerson,
        double oneHousehold,
        double neighbours) {
    public KindPriors {
        sources = List.copyOf(sources);
        if (sources.size() > 2 || sources.size() == 2 && isWithin || sources.size() == 1 && !isWithin) {
            throw new IllegalArgumentException("sources: expected one within a source, two across sources, or none;"
                    + " given " + sources.size() + (isWithin ? " within" : " across"));
        }
        if (!(pairs >= 0) || Double.isInfinite(pairs)) {
            throw new IllegalArgumentException("pairs: expected 0 or more, given " + pairs);
        }
        if (!(onePerson > 0) || !(oneHousehold >= 0) || !(neighbours >= 0)) {
            throw new IllegalArgumentException("shares: expected onePerson above 0, the others 0 or more, given "
                    + onePerson + ", " + oneHousehold + ", " + neighbours);
        }
        if (!(onePerson + oneHousehold + neighbours < 1)) {
            throw new IllegalArgumentException("shares: expected a sum below 1, since most pairs are strangers, given "
                    + (onePerson + oneHousehold + neighbours));
        }
    }

    /** The mean over these kinds, each weighed by its pairs. */
    static KindPriors mean(List<KindPriors> kinds, boolean isWithin) {
        double all = 0;
        double person = 0;
        double household = 0;
        double near = 0;
        for (KindPriors kind : kinds) {
            // A kind without pairs has no say, unless none has any.
            double weight = Math.max(kind.pairs, 1e-9);
            all += weight;
            person += weight * kind.onePerson;
            household += weight * kind.oneHousehold;
            near += weight * kind.neighbours;
        }
        return new KindPriors(List.of(), isWithin, all, person / all, household / all, near / all);
    }
}
