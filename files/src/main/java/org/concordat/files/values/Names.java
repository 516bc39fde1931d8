package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of persons, from columns that hold a given name, a surname, a whole name or other names.
 *
 * <p>Titles and suffixes are taken off, accents and apostrophes removed, placeholders made missing. A hyphenated name is
 * one name in its own field and two in the tokens. A typing error such as {@code cha5les} is kept: it can still be
 * compared.
 */
public final class Names {

    private Names() {}

    /** A given-name column: the first name, and what follows it as middle names. */
    public static PersonName given(@Nullable String raw) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        NameStyles styles = new NameStyles(name);
        Rule nothing = nothing(name, styles, true, false);
        if (nothing != null) {
            return setAside(nothing, raw);
        }
        name.removeAll(NameWords.COMMA);
        String first = name.joined(0, 1);
        if (Words.NAME_UNKNOWN.contains(first) || Words.GIVEN_UNKNOWN.contains(first)) {
            return PersonName.setAside(Rule.NAME_PLACEHOLDER);
        }
        String rest = name.size() > 1 ? name.spaced(1, name.size()) : null;
        long rules = name.rules | (rest == null ? 0 : Rule.NAME_SPLIT.bit()) | joinedRule(name, 0, 1);
        return new PersonName(first, rest, null, name.tokens(), rules);
    }

    /** A surname column; {@code SMITH, John} gives the given name too. */
    public static PersonName surname(@Nullable String raw) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        NameStyles styles = new NameStyles(name);
        Rule nothing = nothing(name, styles, false, false);
        if (nothing != null) {
            return setAside(nothing, raw);
        }
        int comma = name.indexOf(NameWords.COMMA);
        if (comma > 0) {
            return surnameFirst(name, comma);
        }
        long rules = name.rules | joinedRule(name, 0, name.size());
        return new PersonName(null, null, name.joined(0, name.size()), name.tokens(), rules);
    }

    /** A column with the whole name, given name first unless the value itself shows otherwise. */
    public static PersonName whole(@Nullable String raw) {
        return whole(raw, false);
    }

    /**
     * A column with the whole name.
     *
     * <p>The surname is taken to be first where a comma follows it, where it alone is in capitals, or where a title
     * stands last. Alone, a known given name is taken as one, any other word as a surname.
     *
     * @param surnameFirst whether the column's other names have the surname first
     */
    public static PersonName whole(@Nullable String raw, boolean surnameFirst) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        NameStyles styles = new NameStyles(name);
        Rule nothing = nothing(name, styles, false, true);
        if (nothing != null) {
            return setAside(nothing, raw);
        }
        int comma = name.indexOf(NameWords.COMMA);
        if (comma > 0) {
            return surnameFirst(name, comma);
        }
        int size = name.size();
        if (size == 1) {
            return single(name, styles);
        }
        boolean byCapitals = name.isCapitals(0) && !name.isCapitals(size - 1);
        if (byCapitals || surnameFirst || styles.hadTitleLast()) {
            int end = byCapitals ? capitalsEnd(name) : leadingSurnameEnd(name);
            return split(name, end, size, 0, end, Rule.NAME_REORDERED.bit());
        }
        int from = size - 1;
        while (from > 1 && Words.PARTICLE.contains(name.get(from - 1))) {
            from--;
        }
        return split(name, 0, from, from, size, 0);
    }

    private static int capitalsEnd(NameWords name) {
        int end = 1;
        while (end < name.size() - 1 && name.isCapitals(end)) {
            end++;
        }
        return end;
    }

    private static int leadingSurnameEnd(NameWords name) {
        int end = 1;
        while (end < name.size() - 1 && Words.PARTICLE.contains(name.get(end - 1))) {
            end++;
        }
        return end;
    }

    private static PersonName single(NameWords name, NameStyles styles) {
        String only = name.joined(0, 1);
        boolean titled = styles.hadTitleFirst() || styles.hadTitleLast();
        boolean given = styles.wasKnightly() || (!titled && Nicknames.isGivenName(only));
        long rules = name.rules | joinedRule(name, 0, 1);
        return new PersonName(given ? only : null, null, given ? null : only, name.tokens(), rules);
    }

    /**
     * Both names from a surname column of a row whose given name is missing: {@code John Smith}.
     *
     * @return {@code null} where the first word is no known given name, so that all of it is surname
     */
    public static @Nullable PersonName surnameHoldingGiven(@Nullable String raw) {
        PersonName name = raw == null || raw.indexOf(' ') < 0 ? PersonName.MISSING : whole(raw);
        String given = name.given();
        boolean both = given != null
                && name.surname() != null
                && Nicknames.isGivenName(given)
                && !Words.PARTICLE.contains(given);
        return both ? name : null;
    }

    /**
     * Both names from a given-name column of a row whose surname is missing: {@code John Smith}.
     *
     * @return {@code null} where the last word is itself a given name or short, so that all of it is given names
     */
    public static @Nullable PersonName givenHoldingSurname(@Nullable String raw) {
        PersonName name = raw == null || raw.indexOf(' ') < 0 ? PersonName.MISSING : whole(raw);
        String surname = name.surname();
        boolean both =
                name.given() != null && surname != null && surname.length() > 2 && !Nicknames.isGivenName(surname);
        return both ? name : null;
    }

    /** A column of middle names, former names or aliases: every part counts, none is first. */
    public static PersonName other(@Nullable String raw) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        NameStyles styles = new NameStyles(name);
        Rule nothing = nothing(name, styles, true, false);
        if (nothing != null) {
            return setAside(nothing, raw);
        }
        name.removeAll(NameWords.COMMA);
        return new PersonName(null, name.spaced(0, name.size()), null, name.tokens(), name.rules);
    }

    /** Takes titles and the like off the name; says why nothing is left, {@code null} where something is. */
    private static @Nullable Rule nothing(NameWords name, NameStyles styles, boolean given, boolean whole) {
        if (name.isEmpty()) {
            return Rule.NAME_NOT_A_NAME;
        }
        if (isPlaceholder(name, given)) {
            return Rule.NAME_PLACEHOLDER;
        }
        styles.drop(whole);
        if (name.isEmpty() || (name.size() == 1 && (name.isMark(0) || NameStyles.isOrdinal(name.get(0))))) {
            return Rule.NAME_NOT_A_NAME;
        }
        if (name.isStyled() && isPlaceholder(name, given)) {
            return Rule.NAME_PLACEHOLDER;
        }
        return styles.isOnlyTitle() ? Rule.NAME_TITLE_ONLY : null;
    }

    private static boolean isPlaceholder(NameWords name, boolean given) {
        if (name.size() > 1 && name.length() > Words.LONGEST_UNKNOWN + name.size()) {
            return false;
        }
        String joined = name.joined(0, name.size());
        return Words.NAME_UNKNOWN.contains(joined) || (given && Words.GIVEN_UNKNOWN.contains(joined));
    }

    private static PersonName setAside(Rule rule, String raw) {
        return raw.isBlank() ? PersonName.MISSING : PersonName.setAside(rule);
    }

    /** {@code SMITH, John Mr}: what stands before the comma is the surname. */
    private static PersonName surnameFirst(NameWords name, int comma) {
        name.removeAll(NameWords.COMMA);
        int givenFrom = comma;
        while (givenFrom < name.size() && Words.TITLE.contains(name.get(givenFrom))) {
            name.remove(givenFrom);
            name.rules |= Rule.NAME_TITLE_REMOVED.bit();
        }
        return split(name, givenFrom, name.size(), 0, comma, Rule.NAME_REORDERED.bit());
    }

    private static PersonName split(NameWords name, int givenFrom, int givenTo, int surFrom, int surTo, long how) {
        long rules = name.rules | how | Rule.NAME_SPLIT.bit() | joinedRule(name, surFrom, surTo);
        String given = null;
        String middle = null;
        if (givenTo > givenFrom) {
            given = name.joined(givenFrom, givenFrom + 1);
            rules |= joinedRule(name, givenFrom, givenFrom + 1);
            middle = givenTo > givenFrom + 1 ? name.spaced(givenFrom + 1, givenTo) : null;
        }
        String surname = name.joined(surFrom, surTo);
        return withoutPlaceholders(new PersonName(given, middle, surname, name.tokens(), rules));
    }

    /** {@code Smith, Unknown}: a half that says nothing is known is missing. */
    private static PersonName withoutPlaceholders(PersonName name) {
        String given = name.given();
        String surname = name.surname();
        boolean noGiven = given != null && (Words.NAME_UNKNOWN.contains(given) || Words.GIVEN_UNKNOWN.contains(given));
        boolean noSurname = surname != null && (Words.NAME_UNKNOWN.contains(surname) || NameStyles.isTitle(surname));
        if (!noGiven && !noSurname) {
            return name;
        }
        if (noGiven && (noSurname || surname == null || surname.equals(given))) {
            return PersonName.setAside(Rule.NAME_PLACEHOLDER);
        }
        List<String> tokens = new ArrayList<>(name.tokens());
        tokens.remove(noGiven ? given : surname);
        long rules = name.ruleBits() | Rule.NAME_PLACEHOLDER.bit();
        return new PersonName(noGiven ? null : given, name.middle(), noSurname ? null : surname, tokens, rules);
    }

    private static long joinedRule(NameWords name, int from, int to) {
        return to > from + 1 || name.get(from).indexOf('-') >= 0 ? Rule.NAME_PARTS_JOINED.bit() : 0;
    }
}
