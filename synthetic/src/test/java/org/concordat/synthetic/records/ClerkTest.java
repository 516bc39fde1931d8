package org.concordat.synthetic.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.people.Person;
import org.concordat.synthetic.people.Population;
import org.junit.jupiter.api.Test;

class ClerkTest {
    private static final long SEED = 9;
    private static final NameBook BOOK = NameBook.shipped();
    private static final MistakeRates RATES = MistakeRates.shipped();
    private static final Population TOWN =
            new Population(BOOK, 25_000, (int) LocalDate.of(2013, 7, 1).toEpochDay(), 10, SEED);
    private static final Coverage COVERAGE = new Coverage(TOWN, RATES, SEED);
    private static final Clerk CLERK = new Clerk(TOWN, BOOK, RATES, COVERAGE, SEED);
    private static final Map<Agency, List<Entry>> ENTRIES = new EnumMap<>(Agency.class);

    static {
        for (Agency agency : Agency.values()) {
            List<Entry> entries = new ArrayList<>();
            for (Person person : TOWN.people()) {
                for (int row = 0; row < COVERAGE.days(agency, person).length; row++) {
                    entries.add(CLERK.entry(agency, person, row));
                }
            }
            ENTRIES.put(agency, entries);
        }
    }

    private static List<Entry> first(Agency agency) {
        return ENTRIES.getOrDefault(agency, List.of()).stream()
                .filter(entry -> entry.row() == 0)
                .toList();
    }

    private static Person person(Entry entry) {
        return TOWN.people().get(entry.person());
    }

    private static void assertShare(
            Agency agency, Mistake mistake, BiPredicate<Entry, Person> canBefall, BiPredicate<Entry, Person> befell) {
        List<Entry> those = first(agency).stream()
                .filter(entry -> canBefall.test(entry, person(entry)))
                .toList();
        double rate = RATES.rate(agency, mistake);
        double found = those.stream()
                        .filter(entry -> befell.test(entry, person(entry)))
                        .count()
                / (double) those.size();
        // Carelessness makes rates vary between records, which widens the binomial spread a little.
        double spread = 4.5 * Math.sqrt(rate * (1 - rate) / those.size()) + .0005;
        assertThat(those).hasSizeGreaterThan(300);
        assertThat(found).as("%s %s", agency, mistake).isBetween(rate - spread, rate + spread);
    }

    @Test
    void missesBirthDatesAndSexesAsOftenAsDocumented() {
        for (Agency agency : List.of(Agency.COUNCIL_TAX, Agency.A_AND_E, Agency.POLICE, Agency.FIRE, Agency.HOUSING)) {
            assertShare(
                    agency,
                    Mistake.BIRTH_MISSING,
                    (e, p) -> true,
                    (e, p) -> e.birthDate().isEmpty());
            assertShare(
                    agency,
                    Mistake.SEX_MISSING,
                    (e, p) -> true,
                    (e, p) -> e.sex().isEmpty());
        }
    }

    @Test
    void missesNumbersAsOftenAsDocumented() {
        assertShare(
                Agency.A_AND_E,
                Mistake.NHS_MISSING,
                (e, p) -> true,
                (e, p) -> e.nhsNumber().isEmpty());
        assertShare(
                Agency.HOUSING,
                Mistake.NINO_MISSING,
                (e, p) -> p.age(e.day()) >= 18,
                (e, p) -> e.nationalInsuranceNumber().isEmpty());
        assertShare(
                Agency.COUNCIL_TAX,
                Mistake.PHONE_MISSING,
                (e, p) -> true,
                (e, p) -> e.phone().isEmpty());
    }

    @Test
    void writesWrongSexesAndInitialsAsOftenAsDocumented() {
        assertShare(
                Agency.A_AND_E,
                Mistake.SEX_WRONG,
                (e, p) -> !e.sex().isEmpty(),
                (e, p) -> "f".equals(e.sex()) != p.female());
        assertShare(
                Agency.COUNCIL_TAX,
                Mistake.GIVEN_INITIAL_ONLY,
                (e, p) -> e.givenName().length() > 0 && p.givenName().length() > 1,
                (e, p) -> e.givenName().length() == 1);
    }

    @Test
    void makesMistakesInBunches() {
        List<Entry> known = first(Agency.A_AND_E).stream()
                .filter(entry -> !entry.birthDate().isEmpty())
                .toList();
        double dates = 0;
        double names = 0;
        double both = 0;
        for (Entry entry : known) {
            boolean date = !entry.birthDate()
                    .equals(LocalDate.ofEpochDay(person(entry).birthDay()).toString());
            boolean name = !person(entry).surname(entry.day()).startsWith(entry.surname());
            dates += date ? 1 : 0;
            names += name ? 1 : 0;
            both += date && name ? 1 : 0;
        }
        assertThat(both / known.size()).isGreaterThan(1.5 * dates / known.size() * names / known.size());
    }

    @Test
    void givesEveryPersonAnNhsNumberOfTheirOwnFromTheTestRangeWithARightCheckDigit() {
        Set<String> numbers = new TreeSet<>();
        for (Person person : TOWN.people()) {
            String number = CLERK.numbers().nhsNumber(person);
            assertThat(number).matches("999\\d{7}");
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (number.charAt(i) - '0') * (10 - i);
            }
            assertThat((11 - sum % 11) % 11).isEqualTo(number.charAt(9) - '0');
            assertThat(numbers.add(number)).isTrue();
        }
    }

    @Test
    void givesNationalInsuranceNumbersOfTheRightShapeAndNoneTwice() {
        Set<String> numbers = new TreeSet<>();
        for (Person person : TOWN.people()) {
            String number = CLERK.numbers().nationalInsuranceNumber(person);
            assertThat(number).matches("(?!GB)[GX][ABCEGHJ-NPRSTW-Z]\\d{6}[A-D]");
            assertThat(numbers.add(number)).isTrue();
        }
    }

    @Test
    void sharesNoMobileNumberBetweenPeopleByAccident() {
        Map<String, Integer> owners = new HashMap<>();
        int day = TOWN.lastDay();
        for (Person person : TOWN.people()) {
            assertThat(owners.put(CLERK.numbers().mobile(person, day), person.number()))
                    .isNull();
        }
    }

    @Test
    void writesOldSurnamesAndOldAddressesAfterChanges() {
        List<Entry> social = first(Agency.SOCIAL_CARE);
        assertThat(ENTRIES.values().stream().flatMap(List::stream).filter(entry -> {
                    String former = person(entry).formerSurname(entry.day());
                    return former != null && former.equals(entry.surname());
                }))
                .hasSizeGreaterThan(50);
        assertThat(social.stream().filter(entry -> {
                    int former = person(entry).formerAddress(entry.day());
                    return former >= 0
                            && former != person(entry).address(entry.day())
                            && TOWN.places().address(former).uprn().equals(entry.uprn());
                }))
                .hasSizeGreaterThan(10);
    }

    @Test
    void documentsEveryRateWithItsSource() throws java.io.IOException {
        try (var raw = MistakeRates.class.getResourceAsStream("mistake-rates.csv")) {
            assertThat(raw).isNotNull();
            List<String> rows = new String(raw.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
            assertThat(rows).hasSize(Agency.values().length * Mistake.values().length);
            assertThat(rows).allMatch(row -> row.split(",").length == 4 && row.split(",")[3].length() > 8);
        }
    }
}
