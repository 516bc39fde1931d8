package org.concordat.files.values;

import java.util.Set;

/** Takes off a name what is no part of it: titles, suffixes, peerages, notes, a second person. */
final class NameStyles {

    /** Words that begin a note or another name: {@code Ann Smith nee Jones}. */
    private static final Set<String> NOTE_BEGINS =
            Set.of("nee", "formerly", "previously", "aka", "alias", "known", "deceased", "decd");

    /** Titles that are also names, so that alone they are kept. */
    private static final Set<String> ALSO_NAMES = Set.of("gen", "col", "hon", "fr", "sr", "miss");

    /** Titles that go with the given name: {@code Sir Harold}. */
    private static final Set<String> WITH_GIVEN_NAME = Set.of("sir", "dame");

    private final NameWords name;
    private boolean titleFirst;
    private boolean titleLast;
    private boolean knightly;

    NameStyles(NameWords name) {
        this.name = name;
    }

    /** Whether a title stood before the name. */
    boolean hadTitleFirst() {
        return titleFirst;
    }

    /** Whether a title stood after the name, as in lists that begin with the surname. */
    boolean hadTitleLast() {
        return titleLast;
    }

    /** Whether the title goes with the given name. */
    boolean wasKnightly() {
        return knightly;
    }

    /** Takes everything off, as long as a word is left. */
    void drop(boolean whole) {
        if (!name.isStyled()) {
            return;
        }
        int before;
        do {
            before = name.size();
            dropOuterMarks();
            dropNotes();
            dropTitles(whole);
            dropPeerage();
            dropSuffixes();
            dropSecondPerson();
            dropLinks(whole);
        } while (name.size() > 1 && name.size() != before);
    }

    private void dropOuterMarks() {
        while (!name.isEmpty() && name.isMark(0)) {
            name.remove(0);
        }
        while (!name.isEmpty() && name.isMark(name.size() - 1)) {
            name.remove(name.size() - 1);
        }
    }

    private void dropNotes() {
        for (int i = 1; i < name.size(); i++) {
            if (NOTE_BEGINS.contains(name.get(i))) {
                for (int j = name.size() - 1; j >= i; j--) {
                    if (!NOTE_BEGINS.contains(name.get(j))) {
                        name.addAside(name.get(j));
                    }
                    name.remove(j);
                }
                name.rules |= Rule.NAME_NOTE_REMOVED.bit();
                return;
            }
        }
    }

    private void dropTitles(boolean whole) {
        while (name.size() > 1 && isTitleFirst(whole)) {
            knightly = WITH_GIVEN_NAME.contains(name.get(0));
            titleFirst = true;
            name.remove(0);
            name.rules |= Rule.NAME_TITLE_REMOVED.bit();
            while (name.size() > 2 && name.get(0).equals(NameWords.AND) && Words.TITLE.contains(name.get(1))) {
                name.remove(0);
            }
        }
    }

    private boolean isTitleFirst(boolean whole) {
        String second = name.get(1);
        if (second.equals(NameWords.COMMA)) {
            return Words.TITLE.contains(name.get(0)) && !ALSO_NAMES.contains(name.get(0));
        }
        if (Words.TITLE.contains(name.get(0))) {
            return true;
        }
        return whole && (name.size() > 2 || second.equals("of")) && Words.TITLE_OR_NAME.contains(name.get(0));
    }

    /** {@code Thomas Clifford, 1st Baron Clifford of Chudleigh}: the style goes, its own names are kept aside. */
    private void dropPeerage() {
        for (int i = 1; i < name.size(); i++) {
            boolean ordinal = isOrdinal(name.get(i)) && i + 1 < name.size() && Words.PEERAGE.contains(name.get(i + 1));
            boolean afterComma =
                    i > 1 && name.get(i - 1).equals(NameWords.COMMA) && Words.PEERAGE.contains(name.get(i));
            if (ordinal || afterComma) {
                int from = i > 1 && name.get(i - 1).equals(NameWords.COMMA) ? i - 1 : i;
                for (int j = from; j < name.size(); j++) {
                    if (!isStyleWord(name.get(j))) {
                        name.addAside(name.get(j));
                    }
                }
                while (name.size() > from) {
                    name.remove(name.size() - 1);
                }
                name.rules |= Rule.NAME_SUFFIX_REMOVED.bit();
                return;
            }
        }
    }

    private void dropSuffixes() {
        while (name.size() > 1) {
            String last = name.get(name.size() - 1);
            if (last.equals(NameWords.COMMA)) {
                name.remove(name.size() - 1);
            } else if (Words.SUFFIX.contains(last) || isOrdinal(last)) {
                name.remove(name.size() - 1);
                name.rules |= Rule.NAME_SUFFIX_REMOVED.bit();
            } else if (Words.TITLE.contains(last)) {
                name.remove(name.size() - 1);
                titleLast = true;
                name.rules |= Rule.NAME_TITLE_REMOVED.bit();
            } else {
                return;
            }
        }
    }

    /** {@code Mr & Mrs J Smith}, {@code John & Mary Smith}: keeps the first person and the surname they share. */
    private void dropSecondPerson() {
        int and = name.indexOf(NameWords.AND);
        if (and < 0) {
            return;
        }
        int last = name.size() - 1;
        name.rules |= Rule.NAME_SECOND_PERSON.bit();
        boolean surnameShared = and == 1 && last > and + 1;
        for (int i = surnameShared ? last - 1 : last; i >= and; i--) {
            name.remove(i);
        }
    }

    /** Words that only link others: {@code of}, {@code the}, a numeral, a rank in the middle. */
    private void dropLinks(boolean whole) {
        for (int i = name.size() - 1; i >= 0 && name.size() > 1; i--) {
            String word = name.get(i);
            boolean rank = whole && i > 0 && i < name.size() - 1 && isRank(word);
            if (word.equals("of") || word.equals("the") || isOrdinal(word) || rank) {
                name.remove(i);
            }
        }
    }

    private static boolean isRank(String word) {
        return (Words.PEERAGE.contains(word) && !Words.TITLE_OR_NAME.contains(word)) || word.equals("baron");
    }

    private static boolean isStyleWord(String word) {
        return word.equals("of") || word.equals("the") || isOrdinal(word) || Words.PEERAGE.contains(word);
    }

    /** Whether what is left is no more than a title or rank. */
    boolean isOnlyTitle() {
        if (name.size() != 1) {
            return false;
        }
        String word = name.joined(0, 1);
        return isTitle(word) || ((titleFirst || titleLast) && ALSO_NAMES.contains(word));
    }

    /** Whether a word alone is a title or rank rather than a name. */
    static boolean isTitle(String word) {
        return (Words.TITLE.contains(word) && !ALSO_NAMES.contains(word))
                || word.equals("baronet")
                || word.equals("bt")
                || word.equals("esq");
    }

    /** Whether a word is {@code 1st}, {@code 2nd}, {@code 23rd}. */
    static boolean isOrdinal(String word) {
        int length = word.length();
        if (length < 3 || length > 4 || !Characters.isDigit(word.charAt(0))) {
            return false;
        }
        String end = word.substring(length - 2);
        return Characters.isAllDigits(word.substring(0, length - 2))
                && (end.equals("st") || end.equals("nd") || end.equals("rd") || end.equals("th"));
    }
}
