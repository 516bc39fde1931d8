package org.concordat.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How near an answer must come to the published one. */
public final class Closeness {
    /** For closed forms. */
    public static final double CLOSED_FORM = 1e-9;

    /** For what is found by iteration. */
    public static final double ITERATIVE = 1e-6;

    private Closeness() {}

    /** {@code actual} is {@code expected} but for a share of it. */
    public static void assertClose(String what, double actual, double expected, double relative) {
        assertThat(actual).as(what).isCloseTo(expected, within(Math.abs(expected) * relative));
    }
}
