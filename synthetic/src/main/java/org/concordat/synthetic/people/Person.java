package org.concordat.synthetic.people;

import java.util.Arrays;
import org.concordat.synthetic.names.Tradition;
import org.jspecify.annotations.Nullable;

/**
 * One person of the town: true name, dates, family, and where they lived when. Days are counted from 1 January 1970.
 *
 * <p>Only {@link Population} changes a person, and only while the town lives through its years; afterwards nothing changes.
 */
public final class Person {
    /** In place of an address: no fixed abode. */
    public static final int NO_ABODE = -1;
    /** In place of an address: not in the town. */
    public static final int AWAY = -2;

    static final int NEVER = Integer.MAX_VALUE;
    private static final int[] NOWHERE = {};
    private static final int WIDTH = 4;

    private final int number;
    private final boolean female;
    private final int birthDay;
    private final Tradition tradition;
    private String givenName;
    private @Nullable String secondName;
    private String surname;
    private @Nullable String formerSurname;
    private int surnameDay = Integer.MIN_VALUE;
    int deathDay = NEVER;
    int mother = -1;
    int father = -1;
    int partner = -1;
    boolean married;

    @Nullable Household household;
    /** Four numbers a spell at one home: first day, address, household, tenure. */
    private int[] spells = NOWHERE;

    Person(
            int number,
            boolean female,
            int birthDay,
            Tradition tradition,
            String givenName,
            @Nullable String secondName,
            String surname) {
        this.number = number;
        this.female = female;
        this.birthDay = birthDay;
        this.tradition = tradition;
        this.givenName = givenName;
        this.secondName = secondName;
        this.surname = surname;
    }

    void lives(Household home, int day) {
        spellBegins(day, home.address, home.number, home.tenure.number());
        household = home;
    }

    void leaves(int day) {
        spellBegins(day, AWAY, -1, spells[spells.length - 1]);
        household = null;
        partner = -1;
    }

    private void spellBegins(int day, int address, int home, int tenure) {
        int end = spells.length;
        spells = Arrays.copyOf(spells, end + WIDTH);
        spells[end] = day;
        spells[end + 1] = address;
        spells[end + 2] = home;
        spells[end + 3] = tenure;
    }

    void takesSurname(String name, int day) {
        formerSurname = surname;
        surname = name;
        surnameDay = day;
    }

    /** Where the spell of a day begins in {@link #spells}; negative before the first. */
    private int spell(int day) {
        int spell = spells.length - WIDTH;
        while (spell >= 0 && spells[spell] > day) {
            spell -= WIDTH;
        }
        return spell;
    }

    /** Number of the person, from 0; never written to an agency's file. */
    public int number() {
        return number;
    }

    /** True for a woman or girl. */
    public boolean female() {
        return female;
    }

    /** Day of birth. */
    public int birthDay() {
        return birthDay;
    }

    /** The naming tradition of the person's family. */
    public Tradition tradition() {
        return tradition;
    }

    /** First given name as in the person's documents. */
    public String givenName() {
        return givenName;
    }

    /** Second given name; null where there is none. */
    public @Nullable String secondName() {
        return secondName;
    }

    /** Surname borne on a day. */
    public String surname(int day) {
        String former = formerSurname;
        return former != null && day < surnameDay ? former : surname;
    }

    /** The last surname borne before the one of that day; null where none is known. */
    public @Nullable String formerSurname(int day) {
        return day >= surnameDay ? formerSurname : null;
    }

    /** Whole years of age on a day. */
    public int age(int day) {
        return Math.floorDiv((day - birthDay) * 4, 1461);
    }

    /** True when the person is alive and in the town on a day. */
    public boolean present(int day) {
        return day >= birthDay && day < deathDay && address(day) != AWAY;
    }

    /** The address on a day, {@link #NO_ABODE} or {@link #AWAY}. */
    public int address(int day) {
        int spell = spell(day);
        return spell < 0 ? AWAY : spells[spell + 1];
    }

    /** The address before the one of that day; the same one where the person did not move within the town. */
    public int formerAddress(int day) {
        int spell = spell(day);
        int now = address(day);
        for (int i = spell - WIDTH; i >= 0; i -= WIDTH) {
            int former = spells[i + 1];
            if (former != now && former >= 0) {
                return former;
            }
        }
        return now;
    }

    /** How the person's household held its home on a day. */
    public Tenure tenure(int day) {
        return Tenure.of(spells[Math.max(0, spell(day)) + 3]);
    }

    /** Number of the household on a day; -1 when away. */
    public int household(int day) {
        int spell = spell(day);
        return spell < 0 ? -1 : spells[spell + 2];
    }

    /** Number of the mother, -1 where she is not of the town. */
    public int mother() {
        return mother;
    }

    /** Number of the father, -1 where he is not of the town or not known. */
    public int father() {
        return father;
    }

    /** Number of the partner at the end of the town's years, -1 where there is none. */
    public int partner() {
        return partner;
    }

    /** True where the person was married at the end of the town's years. */
    public boolean married() {
        return married;
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
