package org.concordat.measures.evaluation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How partners are chosen.
 *
 * @param choice one after another, or all together
 * @param ratio how many partners each treated person is to have, 1 or more
 * @param replacement whether one person may be the partner of several
 * @param caliper the farthest that partners may be apart, in standard deviations of everyone's distance measure
 * @param seed puts the treated into a random order before they choose; without one those with the largest score choose first
 */
public record MatchSettings(Choice choice, int ratio, boolean replacement, OptionalDouble caliper, OptionalLong seed) {

    /** Who decides which partner is best. */
    public enum Choice {
        /** Each treated person in turn takes the nearest who is left (Rubin 1973). */
        NEAREST,
        /**
         * The nearest who stands below or level, even where one above is nearer, and one above only where nobody is left
         * below; among equals the last of the pool. No better in anything: it is how MatchIt 4.5.1 chooses, so that figures
         * made with it can be made again. Only without replacement.
         */
        NEAREST_BELOW,
        /**
         * As many pairs as can be made, and among those ways the one whose distances add up to least (Rosenbaum 1989,
         * "Optimal matching for observational studies"). The order of choosing has no part in it.
         */
        OPTIMAL
    }

    public MatchSettings {
        if (ratio < 1) {
            throw new IllegalArgumentException("ratio: 1 or more, given " + ratio);
        }
        if (replacement && choice == Choice.NEAREST_BELOW) {
            throw new IllegalArgumentException("replacement: not with NEAREST_BELOW");
        }
        if (caliper.isPresent() && !(caliper.getAsDouble() > 0)) {
            throw new IllegalArgumentException("caliper: above 0, given " + caliper.getAsDouble());
        }
    }

    /** As MatchIt does unless told otherwise: nearest, one partner each, once only, however far, largest scores first. */
    public static MatchSettings nearest() {
        return new MatchSettings(Choice.NEAREST, 1, false, OptionalDouble.empty(), OptionalLong.empty());
    }

    /** The pairs that are least apart in all. */
    public static MatchSettings optimal() {
        return nearest().with(Choice.OPTIMAL);
    }

    /** The same by another choice. */
    public MatchSettings with(Choice other) {
        return new MatchSettings(other, ratio, replacement, caliper, seed);
    }

    /** The same with so many partners each. */
    public MatchSettings withRatio(int partners) {
        return new MatchSettings(choice, partners, replacement, caliper, seed);
    }

    /** The same with partners who may be chosen again. */
    public MatchSettings withReplacement() {
        return new MatchSettings(choice, ratio, true, caliper, seed);
    }

    /** The same with partners no farther apart than so many standard deviations. */
    public MatchSettings within(double deviations) {
        return new MatchSettings(choice, ratio, replacement, OptionalDouble.of(deviations), seed);
    }

    /** The same with the treated choosing in the random order of a seed. */
    public MatchSettings inRandomOrder(long orderSeed) {
        return new MatchSettings(choice, ratio, replacement, caliper, OptionalLong.of(orderSeed));
    }
}
