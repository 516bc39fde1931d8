package org.concordat.synthetic.people;

/**
 * How often what happens in the town, a year and person unless said otherwise, with the source of each figure.
 *
 * <p>Figures named with a source are rounded from it and were written down from general knowledge of the publication; the
 * others are assumptions, chosen to be plausible for an English town.
 */
final class VitalRates {
    /** Twins among births: about 15 maternities in 1,000 (Office for National Statistics, Birth characteristics 2016). */
    static final double TWINS = .015;
    /** Twins of one sex who are identical or not look the same to a clerk; a third differ in sex (biology). */
    static final double TWINS_OF_TWO_SEXES = .36;
    /** Weddings of couples living together unmarried: assumption. */
    static final double WEDDING = .09;
    /** Divorces: about 9 in 1,000 married people (Office for National Statistics, Divorces in England and Wales 2019). */
    static final double DIVORCE = .009;
    /** Unmarried couples part more often: assumption. */
    static final double PARTING = .04;
    /** Adults who find a partner to live with, among those alone aged 19 to 50: assumption. */
    static final double PAIRING = .07;
    /** What brides do with their surnames: take his, join both with a hyphen, keep theirs. Assumption. */
    static final double TAKES_SURNAME = .75;

    static final double JOINS_SURNAMES = .07;
    /** Divorced women who go back to their former surname: assumption. */
    static final double RETURNS_TO_SURNAME = .4;
    /** Surnames changed by deed poll or otherwise: assumption, about the 85,000 a year often quoted for the country. */
    static final double DEED_POLL = .0012;
    /** Young adults at home who leave it, aged 18 to 34: assumption. */
    static final double LEAVES_HOME = .13;
    /** Sons and daughters who bear their father's or mother's first name: assumption. */
    static final double NAMED_AFTER_PARENT = .045;
    /** Children whose second given name is a parent's first: assumption. */
    static final double SECOND_NAME_AFTER_PARENT = .15;
    /** Children of unmarried couples with both surnames hyphenated: assumption. */
    static final double CHILD_JOINS_SURNAMES = .06;
    /** People with a second given name in the British tradition: assumption. */
    static final double HAS_SECOND_NAME = .82;
    /** Same-sex couples: about 1 in 50 couples (Census 2021). */
    static final double SAME_SEX_COUPLE = .02;
    /** Moves that leave the town, among all moves of households: assumption. */
    static final double LEAVES_TOWN = .3;

    private VitalRates() {}

    /**
     * Chance of a household to move: about one person in ten lived elsewhere a year before (Census 2011 and 2021), renters
     * far more often than owners (English Housing Survey 2021 to 2022).
     */
    static double move(Tenure tenure) {
        return switch (tenure) {
            case OWNED -> .035;
            case SOCIAL -> .06;
            case PRIVATE_RENT -> .24;
            case SHARED -> .35;
            case STUDENT -> .75;
            case CARE_HOME -> .02;
            case HOSTEL, NO_ABODE -> .5;
        };
    }

    /** Chance to die at an age in years: Gompertz's law near the national life table 2018 to 2020. */
    static double death(int age, boolean female) {
        if (age == 0) {
            return .004;
        }
        double rate = (female ? .000_022 : .000_036) * Math.exp(.098 * age) + .0001;
        return Math.min(.6, rate);
    }

    /** Chance of a woman in a couple to bear a child at an age in years: near the national age pattern of 2019. */
    static double birth(int age) {
        if (age < 17 || age > 44) {
            return 0;
        }
        double distance = (age - 30.5) / 6.2;
        return .155 * Math.exp(-distance * distance / 2);
    }
}
