package org.concordat.synthetic.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.places.Places;

/**
 * Everybody who lived in the town between its first and its last day.
 *
 * <p>Exactly {@code residents} people live there on the first day; after ten years about as many do, and some three in ten
 * more have come, gone, been born or died. Takes about 180 bytes a person.
 */
public final class Population {
    private final List<Person> people = new ArrayList<>();
    private final Places places;
    private final int firstDay;
    private final int lastDay;

    /** Peoples a town and lets it live; days are counted from 1 January 1970. */
    public Population(NameBook book, int residents, int firstDay, int years, long seed) {
        this.firstDay = firstDay;
        this.lastDay = firstDay + (int) (years * 365.25);
        Dice dice = Dice.of(seed, 31, 0, 0);
        Founders founders = new Founders(new Namer(book), people);
        List<Household> households = new ArrayList<>();
        while (people.size() < residents) {
            Household home = founders.household(firstDay, false, dice);
            while (people.size() > residents) {
                Person last = people.removeLast();
                home.members.remove(last);
                home.members.forEach(other -> {
                    if (other.partner == last.number()) {
                        other.partner = -1;
                    }
                    if (other.mother == last.number()) {
                        other.mother = -1;
                    }
                    if (other.father == last.number()) {
                        other.father = -1;
                    }
                });
            }
            households.add(home);
        }
        // Room for the homes that are built in the town's years, and some that stand empty.
        int homes = (int) households.stream()
                .filter(home -> home.tenure != Tenure.NO_ABODE)
                .count();
        this.places = new Places(residents, homes + Math.max(8, homes / 7), seed);
        Lives lives = new Lives(founders, people, households, places.addresses(), dice);
        lives.settle(firstDay);
        for (int year = 0; year < years; year++) {
            int from = firstDay + (int) (year * 365.25);
            lives.live(from + 1, firstDay + (int) ((year + 1) * 365.25));
        }
    }

    /** All people in the order of their numbers. */
    public List<Person> people() {
        return Collections.unmodifiableList(people);
    }

    /** Where they live. */
    public Places places() {
        return places;
    }

    /** First day of the town's time. */
    public int firstDay() {
        return firstDay;
    }

    /** Day after the town's time. */
    public int lastDay() {
        return lastDay;
    }
}
