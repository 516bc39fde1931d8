package org.concordat.synthetic.people;

import java.util.List;

/** How a household holds its home; decides how often it moves and which agencies know it. */
public enum Tenure {
    OWNED(0),
    SOCIAL(1),
    PRIVATE_RENT(2),
    /** A house in multiple occupation: unrelated adults. */
    SHARED(3),
    STUDENT(4),
    CARE_HOME(5),
    HOSTEL(6),
    /** Sleeping rough or staying with friends: no address. */
    NO_ABODE(7);

    private static final List<Tenure> BY_NUMBER = List.of(values());

    private final int number;

    Tenure(int number) {
        this.number = number;
    }

    /** A number from 0 to 7, by which people's histories keep it. */
    int number() {
        return number;
    }

    static Tenure of(int number) {
        return BY_NUMBER.get(number);
    }
}
