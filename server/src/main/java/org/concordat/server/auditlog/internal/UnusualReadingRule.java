package org.concordat.server.auditlog.internal;

import java.util.Optional;

/**
 * When somebody has looked at so much in an hour that a colleague should ask why: at least {@code leastReadings}, and more than
 * {@code times} what they themselves looked at on average in the hours of the last {@code habitDays} days in which they looked
 * at anything, and more than {@code times} what others in the same role did.
 *
 * <p>Who has no habit yet is judged by others' alone, and where nobody has one the least number decides. It finds haste and
 * bulk, not the one record that somebody had no business to look at.
 */
public record UnusualReadingRule(int leastReadings, int times, int habitDays) {
    /** Where nothing else is set. */
    public static final UnusualReadingRule USUAL = new UnusualReadingRule(30, 5, 28);

    public UnusualReadingRule {
        if (leastReadings < 2 || times < 2 || habitDays < 1 || habitDays > 366) {
            throw new IllegalArgumentException(
                    "leastReadings and times must be 2 or more and habitDays 1 to 366; given " + leastReadings + ", "
                            + times + " and " + habitDays);
        }
    }

    /**
     * Whether it is so.
     *
     * @param ownHabit readings in an average hour of theirs; empty where there is none before
     * @param roleHabit the same of others in their role
     */
    public boolean isUnusual(int readings, Optional<Double> ownHabit, Optional<Double> roleHabit) {
        return readings >= leastReadings && exceeds(readings, ownHabit) && exceeds(readings, roleHabit);
    }

    private boolean exceeds(int readings, Optional<Double> habit) {
        return habit.isEmpty() || readings > times * habit.get();
    }
}
