package org.concordat.measures;

/**
 * The range within which a figure lies with a stated confidence; both ends belong to it.
 *
 * @param lower in the unit of the figure; may be negative infinity where a method bounds one side alone
 * @param upper in the unit of the figure, not below {@code lower}
 * @param confidence above 0 and below 1, such as .95
 */
public record Interval(double lower, double upper, double confidence) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "an interval runs from its lower to its upper end, given " + lower + " to " + upper);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, both excluded, given " + confidence);
        }
    }

    /** Whether {@code value} lies in it, its ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The same range in a unit {@code factor} times as small, as when a proportion becomes a percentage. */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a factor is above 0, given " + factor);
        }
        return new Interval(lower * factor, upper * factor, confidence);
    }
}
