package org.concordat.house.badexample.files;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

/** Uses a clock and a random source that it was handed, which no rule may object to. */
public final class Careful {

    private Careful() {}

    static LocalDate asksTheClockItWasHanded(Clock clock) {
        return LocalDate.now(clock);
    }

    static double drawsFromASeed(long seed) {
        return new Random(seed).nextDouble();
    }
}
