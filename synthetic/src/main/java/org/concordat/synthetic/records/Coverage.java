package org.concordat.synthetic.records;

import java.util.Arrays;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.people.Person;
import org.concordat.synthetic.people.Population;
import org.concordat.synthetic.people.Tenure;

/**
 * Who appears in which agency's file, how often and on which days.
 *
 * <p>Housing, council tax, social care, schools and job centre give a list as of one day; police, A&amp;E, fire and the
 * charity give what happened over some years. Rates are assumptions, set so that a person who appears at all appears some
 * three times.
 */
public final class Coverage {
    private static final int[] NONE = {};
    private static final int MOST_ROWS = 14;
    private static final double ATTENDANCES_A_YEAR = .44;

    private final Population population;
    private final MistakeRates rates;
    private final long seed;

    /** Coverage of a population by agencies with the given rates. */
    public Coverage(Population population, MistakeRates rates, long seed) {
        this.population = population;
        this.rates = rates;
        this.seed = seed;
    }

    /** The days of an agency's rows about a person, oldest first; empty where there are none. */
    public int[] days(Agency agency, Person person) {
        Dice dice = Dice.of(seed, 50 + agency.number(), person.number(), 0);
        int last = population.lastDay();
        return switch (agency) {
            case HOUSING -> listed(agency, person, last - 820, dice);
            case COUNCIL_TAX -> listed(agency, person, last - 270, dice);
            case SOCIAL_CARE -> listed(agency, person, last - 460, dice);
            case SCHOOLS -> listed(agency, person, last - 350, dice);
            case JOB_CENTRE -> listed(agency, person, last - 420, dice);
            case POLICE -> happened(person, last - 4 * 365, 4, incidents(person, last - 730), dice);
            case A_AND_E -> happened(person, last - 913, 2.5, attendances(person, last - 456), dice);
            case FIRE -> happened(person, last - 4 * 365, 4, visits(person, last - 730), dice);
            case HOMELESSNESS_CHARITY -> happened(person, last - 3 * 365, 3, contacts(person, last), dice);
        };
    }

    private int[] listed(Agency agency, Person person, int day, Dice dice) {
        if (!person.present(day) || !dice.chance(share(agency, person, day))) {
            return NONE;
        }
        int entered = day - dice.below(1500);
        int first = Math.max(entered, person.birthDay() + 20);
        first = person.present(first) ? first : day;
        // Somebody without a fixed abode, or whose record was kept up, is known as of the day of the list.
        first = dice.chance(.75) ? day : first;
        return dice.chance(rates.rate(agency, Mistake.ENTERED_TWICE)) ? new int[] {first, day} : new int[] {first};
    }

    private double share(Agency agency, Person person, int day) {
        int age = person.age(day);
        Tenure tenure = person.tenure(day);
        boolean atHome = person.address(day) >= 0;
        double poverty = atHome ? .4 + 1.2 * population.places().deprivation(person.address(day)) : 1;
        return switch (agency) {
            case HOUSING ->
                switch (tenure) {
                    case SOCIAL -> .97;
                    case PRIVATE_RENT, SHARED -> age < 18 ? .05 : .13;
                    case HOSTEL, NO_ABODE -> .5;
                    case OWNED, STUDENT, CARE_HOME -> .01;
                };
            case COUNCIL_TAX -> liable(person, age, tenure, day) ? .9 : 0;
            case SOCIAL_CARE ->
                tenure == Tenure.CARE_HOME
                        ? .8
                        : poverty * (age < 18 ? .06 : age < 65 ? .022 : age < 75 ? .09 : age < 85 ? .2 : .38);
            case SCHOOLS -> age < 4 || age > 17 ? 0 : age < 16 ? .95 : .55;
            case JOB_CENTRE ->
                age < 18 || age > 66
                        ? 0
                        : switch (tenure) {
                            case OWNED -> .09 * poverty;
                            case STUDENT -> .02;
                            case PRIVATE_RENT -> .26 * poverty;
                            case SOCIAL -> .42 * poverty;
                            case SHARED, HOSTEL, NO_ABODE -> .5;
                            case CARE_HOME -> .2;
                        };
            case POLICE, A_AND_E, FIRE, HOMELESSNESS_CHARITY -> 0;
        };
    }

    /** Adults in a home of their own; grown children who live with a parent do not pay. */
    private boolean liable(Person person, int age, Tenure tenure, int day) {
        boolean home = switch (tenure) {
            case OWNED, SOCIAL, PRIVATE_RENT -> true;
            case SHARED, STUDENT, CARE_HOME, HOSTEL, NO_ABODE -> false;
        };
        return home
                && age >= 18
                && !livesWith(person, person.mother(), day)
                && !livesWith(person, person.father(), day);
    }

    private boolean livesWith(Person person, int parent, int day) {
        return parent >= 0
                && population.people().get(parent).household(day) == person.household(day)
                && person.age(day) < 40;
    }

    private double incidents(Person person, int day) {
        int age = person.age(day);
        double byAge = age < 10 ? .01 : age < 16 ? .06 : age < 35 ? .13 : age < 60 ? .07 : .03;
        double bySex = person.female() ? .8 : 1.2;
        return byAge * bySex * hardship(person, day) * temper(person, 51);
    }

    private double attendances(Person person, int day) {
        int age = person.age(day);
        double byAge = age < 5 ? 1.5 : age < 16 ? .9 : age < 65 ? .8 : age < 80 ? 1.1 : 1.9;
        return ATTENDANCES_A_YEAR * byAge * Math.sqrt(hardship(person, day)) * temper(person, 52);
    }

    private double visits(Person person, int day) {
        return (person.age(day) >= 65 ? .035 : .006) * hardship(person, day);
    }

    private double contacts(Person person, int day) {
        for (int before = 0; before < 3 * 365; before += 180) {
            Tenure tenure = person.tenure(day - before);
            if (tenure == Tenure.NO_ABODE) {
                return 1.1;
            }
            if (tenure == Tenure.HOSTEL) {
                return .45;
            }
        }
        return person.age(day) < 18 ? 0 : .002;
    }

    private double hardship(Person person, int day) {
        double extra = switch (person.tenure(day)) {
            case HOSTEL, NO_ABODE -> 4;
            case SHARED -> 1.5;
            case OWNED, SOCIAL, PRIVATE_RENT, STUDENT, CARE_HOME -> 1;
        };
        int address = person.address(day);
        return extra * (address < 0 ? 1 : .4 + 1.2 * population.places().deprivation(address));
    }

    /** Few people make many visits: a factor of mean one, the same for a person every year. */
    private double temper(Person person, int kind) {
        double draw = Dice.of(seed, kind, person.number(), 1).fraction();
        return draw < .5 ? .35 : draw < .9 ? 1 : draw < .98 ? 3 : 9.25;
    }

    private int[] happened(Person person, int from, double years, double rateAYear, Dice dice) {
        int count = Math.min(MOST_ROWS, poisson(rateAYear * years, dice));
        int[] days = new int[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int day = from + dice.below((int) (years * 365));
            if (person.present(day)) {
                days[kept++] = day;
            }
        }
        int[] result = Arrays.copyOf(days, kept);
        Arrays.sort(result);
        return result;
    }

    private static int poisson(double mean, Dice dice) {
        double limit = Math.exp(-mean);
        double product = dice.fraction();
        int count = 0;
        while (product > limit) {
            product *= dice.fraction();
            count++;
        }
        return count;
    }
}
