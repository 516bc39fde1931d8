package org.concordat.synthetic.people;

import java.util.ArrayList;
import java.util.List;

/** People who share a home at one time. */
final class Household {
    final int number;
    final Tenure tenure;
    int address = Person.NO_ABODE;
    final List<Person> members = new ArrayList<>(4);

    Household(int number, Tenure tenure) {
        this.number = number;
        this.tenure = tenure;
    }

    Tenure tenure() {
        return tenure;
    }

    /** Ordinary homes are let or sold when left; others are institutions or the street. */
    boolean ordinary() {
        return switch (tenure) {
            case OWNED, SOCIAL, PRIVATE_RENT -> true;
            case SHARED, STUDENT, CARE_HOME, HOSTEL, NO_ABODE -> false;
        };
    }
}
