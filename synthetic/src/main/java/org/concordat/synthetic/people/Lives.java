package org.concordat.synthetic.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.Shuffle;
import org.jspecify.annotations.Nullable;

/** Lets the town live on by a year: who dies, is born, pairs, marries, parts, leaves home, moves, comes and goes. */
final class Lives {
    private final Founders founders;
    private final List<Person> people;
    private final List<Household> households;
    private final int[] vacant;
    private int vacancies;
    /** People who left or died, less those born, whose place newcomers have not taken yet. */
    private int gone;

    private final Dice dice;

    Lives(Founders founders, List<Person> people, List<Household> households, int addresses, Dice dice) {
        this.founders = founders;
        this.people = people;
        this.households = households;
        this.dice = dice;
        this.vacant = new int[addresses];
        for (int i = 0; i < addresses; i++) {
            vacant[i] = i;
        }
        Shuffle.inPlace(vacant, dice);
        this.vacancies = addresses;
    }

    /** Gives every household its first home. */
    void settle(int day) {
        for (Household home : households) {
            takeHome(home);
            // Most have lived there for years; what they did before the first day is not told.
            home.members.forEach(person -> person.lives(home, Math.max(day - 4000, person.birthDay())));
        }
    }

    private void takeHome(Household home) {
        if (home.tenure != Tenure.NO_ABODE && vacancies > 0) {
            home.address = vacant[--vacancies];
        }
    }

    private void giveUpHome(Household home) {
        if (home.address >= 0) {
            int place = dice.below(vacancies + 1);
            vacant[vacancies] = vacant[place];
            vacant[place] = home.address;
            vacancies++;
            home.address = Person.NO_ABODE;
        }
    }

    /** The year from one day to another. */
    void live(int from, int to) {
        List<Person> lonely = new ArrayList<>();
        int before = households.size();
        for (int i = 0; i < before; i++) {
            Household home = households.get(i);
            if (home.members.isEmpty()) {
                continue;
            }
            deaths(home, from, to);
            couples(home, from, to);
            births(home, from, to);
            for (Person person : List.copyOf(home.members)) {
                single(person, home, from, to, lonely);
            }
            if (!home.members.isEmpty() && dice.chance(VitalRates.move(home.tenure))) {
                move(home, dice.between(from, to - 1));
            }
        }
        pairUp(lonely, from, to);
        households.removeIf(home -> home.members.isEmpty());
        while (gone > 0 && vacancies > 2) {
            Household home = founders.household(from, true, dice);
            gone -= home.members.size();
            takeHome(home);
            int day = dice.between(from, to - 1);
            home.members.forEach(person -> person.lives(home, Math.max(day, person.birthDay())));
            households.add(home);
        }
    }

    private void deaths(Household home, int from, int to) {
        for (Person person : List.copyOf(home.members)) {
            if (dice.chance(VitalRates.death(person.age(from), person.female()))) {
                int day = dice.between(Math.max(from, person.birthDay() + 1), to - 1);
                person.deathDay = day;
                gone++;
                widow(person);
                home.members.remove(person);
            }
        }
        if (home.members.isEmpty()) {
            giveUpHome(home);
        }
    }

    private void widow(Person person) {
        if (person.partner >= 0) {
            Person other = people.get(person.partner);
            other.partner = -1;
            other.married = false;
        }
    }

    private void couples(Household home, int from, int to) {
        for (Person first : List.copyOf(home.members)) {
            if (first.partner < first.number()) {
                continue;
            }
            Person second = people.get(first.partner);
            int day = dice.between(from, to - 1);
            if (!first.married && dice.chance(VitalRates.WEDDING)) {
                founders.marry(first, second, day, dice);
            } else if (dice.chance(first.married ? VitalRates.DIVORCE : VitalRates.PARTING)) {
                part(first, second, day);
            }
        }
    }

    private void part(Person first, Person second, int day) {
        for (Person person : List.of(first, second)) {
            String former = person.formerSurname(day);
            if (person.married && former != null && dice.chance(VitalRates.RETURNS_TO_SURNAME)) {
                person.takesSurname(former, day);
            }
            person.partner = -1;
            person.married = false;
        }
        Person leaver = first.female() && dice.chance(.6) ? second : first;
        Household old = leaver.household;
        if (old != null) {
            newHome(leaver, old, Tenure.PRIVATE_RENT, day);
        }
    }

    private void newHome(Person person, Household from, Tenure tenure, int day) {
        Household home = founders.empty(tenure);
        takeHome(home);
        from.members.remove(person);
        home.members.add(person);
        person.lives(home, Math.max(day, person.birthDay()));
        households.add(home);
        if (from.members.isEmpty()) {
            giveUpHome(from);
        }
    }

    private void births(Household home, int from, int to) {
        for (Person mother : List.copyOf(home.members)) {
            if (!mother.female()) {
                continue;
            }
            double rate = VitalRates.birth(mother.age(from));
            if (rate == 0 || !home.ordinary() || !dice.chance(mother.partner >= 0 ? rate : rate * .16)) {
                continue;
            }
            int day = dice.between(from, to - 1);
            Person other = mother.partner >= 0 ? people.get(mother.partner) : null;
            boolean twins = dice.chance(VitalRates.TWINS);
            for (int twin = twins ? 1 : 0; twin <= (twins ? 2 : 0); twin++) {
                Person child = founders.child(mother, other, null, day, twin, dice);
                home.members.add(child);
                child.lives(home, day);
                gone--;
            }
        }
    }

    private void single(Person person, Household home, int from, int to, List<Person> lonely) {
        int age = person.age(from);
        if (age >= 16 && dice.chance(VitalRates.DEED_POLL)) {
            String mothers = person.mother() >= 0 ? people.get(person.mother()).surname(from) : null;
            String next = mothers != null && !mothers.equals(person.surname(from))
                    ? mothers
                    : founders.familyName(person, dice);
            person.takesSurname(next, dice.between(from, to - 1));
        }
        if (age >= 19 && age <= 50 && person.partner < 0 && dice.chance(VitalRates.PAIRING)) {
            lonely.add(person);
            return;
        }
        boolean child = home.ordinary() && person.partner < 0 && home.members.getFirst() != person;
        if (child && age >= 18 && age <= 34 && dice.chance(VitalRates.LEAVES_HOME)) {
            leaveHome(person, home, age, dice.between(from, to - 1));
        } else if (age > 76 && home.ordinary() && dice.chance(.025)) {
            Household care = institution();
            if (care != null) {
                home.members.remove(person);
                widow(person);
                person.partner = -1;
                care.members.add(person);
                person.lives(care, dice.between(from, to - 1));
                if (home.members.isEmpty()) {
                    giveUpHome(home);
                }
            }
        }
    }

    private @Nullable Household institution() {
        for (int tries = 0; tries < 400; tries++) {
            Household home = households.get(dice.below(households.size()));
            if (home.tenure == Tenure.CARE_HOME && !home.members.isEmpty() && home.members.size() < 40) {
                return home;
            }
        }
        return null;
    }

    private void leaveHome(Person person, Household home, int age, int day) {
        if (dice.chance(.4)) {
            home.members.remove(person);
            person.leaves(day);
            gone++;
        } else {
            Tenure tenure = age < 21 && dice.chance(.4) ? Tenure.STUDENT : Tenure.PRIVATE_RENT;
            newHome(person, home, dice.chance(.02) ? Tenure.NO_ABODE : tenure, day);
        }
    }

    /** Moves a household within the town or out of it. */
    private void move(Household home, int day) {
        boolean leaves = dice.chance(home.tenure == Tenure.STUDENT ? .6 : VitalRates.LEAVES_TOWN);
        if (!home.ordinary()) {
            scatter(home, day, leaves);
            return;
        }
        if (leaves || vacancies == 0) {
            home.members.forEach(person -> person.leaves(Math.max(day, person.birthDay())));
            gone += home.members.size();
            home.members.clear();
            giveUpHome(home);
            return;
        }
        int old = home.address;
        takeHome(home);
        home.members.forEach(person -> person.lives(home, Math.max(day, person.birthDay())));
        vacant[vacancies++] = old;
    }

    /** People who share a house leave one by one, not all together. */
    private void scatter(Household home, int day, boolean leaves) {
        if (home.tenure == Tenure.CARE_HOME) {
            return;
        }
        Person person = home.members.get(dice.below(home.members.size()));
        if (leaves) {
            home.members.remove(person);
            person.leaves(day);
            gone++;
            if (home.members.isEmpty()) {
                giveUpHome(home);
            }
            return;
        }
        newHome(person, home, dice.chance(.5) ? Tenure.PRIVATE_RENT : Tenure.SOCIAL, day);
    }

    /** Brings lonely people of near age together; one moves in with the other, or both find a new home. */
    private void pairUp(List<Person> lonely, int from, int to) {
        List<Person> women = new ArrayList<>();
        List<Person> men = new ArrayList<>();
        lonely.forEach(person -> (person.female() != dice.chance(.01) ? women : men).add(person));
        Comparator<Person> order = Comparator.comparing(Person::tradition).thenComparingInt(Person::birthDay);
        women.sort(order);
        men.sort(order);
        int she = 0;
        for (Person him : men) {
            while (she < women.size() && order.compare(women.get(she), him) < 0) {
                she++;
            }
            if (she == women.size()) {
                return;
            }
            Person her = women.get(she++);
            boolean kin = her.mother() >= 0 && her.mother() == him.mother();
            if (!kin && Math.abs(her.birthDay() - him.birthDay()) < 12 * 365) {
                moveTogether(her, him, dice.between(from, to - 1));
            }
        }
    }

    private void moveTogether(Person her, Person him, int day) {
        Household hers = her.household;
        Household his = him.household;
        if (hers == null || his == null || hers == his) {
            return;
        }
        her.partner = him.number();
        him.partner = her.number();
        if (hers.ordinary() && hers.members.getFirst() == her) {
            moveInto(him, his, hers, day);
        } else if (his.ordinary() && his.members.getFirst() == him) {
            moveInto(her, hers, his, day);
        } else {
            newHome(her, hers, dice.chance(.3) ? Tenure.OWNED : Tenure.PRIVATE_RENT, day);
            Household joint = her.household;
            if (joint != null) {
                moveInto(him, his, joint, day);
            }
        }
    }

    private void moveInto(Person person, Household from, Household to, int day) {
        from.members.remove(person);
        to.members.add(person);
        person.lives(to, day);
        if (from.members.isEmpty()) {
            giveUpHome(from);
        }
    }
}
