package org.concordat.files;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.concordat.files.columns.ColumnHabits.DateHabits;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.values.Contacts;
import org.concordat.files.values.DateOrder;
import org.concordat.files.values.DateReading;
import org.concordat.files.values.Dates;
import org.concordat.files.values.FreeText;
import org.concordat.files.values.Numbers;
import org.concordat.files.values.Postcodes;
import org.concordat.files.values.Sexes;
import org.concordat.files.values.Standardised;
import org.concordat.files.values.Streets;
import org.jspecify.annotations.Nullable;

/**
 * How one column fills one field by itself.
 *
 * @param field what it fills
 * @param rule what its values become
 */
record FieldRule(StandardField field, Function<String, Standardised> rule) {

    /** The rule of a column; {@code null} where its values only count together with those of other columns, or not at all. */
    static @Nullable FieldRule of(RecognisedColumn column, StandardiserOptions options) {
        return switch (column.meaning()) {
            case SEX -> new FieldRule(StandardField.SEX, Sexes::standardise);
            case DATE_OF_BIRTH -> {
                DateReading reading = reading(column.habits().dates(), options.latestBirth());
                yield new FieldRule(StandardField.DATE_OF_BIRTH, raw -> Dates.standardise(raw, reading));
            }
            case NHS_NUMBER -> new FieldRule(StandardField.NHS_NUMBER, Numbers::nhs);
            case NATIONAL_INSURANCE_NUMBER ->
                new FieldRule(StandardField.NATIONAL_INSURANCE_NUMBER, Numbers::nationalInsurance);
            case PERSON_NUMBER -> new FieldRule(StandardField.PERSON_NUMBER, Numbers::person);
            case UPRN -> new FieldRule(StandardField.UPRN, Numbers::uprn);
            case STREET_NUMBER -> new FieldRule(StandardField.STREET_NUMBER, Streets::number);
            case STREET -> new FieldRule(StandardField.STREET, Streets::street);
            case UNIT -> new FieldRule(StandardField.ADDRESS_REST, Streets::unit);
            case LOCALITY -> new FieldRule(StandardField.LOCALITY, FreeText::standardise);
            case REGION -> new FieldRule(StandardField.REGION, FreeText::standardise);
            case POSTCODE ->
                new FieldRule(
                        StandardField.POSTCODE, column.habits().isBritish() ? Postcodes::british : Postcodes::foreign);
            case PHONE -> new FieldRule(StandardField.PHONE, Contacts::phone);
            case EMAIL -> new FieldRule(StandardField.EMAIL, Contacts::email);
            case BIRTH_PLACE -> new FieldRule(StandardField.BIRTH_PLACE, FreeText::standardise);
            case OCCUPATION -> new FieldRule(StandardField.OCCUPATION, FreeText::standardise);
            case ROW_ID,
                    GIVEN_NAME,
                    MIDDLE_NAME,
                    SURNAME,
                    FULL_NAME,
                    FORMER_NAME,
                    TITLE,
                    BIRTH_YEAR,
                    BIRTH_MONTH,
                    BIRTH_DAY,
                    ADDRESS,
                    ADDRESS_LINE,
                    UNRECOGNISED -> null;
        };
    }

    /** How a column's dates are read: in its own order, up to the latest birth, less its own placeholders. */
    static DateReading reading(@Nullable DateHabits habits, @Nullable LocalDate latestBirth) {
        if (habits == null) {
            return new DateReading(DateOrder.YEAR_MONTH_DAY, latestBirth, DateReading.USUAL_PLACEHOLDERS);
        }
        boolean aboutLaterTimes = latestBirth != null && habits.usualLatest().isAfter(latestBirth);
        Set<LocalDate> placeholders = new HashSet<>(DateReading.USUAL_PLACEHOLDERS);
        if (habits.yearOnly()) {
            placeholders.removeIf(date -> date.getDayOfYear() == 1);
        } else {
            habits.tooOften().stream()
                    .filter(DateReading.PLACEHOLDERS_WHEN_OFTEN::contains)
                    .forEach(placeholders::add);
        }
        return new DateReading(habits.order(), aboutLaterTimes ? null : latestBirth, placeholders);
    }
}
