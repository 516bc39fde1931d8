package org.concordat.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.Table;
import org.concordat.files.values.DateOrder;
import org.concordat.files.values.DateReading;
import org.concordat.files.values.Dates;
import org.concordat.files.values.Rule;
import org.concordat.files.values.Standardised;
import org.jspecify.annotations.Nullable;

/** The columns that each fill one field by a rule of their own: dates, numbers, places, contacts. */
final class SingleColumns {

    /** @param dates how dates are read, for a column of dates of birth */
    private record Source(
            int column,
            StandardField field,
            ValueCache<Standardised> cache,
            @Nullable DateReading dates) {}

    private final List<Source> sources = new ArrayList<>();
    private final int[] birthParts;
    private final RuleCounter counter;
    private final DateReading partsReading;

    SingleColumns(ColumnMapping mapping, StandardiserOptions options, RuleCounter counter) {
        this.counter = counter;
        for (RecognisedColumn column : mapping.columns()) {
            FieldRule rule = FieldRule.of(column, options);
            if (rule != null) {
                ValueCache<Standardised> cache = new ValueCache<>(options.cacheSlots(), rule.rule());
                DateReading dates = column.meaning() == Meaning.DATE_OF_BIRTH
                        ? FieldRule.reading(column.habits().dates(), options.latestBirth())
                        : null;
                sources.add(new Source(column.index(), rule.field(), cache, dates));
            }
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

    void addFields(Set<StandardField> fields) {
        for (Source source : sources) {
            fields.add(source.field());
        }
        if (birthParts.length > 0) {
            fields.add(StandardField.DATE_OF_BIRTH);
        }
        if (fields.contains(StandardField.DATE_OF_BIRTH)) {
            fields.add(StandardField.DATE_OF_BIRTH_DIGITS);
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
            if (source.dates() != null) {
                putDigits(standard, raw, source.dates(), out);
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
        String whole = year.trim() + "-" + month.trim() + "-" + day.trim();
        Standardised date = Dates.standardise(whole, partsReading);
        counter.add(birthParts[0], date.ruleBits());
        out.put(StandardField.DATE_OF_BIRTH, date.value());
        putDigits(date, whole, partsReading, out);
    }

    private static void putDigits(Standardised date, String raw, DateReading reading, StandardRow out) {
        if (date.value() == null && (date.ruleBits() & Rule.DATE_IMPOSSIBLE.bit()) != 0) {
            out.put(StandardField.DATE_OF_BIRTH_DIGITS, Dates.digitsOfImpossible(raw, reading));
        }
    }
}
