package org.concordat.policy.words;

/** The four ways of sharing, by what leaves. */
public enum SharingForm implements Word {
    /** Tables, rates, maps, hotspots, with disclosure control. About nobody in particular. */
    AGGREGATED,
    /** Linked records without identity. */
    PSEUDONYMISED,
    /** One person's joined-up record, a yes or no, an alert, a list, a single disclosure. */
    IDENTIFIED,
    /** What a case meeting or conversation shares about named people. */
    DISCUSSED;

    /** Whether what leaves tells its receiver who it is about. */
    public boolean namesPeople() {
        return switch (this) {
            case IDENTIFIED, DISCUSSED -> true;
            case AGGREGATED, PSEUDONYMISED -> false;
        };
    }

    /** Whether what leaves is still personal data, as pseudonymised records are and safe tables are not. */
    public boolean isPersonal() {
        return switch (this) {
            case PSEUDONYMISED, IDENTIFIED, DISCUSSED -> true;
            case AGGREGATED -> false;
        };
    }
}
