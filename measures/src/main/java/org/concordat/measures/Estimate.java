package org.concordat.measures;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure as it is published: the value, what it came of, how sure it is, by which method, and what must be known of it.
 *
 * @param value in the method's unit; empty where {@code status} says why there is none
 * @param numerator the count or sum above the line, where there is one
 * @param denominator the count, population or expectation below the line, where there is one
 * @param interval where the method gives one
 * @param method in words that can be looked up, such as "Wilson score interval (Wilson 1927)"
 * @param status what must be known of it
 */
public record Estimate(
        OptionalDouble value,
        OptionalDouble numerator,
        OptionalDouble denominator,
        Optional<Interval> interval,
        String method,
        Status status) {

    public Estimate {
        if (method.isBlank()) {
            throw new IllegalArgumentException("an estimate names its method, given none");
        }
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("a value is finite, given " + value.getAsDouble());
        }
        if (value.isEmpty() && status == Status.NORMAL) {
            throw new IllegalArgumentException("an estimate without a value says why by its status, given NORMAL");
        }
    }

    /** A figure of which nothing more is to be said. */
    public static Estimate of(double value, double numerator, double denominator, Interval interval, String method) {
        return new Estimate(
                OptionalDouble.of(value),
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator),
                Optional.of(interval),
                method,
                Status.NORMAL);
    }

    /** No figure, for the reason that {@code status} gives; what it would have come of stays known. */
    public static Estimate none(double numerator, double denominator, String method, Status status) {
        return new Estimate(
                OptionalDouble.empty(),
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator),
                Optional.empty(),
                method,
                status);
    }
}
