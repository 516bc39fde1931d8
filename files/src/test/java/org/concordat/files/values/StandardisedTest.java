package org.concordat.files.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class StandardisedTest {

    private static final DateReading DAY_FIRST = DateReading.of(DateOrder.DAY_MONTH_YEAR);
    private static final DateReading YEAR_FIRST = DateReading.of(DateOrder.YEAR_MONTH_DAY);

    @TestFactory
    Stream<DynamicTest> givesTheKnownAnswers() {
        return KnownAnswers.read("known_answers.csv").stream().map(StandardisedTest::test);
    }

    @Test
    void keepsTheDigitsOfADateThatNeverWasForThoseWhoCompareDigits() {
        assertThat(Dates.digitsOfImpossible("1856-86-18", DAY_FIRST)).isEqualTo("18568618");
        assertThat(Dates.digitsOfImpossible("31/02/1980", DAY_FIRST)).isEqualTo("19800231");
        assertThat(Dates.digitsOfImpossible("19601345", YEAR_FIRST)).isEqualTo("19601345");
    }

    @Test
    void keepsNoDigitsOfPlaceholdersOfPartialDatesAndOfDatesThatWere() {
        for (String date : new String[] {
            "1980-02-29", "1900-01-01", "0000-00-00", "1856-00-00", "1856-07-00", "9999-99-99", "31/02/80", "unknown"
        }) {
            assertThat(Dates.digitsOfImpossible(date, DAY_FIRST)).as(date).isNull();
        }
    }

    private static DynamicTest test(NamedCsvRecord known) {
        String written = known.getField("written");
        return dynamicTest(known.getField("kind") + " " + written, () -> {
            Standardised standard = rule(known.getField("kind"), written).apply(written);
            assertThat(standard.value()).isEqualTo(KnownAnswers.valueOrNull(known.getField("standard")));
            assertThat(KnownAnswers.codes(standard.ruleBits())).isEqualTo(KnownAnswers.codes(known.getField("rules")));
        });
    }

    private static Function<String, Standardised> rule(String kind, String written) {
        boolean eightDigits = written.length() == 8 && Characters.isAllDigits(written);
        return switch (kind) {
            case "date" -> raw -> Dates.standardise(raw, eightDigits ? YEAR_FIRST : DAY_FIRST);
            case "postcode" -> Postcodes::british;
            case "foreign postcode" -> Postcodes::foreign;
            case "nhs" -> Numbers::nhs;
            case "nino" -> Numbers::nationalInsurance;
            case "person number" -> Numbers::person;
            case "uprn" -> Numbers::uprn;
            case "phone" -> Contacts::phone;
            case "email" -> Contacts::email;
            case "sex" -> Sexes::standardise;
            case "text" -> FreeText::standardise;
            case "street" -> Streets::street;
            case "house number" -> Streets::number;
            case "unit" -> Streets::unit;
            default -> throw new IllegalArgumentException("kind must be one known here, but was " + kind);
        };
    }

    @Test
    void readsTheSameDateByTheOrderOfItsColumn() {
        assertThat(Dates.standardise("03/04/1980", DAY_FIRST).value()).isEqualTo("1980-04-03");
        assertThat(Dates.standardise("03/04/1980", DateReading.of(DateOrder.MONTH_DAY_YEAR))
                        .value())
                .isEqualTo("1980-03-04");
        assertThat(Dates.standardise("03041980", DAY_FIRST).value()).isEqualTo("1980-04-03");
        assertThat(Dates.standardise("800403", YEAR_FIRST).value()).isEqualTo("1980-04-03");
        assertThat(Dates.standardise("7000", DateReading.of(DateOrder.DAY_NUMBER))
                        .value())
                .isEqualTo("1919-03-01");
    }

    @Test
    void putsTwoDigitYearsIntoTheCenturyThatEndsWithTheLatestBirth() {
        DateReading reading = new DateReading(DateOrder.DAY_MONTH_YEAR, LocalDate.of(2026, 6, 30), Set.of());
        assertThat(Dates.standardise("30/06/26", reading).value()).isEqualTo("2026-06-30");
        assertThat(Dates.standardise("01/07/26", reading).value()).isEqualTo("1926-07-01");
        assertThat(Dates.standardise("01/07/00", reading).value()).isEqualTo("2000-07-01");
    }

    @Test
    void setsAsideDatesAfterTheLatestBirth() {
        DateReading reading = new DateReading(DateOrder.DAY_MONTH_YEAR, LocalDate.of(2026, 6, 30), Set.of());
        assertThat(Dates.standardise("2026-06-30", reading).value()).isEqualTo("2026-06-30");
        assertThat(Dates.standardise("2026-07-01", reading).rules()).containsExactly(Rule.DATE_FUTURE);
    }

    @Test
    void takesEveryNhsNumberWithARightCheckDigitAndNoOther() {
        for (int number = 400_000_000; number < 400_000_200; number++) {
            int valid = 0;
            for (int check = 0; check <= 9; check++) {
                valid += Numbers.isNhs(number + "" + check) ? 1 : 0;
            }
            int weighted = 0;
            for (int i = 0; i < 9; i++) {
                weighted += Integer.parseInt(String.valueOf(number).substring(i, i + 1)) * (10 - i);
            }
            assertThat(valid).isEqualTo(weighted % 11 == 1 ? 0 : 1);
        }
    }

    @Test
    void hidesItsValueWhenPrinted() {
        assertThat(Standardised.of("9434765919").toString()).doesNotContain("943");
        assertThat(Names.whole("John Smith").toString()).doesNotContain("john");
        assertThat(Addresses.whole("14 High Street").toString()).doesNotContain("high");
    }

    @Test
    void refusesAnEmptyValue() {
        assertThatThrownBy(() -> Standardised.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRuleHasACodeAndASentence() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.code()).matches("[A-Z]+(-[A-Z]+)+");
            assertThat(rule.sentence()).endsWith(".").hasSizeGreaterThan(20);
        }
        assertThat(Rule.values()).hasSizeLessThan(64);
    }
}
