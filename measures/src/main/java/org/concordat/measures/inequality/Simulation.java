package org.concordat.measures.inequality;

/**
 * How an interval is simulated.
 *
 * @param seed the same seed gives the same interval; print it with the result
 * @param repetitions 1,000 or more; 100,000 are usual
 */
public record Simulation(long seed, int repetitions) {
    /** So many repetitions PHEindicatormethods makes where nothing is said. */
    public static final int USUAL_REPETITIONS = 100_000;

    public Simulation {
        if (repetitions < 1000) {
            throw new IllegalArgumentException(
                    "an interval is simulated with 1,000 repetitions or more, given " + repetitions);
        }
    }

    /** With the usual 100,000 repetitions. */
    public static Simulation seeded(long seed) {
        return new Simulation(seed, USUAL_REPETITIONS);
    }
}
