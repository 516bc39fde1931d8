package org.concordat.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.concordat.files.columns.ColumnHabits.DateHabits;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.Table;
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

/** The columns that each fill one field by a rule of their own: dates, numbers, places, contacts. */
final class SingleColumns {

    private record Source(int column, StandardField field, ValueCache<Standardised> cache) {}

    private final List<Source> sources = new ArrayList<>();
    private final int[] birthParts;
    private final RuleCounter counter;
    private final DateReading partsReading;

    SingleColumns(ColumnMapping mapping, StandardiserOptions options, RuleCounter counter) {
        this.counter = counter;
        for (RecognisedColumn column : mapping.columns()) {
            add(column, options);
        }
        this.birthParts = mapping.has(Meaning.DATE_OF_BIRTH) ? new int[0] : birthParts(mapping);
        this.partsReading =
                new DateReading(DateOrder.YEAR_MONTH_DAY, options.latestBirth(), DateReading.USUAL_PLACEHOLDERS);
    }

    private static int[] birthParts(ColumnMapping mapping) {
        List<Integer> found = new ArrayList<>();
        for (Meaning part : List.of(Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY)) {
            mapping.first(part).ifPresent(column -> found.add(column.index()));
        }
        return found.size() == 3 ? found.stream().mapToInt(Integer::intValue).toArray() : new int[0];
    }

    private void add(RecognisedColumn column, StandardiserOptions options) {
        switch (column.meaning()) {
            case SEX -> add(column, StandardField.SEX, Sexes::standardise, options);
            case DATE_OF_BIRTH -> {
                DateReading reading = reading(column.habits().dates(), options.latestBirth());
                add(column, StandardField.DATE_OF_BIRTH, raw -> Dates.standardise(raw, reading), options);
            }
            case NHS_NUMBER -> add(column, StandardField.NHS_NUMBER, Numbers::nhs, options);
            case NATIONAL_INSURANCE_NUMBER ->
                add(column, StandardField.NATIONAL_INSURANCE_NUMBER, Numbers::nationalInsurance, options);
            case PERSON_NUMBER -> add(column, StandardField.PERSON_NUMBER, Numbers::person, options);
            case UPRN -> add(column, StandardField.UPRN, Numbers::uprn, options);
            case STREET_NUMBER -> add(column, StandardField.STREET_NUMBER, Streets::number, options);
            case STREET -> add(column, StandardField.STREET, Streets::street, options);
            case UNIT -> add(column, StandardField.ADDRESS_REST, Streets::unit, options);
            case LOCALITY -> add(column, StandardField.LOCALITY, FreeText::standardise, options);
            case REGION -> add(column, StandardField.REGION, FreeText::standardise, options);
            case POSTCODE -> {
                boolean british = column.habits().isBritish();
                add(column, StandardField.POSTCODE, british ? Postcodes::british : Postcodes::foreign, options);
            }
            case PHONE -> add(column, StandardField.PHONE, Contacts::phone, options);
            case EMAIL -> add(column, StandardField.EMAIL, Contacts::email, options);
            case BIRTH_PLACE -> add(column, StandardField.BIRTH_PLACE, FreeText::standardise, options);
            case OCCUPATION -> add(column, StandardField.OCCUPATION, FreeText::standardise, options);
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
                    UNRECOGNISED -> {
                // Read elsewhere, or not at all.
            }
        }
    }

    private void add(
            RecognisedColumn column,
            StandardField field,
            Function<String, Standardised> rule,
            StandardiserOptions options) {
        sources.add(new Source(column.index(), field, new ValueCache<>(options.cacheSlots(), rule)));
    }

    /** How a column's dates are read: in its own order, up to the latest birth, less its own placeholders. */
    private static DateReading reading(@Nullable DateHabits habits, @Nullable LocalDate latestBirth) {
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

    void addFields(Set<StandardField> fields) {
        for (Source source : sources) {
            fields.add(source.field());
        }
        if (birthParts.length > 0) {
            fields.add(StandardField.DATE_OF_BIRTH);
        }
    }

    void read(Table row, StandardRow out) {
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String raw = row.value(source.column());
            if (raw == null) {
                continue;
            }
            Standardised standard = source.cache().get(raw);
            if (standard.ruleBits() != 0) {
                counter.add(source.column(), standard.ruleBits());
            }
            if (source.field() == StandardField.PHONE && isMobile(standard.value())) {
                out.put(StandardField.PHONE, standard.value());
            } else {
                out.putIfMissing(source.field(), standard.value());
            }
        }
        if (birthParts.length > 0) {
            birthDate(row, out);
        }
    }

    /** A mobile goes before a landline, since it stays with the person. */
    private static boolean isMobile(@Nullable String phone) {
        return phone != null && phone.startsWith("447");
    }

    private void birthDate(Table row, StandardRow out) {
        String year = row.value(birthParts[0]);
        String month = row.value(birthParts[1]);
        String day = row.value(birthParts[2]);
        if (year == null || month == null || day == null) {
            return;
        }
        Standardised date = Dates.standardise(year.trim() + "-" + month.trim() + "-" + day.trim(), partsReading);
        counter.add(birthParts[0], date.ruleBits());
        out.put(StandardField.DATE_OF_BIRTH, date.value());
    }
}
