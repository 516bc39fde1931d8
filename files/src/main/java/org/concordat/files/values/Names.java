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
        PersonName nothing = nothing(name, raw, true);
        if (nothing != null) {
            return nothing;
        }
        name.dropTitles(false);
        dropSecondPerson(name);
        name.dropSuffixes();
        dropCommas(name);
        if (name.isEmpty()) {
            return new PersonName(null, null, null, List.of(), name.rules | Rule.NAME_PLACEHOLDER.bit());
        }
        if (name.size() == 1 && isOnlyTitle(name.get(0))) {
            return PersonName.setAside(Rule.NAME_TITLE_ONLY);
        }
        String first = join(name, 0, 1);
        String rest = name.size() > 1 ? spaced(name, 1, name.size()) : null;
        long rules = name.rules | (rest == null ? 0 : Rule.NAME_SPLIT.bit());
        return new PersonName(first, rest, null, tokens(name), rules);
    }

    /** A surname column; {@code SMITH, John} gives the given name too. */
    public static PersonName surname(@Nullable String raw) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        PersonName nothing = nothing(name, raw, false);
        if (nothing != null) {
            return nothing;
        }
        name.dropTitles(false);
        name.dropSuffixes();
        dropSecondPerson(name);
        int comma = name.words.indexOf(NameWords.COMMA);
        if (comma > 0) {
            return surnameFirst(name, comma);
        }
        if (name.size() == 1 && isOnlyTitle(name.get(0))) {
            return PersonName.setAside(Rule.NAME_TITLE_ONLY);
        }
        return new PersonName(null, null, join(name, 0, name.size()), tokens(name), name.rules);
    }

    /** A column with the whole name, in either order. */
    public static PersonName whole(@Nullable String raw) {
        if (raw == null) {
            return PersonName.MISSING;
        }
        NameWords name = NameWords.of(raw);
        PersonName nothing = nothing(name, raw, false);
        if (nothing != null) {
            return nothing;
        }
        boolean titled = isOnlyTitle(name.get(0)) && name.size() > 1;
        name.dropTitles(true);
        name.dropSuffixes();
        dropSecondPerson(name);
        int comma = name.words.indexOf(NameWords.COMMA);
        if (comma > 0) {
            return surnameFirst(name, comma);
        }
        int size = name.size();
        if (size == 1) {
            String only = name.get(0);
            if (isOnlyTitle(only)) {
                return PersonName.setAside(Rule.NAME_TITLE_ONLY);
            }
            boolean given = !titled && Nicknames.isGivenName(only);
            String joined = join(name, 0, 1);
            return new PersonName(given ? joined : null, null, given ? null : joined, tokens(name), name.rules);
        }
        if (isSurnameFirstByCapitals(name)) {
            int capitals = 1;
            while (capitals < size - 1 && name.capitals.get(capitals)) {
                capitals++;
            }
            return split(name, capitals, size, 0, capitals, name.rules | Rule.NAME_REORDERED.bit());
        }
        int from = size - 1;
        while (from > 1 && Words.PARTICLE.contains(name.get(from - 1))) {
            from--;
        }
        return split(name, 0, from, from, size, name.rules);
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
     * @return {@code null} where the last word is itself a given name or an initial, so that all of it is given names
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
        PersonName nothing = nothing(name, raw, true);
        if (nothing != null) {
            return nothing;
        }
        name.dropTitles(true);
        name.dropSuffixes();
        dropCommas(name);
        name.words.remove(NameWords.AND);
        if (name.isEmpty() || (name.size() == 1 && isOnlyTitle(name.get(0)))) {
            return PersonName.setAside(Rule.NAME_TITLE_ONLY);
        }
        return new PersonName(null, spaced(name, 0, name.size()), null, tokens(name), name.rules);
    }

    private static @Nullable PersonName nothing(NameWords name, String raw, boolean given) {
        if (name.isEmpty()) {
            if (raw.isBlank()) {
                return PersonName.MISSING;
            }
            return PersonName.setAside(Rule.NAME_NOT_A_NAME);
        }
        String joined = name.joined();
        if (Words.NAME_UNKNOWN.contains(joined) || (given && Words.GIVEN_UNKNOWN.contains(joined))) {
            return PersonName.setAside(Rule.NAME_PLACEHOLDER);
        }
        return null;
    }

    private static boolean isOnlyTitle(String word) {
        return Words.TITLE.contains(word) || word.equals("baronet") || word.equals("bt") || word.equals("esq");
    }

    /** {@code SMITH, John Mr}: what stands before the comma is the surname. */
    private static PersonName surnameFirst(NameWords name, int comma) {
        name.remove(comma);
        NameWords all = name;
        for (int i = all.size() - 1; i >= comma; i--) {
            boolean title = Words.TITLE.contains(all.get(i));
            if (all.get(i).equals(NameWords.COMMA) || (title && all.size() > comma + 1)) {
                all.remove(i);
                all.rules |= title ? Rule.NAME_TITLE_REMOVED.bit() : 0;
            }
        }
        if (all.size() == comma + 1 && isOnlyTitle(all.get(comma))) {
            all.remove(comma);
            all.rules |= Rule.NAME_TITLE_REMOVED.bit();
        }
        return split(all, comma, all.size(), 0, comma, all.rules | Rule.NAME_REORDERED.bit());
    }

    private static boolean isSurnameFirstByCapitals(NameWords name) {
        return name.capitals.get(0) && !name.capitals.get(name.size() - 1);
    }

    private static PersonName split(NameWords name, int givenFrom, int givenTo, int surFrom, int surTo, long rules) {
        String given = givenTo > givenFrom ? join(name, givenFrom, givenFrom + 1) : null;
        String middle = givenTo > givenFrom + 1 ? spaced(name, givenFrom + 1, givenTo) : null;
        String surname = surTo > surFrom ? join(name, surFrom, surTo) : null;
        return new PersonName(given, middle, surname, tokens(name), rules | Rule.NAME_SPLIT.bit());
    }

    /** {@code Mr & Mrs J Smith}, {@code John & Mary Smith}: keeps the first person and the surname they share. */
    private static void dropSecondPerson(NameWords name) {
        int and = name.words.indexOf(NameWords.AND);
        if (and < 0) {
            return;
        }
        int last = name.size() - 1;
        if (and == 0 || and == last) {
            while (name.words.contains(NameWords.AND)) {
                name.remove(name.words.indexOf(NameWords.AND));
            }
            return;
        }
        name.rules |= Rule.NAME_SECOND_PERSON.bit();
        boolean surnameShared = and == 1 && last > and + 1;
        int keepFrom = surnameShared ? last : last + 1;
        for (int i = last; i >= and; i--) {
            if (i < keepFrom) {
                name.remove(i);
            }
        }
    }

    private static void dropCommas(NameWords name) {
        for (int i = name.size() - 1; i >= 0; i--) {
            if (name.get(i).equals(NameWords.COMMA)) {
                name.remove(i);
            }
        }
    }

    private static String join(NameWords name, int from, int to) {
        if (to == from + 1 && name.get(from).indexOf('-') < 0) {
            return name.get(from);
        }
        name.rules |= Rule.NAME_PARTS_JOINED.bit();
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            NameWords.appendJoined(out, name.get(i));
        }
        return out.toString();
    }

    private static String spaced(NameWords name, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                out.append(' ');
            }
            NameWords.appendJoined(out, name.get(i));
        }
        return out.toString();
    }

    private static List<String> tokens(NameWords name) {
        List<String> tokens = new ArrayList<>(name.size() + name.asides.size());
        addTokens(tokens, name.words);
        addTokens(tokens, name.asides);
        return tokens;
    }

    private static void addTokens(List<String> tokens, List<String> words) {
        for (String word : words) {
            int from = 0;
            int dash = word.indexOf('-');
            while (dash >= 0) {
                addToken(tokens, word.substring(from, dash));
                from = dash + 1;
                dash = word.indexOf('-', from);
            }
            addToken(tokens, word.substring(from));
        }
    }

    private static void addToken(List<String> tokens, String token) {
        if (!token.isEmpty() && !tokens.contains(token)) {
            tokens.add(token);
        }
    }
}
