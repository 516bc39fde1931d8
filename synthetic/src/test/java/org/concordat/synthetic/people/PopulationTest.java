package org.concordat.synthetic.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.synthetic.names.NameBook;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int FIRST_DAY = (int) LocalDate.of(2013, 7, 1).toEpochDay();
    private static final Population TOWN = new Population(NameBook.shipped(), 30_000, FIRST_DAY, 10, 3);
    private static final List<Person> PEOPLE = TOWN.people();

    private static long count(java.util.function.Predicate<Person> test) {
        return PEOPLE.stream().filter(test).count();
    }

    @Test
    void hasExactlyTheResidentsAskedForOnItsFirstDay() {
        assertThat(count(person -> person.present(FIRST_DAY))).isEqualTo(30_000);
    }

    @Test
    void keepsItsSizeOverItsYears() {
        assertThat(count(person -> person.present(TOWN.lastDay() - 1))).isBetween(27_000L, 33_500L);
    }

    @Test
    void housesSomeTwoAndAHalfPeopleTogether() {
        long households = PEOPLE.stream()
                .filter(person -> person.present(FIRST_DAY))
                .mapToInt(person -> person.household(FIRST_DAY))
                .distinct()
                .count();
        assertThat(30_000.0 / households).isBetween(2.1, 2.7);
    }

    @Test
    void bearsTwinsAsOftenAsDocumented() {
        Map<String, Integer> births = new HashMap<>();
        PEOPLE.stream()
                .filter(person -> person.mother() >= 0 && person.birthDay() >= FIRST_DAY)
                .forEach(person -> births.merge(person.mother() + " " + person.birthDay(), 1, Integer::sum));
        long twins = births.values().stream().filter(size -> size == 2).count();
        double expected = births.size() * VitalRates.TWINS;
        assertThat((double) twins).isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
        assertThat(twins).isGreaterThan(5);
    }

    @Test
    void namesNoTwoTwinsAlike() {
        Map<String, String> names = new HashMap<>();
        for (Person person : PEOPLE) {
            if (person.mother() >= 0) {
                String key = person.mother() + " " + person.birthDay();
                assertThat(person.givenName()).isNotEqualTo(names.put(key, person.givenName()));
            }
        }
    }

    @Test
    void namesSomeSonsAfterTheirFathersAndDaughtersAfterTheirMothers() {
        long sons = count(person -> !person.female() && person.father() >= 0);
        long juniors = count(person -> !person.female()
                && person.father() >= 0
                && PEOPLE.get(person.father()).givenName().equals(person.givenName()));
        assertThat(juniors / (double) sons).isBetween(.035, .08);
        assertThat(count(person -> person.female()
                        && person.mother() >= 0
                        && PEOPLE.get(person.mother()).givenName().equals(person.givenName())))
                .isGreaterThan(100);
    }

    @Test
    void changesNamesAtWeddingsMostlyWomens() {
        int last = TOWN.lastDay();
        long women = count(person -> person.female() && person.formerSurname(last) != null);
        long men = count(person -> !person.female() && person.formerSurname(last) != null);
        assertThat(women).isGreaterThan(8 * men);
        assertThat(men).isPositive();
    }

    @Test
    void movesAboutOnePersonInTenEachYear() {
        int day = TOWN.lastDay() - 400;
        long here = count(person -> person.present(day) && person.present(day + 365));
        long moved = count(person ->
                person.present(day) && person.present(day + 365) && person.address(day) != person.address(day + 365));
        assertThat(moved / (double) here).isBetween(.05, .13);
    }

    @Test
    void keepsEveryAddressToOneOrdinaryHouseholdAtATime() {
        int day = TOWN.lastDay() - 500;
        Map<Integer, Integer> households = new HashMap<>();
        int shared = 0;
        for (Person person : PEOPLE) {
            if (person.present(day) && person.address(day) >= 0) {
                Integer other = households.put(person.address(day), person.household(day));
                shared += other != null && other != person.household(day) ? 1 : 0;
            }
        }
        // Days of moves within one year are drawn one by one, so leaving and arriving can overlap by some months.
        assertThat(shared / (double) households.size()).isLessThan(.06);
    }

    @Test
    void hasPeopleInEveryKindOfHomeAndSomeWithout() {
        for (Tenure tenure : Tenure.values()) {
            assertThat(count(person -> person.present(FIRST_DAY) && person.tenure(FIRST_DAY) == tenure))
                    .as(tenure.name())
                    .isGreaterThan(tenure == Tenure.NO_ABODE ? 15 : 60);
        }
    }

    @Test
    void hasUnrelatedPeopleOfOneName() {
        Map<String, Integer> names = new HashMap<>();
        PEOPLE.forEach(person -> names.merge(person.givenName() + ' ' + person.surname(FIRST_DAY), 1, Integer::sum));
        long sharing =
                names.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
        assertThat(sharing / (double) PEOPLE.size()).isBetween(.08, .35);
    }
}
