package org.concordat.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.Table;
import org.concordat.files.values.Names;
import org.concordat.files.values.Nicknames;
import org.concordat.files.values.PersonName;
import org.concordat.files.values.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Puts one person's name together from all the name columns of a row.
 *
 * <p>Where given name and surname have columns of their own, whole-name columns only add parts to the tokens; where
 * one has none, or holds only a title ({@code sir}, {@code baronet}), the whole name fills it.
 */
final class NameColumns {

    private static final double OFTEN_ENOUGH = 0.05;

    private record Source(int column, ValueCache<PersonName> cache) {}

    private final @Nullable Source givenColumn;
    private final @Nullable Source surnameColumn;
    private final List<Source> wholeColumns;
    private final List<Source> middleColumns;
    private final List<Source> otherColumns;
    private final boolean hasMiddle;
    private final RuleCounter counter;
    private final List<String> tokens = new ArrayList<>();

    private @Nullable String given;
    private @Nullable String middle;
    private @Nullable String surname;
    private boolean givenWasTitle;
    private boolean surnameWasTitle;

    NameColumns(ColumnMapping mapping, StandardiserOptions options, RuleCounter counter) {
        this.counter = counter;
        this.givenColumn = one(mapping, Meaning.GIVEN_NAME, Names::given, options);
        this.surnameColumn = one(mapping, Meaning.SURNAME, Names::surname, options);
        this.wholeColumns = new ArrayList<>();
        for (RecognisedColumn column : mapping.of(Meaning.FULL_NAME)) {
            boolean surnameFirst = column.habits().surnameFirst();
            wholeColumns.add(new Source(
                    column.index(), new ValueCache<>(options.cacheSlots(), raw -> Names.whole(raw, surnameFirst))));
        }
        this.middleColumns = all(mapping, Meaning.MIDDLE_NAME, Names::other, options);
        this.otherColumns = all(mapping, Meaning.FORMER_NAME, Names::other, options);
        boolean secondNames = mapping.of(Meaning.GIVEN_NAME).stream()
                .anyMatch(column -> column.habits().severalWords() >= OFTEN_ENOUGH);
        this.hasMiddle = !middleColumns.isEmpty() || secondNames || (givenColumn == null && !wholeColumns.isEmpty());
    }

    private static @Nullable Source one(
            ColumnMapping mapping, Meaning meaning, Function<String, PersonName> rule, StandardiserOptions options) {
        List<Source> found = all(mapping, meaning, rule, options);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<Source> all(
            ColumnMapping mapping, Meaning meaning, Function<String, PersonName> rule, StandardiserOptions options) {
        List<Source> found = new ArrayList<>();
        for (RecognisedColumn column : mapping.of(meaning)) {
            found.add(new Source(column.index(), new ValueCache<>(options.cacheSlots(), rule)));
        }
        return found;
    }

    void addFields(Set<StandardField> fields) {
        boolean whole = !wholeColumns.isEmpty();
        if (givenColumn != null || whole) {
            fields.add(StandardField.GIVEN_NAME);
            fields.add(StandardField.GIVEN_NAME_ROOT);
        }
        if (hasMiddle) {
            fields.add(StandardField.MIDDLE_NAME);
        }
        if (surnameColumn != null || whole) {
            fields.add(StandardField.SURNAME);
        }
        if (givenColumn != null || surnameColumn != null || whole) {
            fields.add(StandardField.NAME_TOKENS);
        }
    }

    void read(Table row, StandardRow out) {
        given = null;
        middle = null;
        surname = null;
        tokens.clear();
        ownColumns(row);
        for (Source source : middleColumns) {
            PersonName name = name(row, source);
            addMiddle(name.middle());
            addTokens(name);
        }
        if (surnameColumn != null) {
            addTokens(name(surnameColumn, row.value(surnameColumn.column())));
        }
        for (Source source : wholeColumns) {
            PersonName name = name(row, source);
            if (given == null && name.given() != null && (givenColumn == null || givenWasTitle)) {
                given = name.given();
                addMiddle(name.middle());
                countMoved(givenColumn);
            }
            if (surname == null && name.surname() != null && (surnameColumn == null || surnameWasTitle)) {
                surname = name.surname();
                countMoved(surnameColumn);
            }
            addTokens(name);
        }
        for (Source source : otherColumns) {
            addTokens(name(row, source));
        }
        write(out);
    }

    /** The given-name and surname columns, and what one of them holds for the other. */
    private void ownColumns(Table row) {
        PersonName first = givenColumn == null ? PersonName.MISSING : name(row, givenColumn);
        PersonName last = surnameColumn == null ? PersonName.MISSING : name(row, surnameColumn);
        given = first.given();
        addMiddle(first.middle());
        surname = last.surname();
        givenWasTitle = (first.ruleBits() & Rule.NAME_TITLE_ONLY.bit()) != 0;
        surnameWasTitle = (last.ruleBits() & Rule.NAME_TITLE_ONLY.bit()) != 0;
        addTokens(first);
        if (given == null && last.given() != null) {
            given = last.given();
            addMiddle(last.middle());
        } else if (givenColumn != null && surnameColumn != null && (given == null) != (surname == null)) {
            moveName(row, givenColumn, surnameColumn);
        }
    }

    private void moveName(Table row, Source first, Source last) {
        int from = given == null ? last.column() : first.column();
        String raw = row.value(from);
        PersonName both = given == null ? Names.surnameHoldingGiven(raw) : Names.givenHoldingSurname(raw);
        if (both != null) {
            given = both.given();
            middle = both.middle();
            surname = both.surname();
            counter.add(from, Rule.NAME_MOVED);
        }
    }

    private void countMoved(@Nullable Source own) {
        if (own != null) {
            counter.add(own.column(), Rule.NAME_MOVED);
        }
    }

    private void write(StandardRow out) {
        out.put(StandardField.GIVEN_NAME, given);
        if (given != null) {
            String root = Nicknames.rootOf(given);
            out.put(StandardField.GIVEN_NAME_ROOT, root);
            if (givenColumn != null && !root.equals(given)) {
                counter.add(givenColumn.column(), Rule.NAME_ROOT_FOUND);
            }
        }
        out.put(StandardField.MIDDLE_NAME, middle);
        out.put(StandardField.SURNAME, surname);
        if (!tokens.isEmpty()) {
            out.put(StandardField.NAME_TOKENS, tokens.size() == 1 ? tokens.getFirst() : String.join(" ", tokens));
        }
    }

    private PersonName name(Table row, Source source) {
        PersonName name = name(source, row.value(source.column()));
        if (name.ruleBits() != 0) {
            counter.add(source.column(), name.ruleBits());
        }
        return name;
    }

    private static PersonName name(Source source, @Nullable String raw) {
        return raw == null ? PersonName.MISSING : source.cache().get(raw);
    }

    private void addMiddle(@Nullable String more) {
        if (more != null) {
            middle = middle == null ? more : middle.equals(more) ? middle : middle + " " + more;
        }
    }

    private void addTokens(PersonName name) {
        List<String> more = name.tokens();
        for (int i = 0; i < more.size(); i++) {
            if (!tokens.contains(more.get(i))) {
                tokens.add(more.get(i));
            }
        }
    }
}
