package org.concordat.measures.lifetables;

/** What can be said of life expectancy: a whole life table, or why there is none. */
public sealed interface LifeExpectancy permits LifeTable, LifeExpectancy.Refused {

    /** No life table, for a reason that lies in the numbers. */
    record Refused(Reason reason, String words) implements LifeExpectancy {}

    /** Why a population has no life table. */
    enum Reason {
        /** Fewer than 5,000 years were lived (Toson and Baker 2003). */
        POPULATION_TOO_SMALL,
        /** Nobody died in the last age band, so that its rate says they live for ever. */
        NO_DEATH_AMONG_THE_OLDEST,
        /** In some band more people died than years were lived. */
        MORE_DEATHS_THAN_YEARS
    }
}
