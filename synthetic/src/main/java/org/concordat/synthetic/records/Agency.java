package org.concordat.synthetic.records;

import java.util.List;
import java.util.Locale;

/** A public body or charity of the town that keeps records about people. */
public enum Agency {
    /** Tenants of council and housing association homes, their households, and people who wait for a home. */
    HOUSING(0),
    /** Adults who pay council tax. */
    COUNCIL_TAX(1),
    /** Children in need, and adults with care and support. */
    SOCIAL_CARE(2),
    /** Pupils of the state schools. */
    SCHOOLS(3),
    /** Victims, witnesses and suspects; one row an incident and person. */
    POLICE(4),
    /** Hospital emergency attendances; one row an attendance. */
    A_AND_E(5),
    /** Home safety visits and people met at fires. */
    FIRE(6),
    /** People on working-age benefits. */
    JOB_CENTRE(7),
    /** People without a home who ask a charity for help; one row a contact. */
    HOMELESSNESS_CHARITY(8);

    private static final List<Agency> BY_NUMBER = List.of(values());

    private final int number;
    private final String label;

    Agency(int number) {
        this.number = number;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    /** A number from 0 to 8 that never changes, since dice are seeded with it. */
    public int number() {
        return number;
    }

    /** The agency of a number from 0 to 8. */
    public static Agency of(int number) {
        return BY_NUMBER.get(number);
    }

    /** Lower case name with underscores, as files and tables write it: {@code a_and_e}. */
    public String label() {
        return label;
    }
}
