package org.concordat.synthetic.people;

import java.util.List;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.names.Tradition;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole households as they stand on one day: those of the first day, and those who come to the town later.
 *
 * <p>Shares of household types follow the Labour Force Survey's "Families and households 2023" (Office for National
 * Statistics), rounded: three in ten live alone, the mean household has 2.36 people. Ages within a type are assumptions.
 */
final class Founders {
    private static final double YEAR = 365.25;

    private final Namer namer;
    private final List<Person> people;
    private int households;

    Founders(Namer namer, List<Person> people) {
        this.namer = namer;
        this.people = people;
    }

    Household empty(Tenure tenure) {
        return new Household(households++, tenure);
    }

    /** A household drawn from all types; people who come to the town later are younger and never move into care. */
    Household household(int day, boolean newcomers, Dice dice) {
        double type = dice.fraction();
        if (type < .30) {
            return alone(day, newcomers, dice);
        }
        if (type < .57) {
            return couple(day, newcomers, dice);
        }
        if (type < .84) {
            return family(day, true, dice);
        }
        if (type < .945) {
            return family(day, false, dice);
        }
        double rest = dice.fraction();
        if (rest < .45) {
            return sharers(Tenure.SHARED, dice.between(3, 6), 19, 45, day, dice);
        }
        if (rest < .85) {
            return sharers(Tenure.STUDENT, dice.between(3, 6), 18, 23, day, dice);
        }
        if (rest < .88 && !newcomers) {
            return sharers(Tenure.CARE_HOME, dice.between(12, 30), 74, 98, day, dice);
        }
        if (rest < .92) {
            return sharers(Tenure.HOSTEL, dice.between(4, 14), 18, 60, day, dice);
        }
        return sharers(Tenure.NO_ABODE, 1, 18, 60, day, dice);
    }

    private Tenure tenure(int age, Dice dice) {
        double owned = age < 30 ? .25 : age < 45 ? .52 : age < 65 ? .68 : .76;
        if (dice.chance(owned)) {
            return Tenure.OWNED;
        }
        return dice.chance(age < 35 ? .3 : .55) ? Tenure.SOCIAL : Tenure.PRIVATE_RENT;
    }

    private Household alone(int day, boolean newcomers, Dice dice) {
        int age = !newcomers && dice.chance(.45) ? old(dice) : working(newcomers, dice);
        Household home = empty(tenure(age, dice));
        Tradition tradition = Namer.tradition(dice);
        boolean female = dice.chance(age > 65 ? .64 : .42);
        add(home, adult(tradition, namer.familyName(tradition, dice), female, born(day, age, dice), dice));
        return home;
    }

    /** A surname that somebody might change to. */
    String familyName(Person person, Dice dice) {
        return namer.familyName(person.tradition(), dice);
    }

    private static int old(Dice dice) {
        return 65 + Math.min(dice.below(33), dice.below(33));
    }

    /** Ages 20 to 64: newcomers are younger, those who have lived there for long older. */
    private static int working(boolean newcomers, Dice dice) {
        int one = dice.below(45);
        int other = dice.below(45);
        return 20 + (newcomers ? Math.min(one, other) : Math.max(one, other));
    }

    private Household couple(int day, boolean newcomers, Dice dice) {
        int age = !newcomers && dice.chance(.42) ? 62 + dice.below(25) : working(newcomers, dice);
        Household home = empty(tenure(age, dice));
        pair(home, age, day, dice.chance(age > 45 ? .85 : .45), dice);
        return home;
    }

    /** Two partners; the first is a woman but in couples of two men. */
    private void pair(Household home, int age, int day, boolean married, Dice dice) {
        Tradition tradition = Namer.tradition(dice);
        Tradition other = dice.chance(.92) ? tradition : Namer.tradition(dice);
        boolean alike = dice.chance(VitalRates.SAME_SEX_COUPLE);
        boolean firstFemale = !alike || dice.chance(.5);
        boolean secondFemale = alike && firstFemale;
        String hers = namer.familyName(tradition, dice);
        String his = namer.familyName(other, dice);
        Person second = adult(other, his, secondFemale, born(day, age + (int) dice.bell(2, 3.5), dice), dice);
        Person first = adult(tradition, hers, firstFemale, born(day, age, dice), dice);
        add(home, first);
        add(home, second);
        first.partner = second.number();
        second.partner = first.number();
        if (married) {
            marry(first, second, day - dice.between(400, 400 + 300 * Math.max(1, age - 20)), dice);
        }
    }

    /** Makes a couple husband and wife, or the like; surnames change on the day as {@link VitalRates} has it. */
    void marry(Person first, Person second, int day, Dice dice) {
        first.married = true;
        second.married = true;
        Person bride = first.female() ? first : second;
        Person other = bride == first ? second : first;
        boolean shared = switch (bride.tradition()) {
            case MUSLIM, SIKH, CHINESE, ARABIC, IBERIAN -> false;
            case BRITISH, HINDU, POLISH, ROMANIAN, AFRICAN -> true;
        };
        if (!shared && !dice.chance(.12)) {
            return;
        }
        double choice = dice.fraction();
        String his = namer.surname(other.tradition(), other.surname(day), bride.female(), dice);
        if (choice < VitalRates.TAKES_SURNAME) {
            bride.takesSurname(his, day);
        } else if (choice < VitalRates.TAKES_SURNAME + VitalRates.JOINS_SURNAMES && his.indexOf('-') < 0) {
            bride.takesSurname(half(bride.surname(day)) + '-' + his, day);
        }
    }

    private static String half(String surname) {
        int hyphen = surname.indexOf('-');
        return hyphen < 0 ? surname : surname.substring(0, hyphen);
    }

    private Household family(int day, boolean twoParents, Dice dice) {
        int oldest = dice.chance(.78) ? dice.below(19) : 19 + dice.below(12);
        int mothersAge = Math.clamp(oldest + Math.round(dice.bell(28, 5)), 17 + oldest, 44 + oldest);
        Household home = empty(tenure(mothersAge, dice));
        if (twoParents) {
            pair(home, mothersAge, day, dice.chance(.68), dice);
        } else {
            Tradition tradition = Namer.tradition(dice);
            boolean mother = dice.chance(.87);
            add(home, adult(tradition, namer.familyName(tradition, dice), mother, born(day, mothersAge, dice), dice));
        }
        int children = dice.chance(.42) ? 1 : dice.chance(.72) ? 2 : dice.chance(.7) ? 3 : dice.between(4, 6);
        int birthDay = born(day, oldest, dice);
        Person first = home.members.getFirst();
        Person other = twoParents ? home.members.get(1) : null;
        // A lone parent's children may bear the name of the other parent, who is not of the household.
        String absent = !twoParents && dice.chance(.35) ? namer.familyName(first.tradition(), dice) : null;
        for (int i = 0; i < children && birthDay <= day; i++) {
            boolean twins = dice.chance(VitalRates.TWINS);
            Person child = child(first, other, absent, birthDay, twins ? 1 : 0, dice);
            add(home, child);
            if (twins) {
                add(home, child(first, other, absent, birthDay, 2, dice));
            }
            birthDay += (int) dice.bell(2.9 * YEAR, 1.1 * YEAR);
        }
        boolean withGrandparent = dice.chance(first.tradition() == Tradition.BRITISH ? .02 : .16);
        if (withGrandparent && mothersAge < 62) {
            grandparent(home, first, day, mothersAge, dice);
        }
        return home;
    }

    private void grandparent(Household home, Person child, int day, int age, Dice dice) {
        boolean female = dice.chance(.7);
        Person old = adult(
                child.tradition(),
                child.surname(Integer.MIN_VALUE),
                female,
                born(day, age + dice.between(20, 34), dice),
                dice);
        if (female) {
            child.mother = old.number();
        } else {
            child.father = old.number();
        }
        add(home, old);
    }

    /**
     * A child of one or two parents. The place among twins is 0 for a single child, 1 and 2 for twins; the second is often
     * of the first one's sex.
     */
    Person child(Person first, @Nullable Person other, @Nullable String absent, int birthDay, int twin, Dice dice) {
        boolean female = dice.chance(.488);
        if (twin == 2 && !dice.chance(VitalRates.TWINS_OF_TWO_SEXES)) {
            female = people.getLast().female();
        }
        Person mother = first.female() ? first : other != null && other.female() ? other : null;
        Person father = !first.female() ? first : other != null && !other.female() ? other : null;
        Person parent = female ? mother : father;
        Person namesake = father != null ? father : first;
        Tradition tradition = namesake.tradition();
        String family = absent != null ? absent : namesake.surname(birthDay);
        if (other != null && !first.married && dice.chance(.25)) {
            family = mother != null ? mother.surname(birthDay) : family;
        } else if (mother != null
                && father != null
                && !first.married
                && tradition == Tradition.BRITISH
                && dice.chance(VitalRates.CHILD_JOINS_SURNAMES)) {
            family = half(mother.surname(birthDay)) + '-' + half(father.surname(birthDay));
        }
        String given = namer.givenName(tradition, female, birthDay, dice);
        if (parent != null && twin != 2 && dice.chance(VitalRates.NAMED_AFTER_PARENT)) {
            given = parent.givenName();
        }
        String last = twin == 2 ? people.getLast().givenName() : "";
        while (given.equals(last)) {
            given = namer.givenName(tradition, female, birthDay, dice);
        }
        Person child = new Person(
                people.size(),
                female,
                birthDay,
                tradition,
                given,
                namer.secondName(tradition, female, birthDay, parent == null ? null : parent.givenName(), dice),
                namer.surname(tradition, family, female, dice));
        child.mother = mother == null ? -1 : mother.number();
        child.father = father == null ? -1 : father.number();
        people.add(child);
        return child;
    }

    private Household sharers(Tenure tenure, int count, int youngest, int oldest, int day, Dice dice) {
        Household home = empty(tenure);
        for (int i = 0; i < count; i++) {
            Tradition tradition = Namer.tradition(dice);
            boolean female = dice.chance(tenure == Tenure.CARE_HOME ? .7 : tenure == Tenure.STUDENT ? .53 : .3);
            int age = dice.between(youngest, oldest);
            add(home, adult(tradition, namer.familyName(tradition, dice), female, born(day, age, dice), dice));
        }
        return home;
    }

    private Person adult(Tradition tradition, String family, boolean female, int birthDay, Dice dice) {
        Person person = new Person(
                people.size(),
                female,
                birthDay,
                tradition,
                namer.givenName(tradition, female, birthDay, dice),
                namer.secondName(tradition, female, birthDay, null, dice),
                namer.surname(tradition, family, female, dice));
        people.add(person);
        return person;
    }

    private static void add(Household home, Person person) {
        home.members.add(person);
    }

    private static int born(int day, int age, Dice dice) {
        return day - (int) (age * YEAR) - dice.below(365);
    }
}
