package org.concordat.cli.pathways;

/** What may be published of ways: one of the two, since the other could be subtracted from it. */
sealed interface Shown {
    /** How often each step was taken from each other. */
    record Steps(SafeSteps steps) implements Shown {}

    /** Whole ways. */
    record Ways(SafeWays ways) implements Shown {}
}
