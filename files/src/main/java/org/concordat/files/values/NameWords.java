package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a name as written, made plain, with what was taken off on the way.
 *
 * <p>A word keeps its hyphens ({@code mary-jane}) and loses its apostrophes ({@code obrien}). A comma is a word of its
 * own, since it tells that the surname came first or that a style follows.
 */
final class NameWords {

    static final String COMMA = ",";
    static final String AND = "&";

    final List<String> words = new ArrayList<>(4);
    final List<String> asides = new ArrayList<>(0);
    final List<Boolean> capitals = new ArrayList<>(4);
    long rules;

    private NameWords() {}

    static NameWords of(String raw) {
        NameWords name = new NameWords();
        String folded = PlainLetters.fold(raw);
        if (PlainLetters.hasForeignLetters(raw)) {
            name.rules |= Rule.NAME_ACCENT_REMOVED.bit();
        }
        name.cut(folded, raw);
        return name;
    }

    private void cut(String folded, String raw) {
        StringBuilder word = new StringBuilder();
        int bracket = 0;
        boolean sameLength = folded.length() == raw.length();
        boolean capital = true;
        int length = folded.length();
        for (int i = 0; i < length; ) {
            int c = folded.codePointAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter) {
                word.appendCodePoint(c);
                capital &= sameLength && !Character.isLowerCase(raw.charAt(i));
            } else if (c == '-'
                    && !word.isEmpty()
                    && i + 1 < length
                    && Character.isLetterOrDigit(folded.codePointAt(i + 1))) {
                word.append('-');
            } else if (c == '\'' && !word.isEmpty()) {
                rules |= Rule.NAME_PARTS_JOINED.bit();
            } else {
                flush(word, bracket > 0, capital);
                capital = true;
                if (c == '(' || c == '[' || c == '{' || c == '"') {
                    bracket = c == '"' && bracket > 0 ? 0 : 1;
                    rules |= Rule.NAME_NOTE_REMOVED.bit();
                } else if (c == ')' || c == ']' || c == '}') {
                    bracket = 0;
                } else if (bracket == 0 && c == ',' && !words.isEmpty()) {
                    add(COMMA, false);
                } else if (bracket == 0 && (c == '&' || c == '+')) {
                    add(AND, false);
                }
            }
            i += Character.charCount(c);
        }
        flush(word, bracket > 0, capital);
        while (!words.isEmpty() && words.getLast().equals(COMMA)) {
            remove(words.size() - 1);
        }
    }

    private void flush(StringBuilder word, boolean aside, boolean capital) {
        if (word.isEmpty()) {
            return;
        }
        String text = word.toString();
        word.setLength(0);
        if (!hasLetter(text)) {
            rules |= Rule.NAME_NOTE_REMOVED.bit();
            return;
        }
        if (aside) {
            if (!Words.NAME_NOTE.contains(text)) {
                asides.add(text);
            }
            return;
        }
        if (text.equals("and")) {
            add(AND, false);
        } else {
            add(text, capital && text.length() > 1);
        }
    }

    private void add(String word, boolean capital) {
        words.add(word);
        capitals.add(capital);
    }

    void remove(int at) {
        words.remove(at);
        capitals.remove(at);
    }

    int size() {
        return words.size();
    }

    String get(int at) {
        return words.get(at);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** All words with nothing between: what placeholder lists are asked for. */
    String joined() {
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            if (!word.equals(COMMA)) {
                appendJoined(out, word);
            }
        }
        return out.toString();
    }

    /** Takes off leading titles, as long as a word is left. */
    void dropTitles(boolean whole) {
        while (size() > 1 && isTitle(whole)) {
            remove(0);
            rules |= Rule.NAME_TITLE_REMOVED.bit();
            while (!isEmpty() && get(0).equals(AND) && size() > 2 && Words.TITLE.contains(get(1))) {
                remove(0);
            }
        }
    }

    private boolean isTitle(boolean whole) {
        String first = get(0);
        if (get(1).equals(COMMA)) {
            return false;
        }
        if (Words.TITLE.contains(first)) {
            return true;
        }
        return whole && size() > 2 && Words.TITLE_OR_NAME.contains(first);
    }

    /** Takes off trailing suffixes and whole peerages ({@code , 1st baron of chudleigh}), as long as a word is left. */
    void dropSuffixes() {
        for (int i = 1; i < size(); i++) {
            boolean styled = isOrdinal(get(i)) && i + 1 < size() && Words.PEERAGE.contains(get(i + 1));
            boolean afterComma = get(i - 1).equals(COMMA) && i > 1 && Words.PEERAGE.contains(get(i));
            if (styled || afterComma) {
                int from = get(i - 1).equals(COMMA) ? i - 1 : i;
                for (int j = size() - 1; j >= Math.max(from, 1); j--) {
                    if (!get(j).equals(COMMA) && !isStyleWord(get(j))) {
                        asides.addFirst(get(j));
                    }
                    remove(j);
                }
                rules |= Rule.NAME_SUFFIX_REMOVED.bit();
                break;
            }
        }
        while (size() > 1) {
            String last = get(size() - 1);
            if (last.equals(COMMA)) {
                remove(size() - 1);
            } else if (Words.SUFFIX.contains(last) || isOrdinal(last)) {
                remove(size() - 1);
                rules |= Rule.NAME_SUFFIX_REMOVED.bit();
            } else if (Words.TITLE.contains(last)) {
                remove(size() - 1);
                rules |= Rule.NAME_TITLE_REMOVED.bit();
            } else {
                return;
            }
        }
    }

    private static boolean isStyleWord(String word) {
        return word.equals("of") || word.equals("the") || isOrdinal(word) || Words.PEERAGE.contains(word);
    }

    /** Whether a word is {@code 1st}, {@code 2nd}, {@code 23rd}. */
    static boolean isOrdinal(String word) {
        int length = word.length();
        if (length < 3 || length > 4 || !Characters.isAllDigits(word.substring(0, length - 2))) {
            return false;
        }
        String end = word.substring(length - 2);
        return end.equals("st") || end.equals("nd") || end.equals("rd") || end.equals("th");
    }

    static void appendJoined(StringBuilder out, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '-') {
                out.append(word.charAt(i));
            }
        }
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }
}
