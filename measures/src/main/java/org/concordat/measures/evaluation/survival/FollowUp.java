package org.concordat.measures.evaluation.survival;

/**
 * How long one person was followed, and how it ended.
 *
 * @param time from the start, in any unit, 0 or more
 * @param event whether the event came at that time; else the person was out of sight from then on
 */
public record FollowUp(double time, boolean event) {
    public FollowUp {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("time: 0 or more, given " + time);
        }
    }

    /** The event came. */
    public static FollowUp event(double time) {
        return new FollowUp(time, true);
    }

    /** Out of sight without the event. */
    public static FollowUp leftSight(double time) {
        return new FollowUp(time, false);
    }
}
