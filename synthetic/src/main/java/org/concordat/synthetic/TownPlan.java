package org.concordat.synthetic;

import java.time.LocalDate;

/**
 * What town to make.
 *
 * @param seed the same seed and plan make the same town, byte for byte
 * @param people who live there on the first day, 1,000 to 3,000,000
 * @param firstDay when the town's time begins
 * @param years how long it lives on, 5 to 20; files are as of its last years
 */
public record TownPlan(long seed, int people, LocalDate firstDay, int years) {
    /** Fewest people a town can have. */
    public static final int LEAST_PEOPLE = 1_000;
    /** Most people a town can have. */
    public static final int MOST_PEOPLE = 3_000_000;

    private static final int LEAST_RECORDS = 2_000;
    /** Records that a town has for each person of its first day, a little below the measured mean. */
    private static final double RECORDS_OF_ONE_RESIDENT = 2.2;

    /** Checks the bounds. */
    public TownPlan {
        if (people < LEAST_PEOPLE || people > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "people must be from " + LEAST_PEOPLE + " to " + MOST_PEOPLE + ", was " + people);
        }
        if (years < 5 || years > 20) {
            throw new IllegalArgumentException("years must be from 5 to 20, was " + years);
        }
    }

    /** A town of so many people, from July 2013 to July 2023. */
    public static TownPlan ofPeople(long seed, int people) {
        return new TownPlan(seed, people, LocalDate.of(2013, 7, 1), 10);
    }

    /**
     * A town with enough people for a flat file of so many records; 2,000 to 6,600,000 records.
     *
     * @throws IllegalArgumentException outside these bounds
     */
    public static TownPlan forRecords(long seed, int records) {
        int people = (int) Math.ceil(records / RECORDS_OF_ONE_RESIDENT) + 400;
        if (records < LEAST_RECORDS || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("records must be from " + LEAST_RECORDS + " to "
                    + (int) ((MOST_PEOPLE - 400) * RECORDS_OF_ONE_RESIDENT) + ", was " + records);
        }
        return ofPeople(seed, people);
    }
}
