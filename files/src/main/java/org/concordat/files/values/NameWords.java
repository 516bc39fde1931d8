package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a name as written, made plain; {@link NameStyles} then takes titles and the like off them.
 *
 * <p>A word keeps its hyphens ({@code mary-jane}) and loses its apostrophes ({@code obrien}). A comma is a word of its
 * own, since it tells that the surname came first or that a style follows; so is an "and" between two people.
 */
final class NameWords {

    static final String COMMA = ",";
    static final String AND = "&";

    private final List<String> words = new ArrayList<>(4);
    private final List<Boolean> capitals = new ArrayList<>(4);

    /** Words that stood in brackets or after a note: they count as parts of the name, but as neither first nor last. */
    final List<String> asides = new ArrayList<>(0);

    long rules;
    private boolean styled;

    private NameWords() {}

    static NameWords of(String raw) {
        NameWords name = new NameWords();
        if (PlainLetters.hasForeignLetters(raw)) {
            name.rules |= Rule.NAME_ACCENT_REMOVED.bit();
        }
        name.cut(PlainLetters.fold(raw), raw);
        return name;
    }

    private void cut(String folded, String raw) {
        StringBuilder word = new StringBuilder(folded.length());
        boolean comparable = folded.length() == raw.length();
        boolean capital = true;
        boolean aside = false;
        int length = folded.length();
        for (int i = 0; i < length; ) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                capital &= comparable && !Character.isLowerCase(raw.charAt(i));
            } else if (c == '-'
                    && !word.isEmpty()
                    && next < length
                    && Character.isLetterOrDigit(folded.codePointAt(next))) {
                word.append('-');
            } else if (c == '\'' && !word.isEmpty()) {
                rules |= Rule.NAME_PARTS_JOINED.bit();
                boolean loneO = word.length() == 1 && next < length && folded.charAt(next) == ' ';
                next += loneO ? 1 : 0;
            } else {
                flush(word, aside, capital);
                capital = true;
                aside = mark(c, aside);
            }
            i = next;
        }
        flush(word, aside, capital);
        while (!words.isEmpty() && words.getLast().equals(COMMA)) {
            remove(words.size() - 1);
        }
    }

    /** Heeds a mark between words; returns whether what follows stands in brackets or quotation marks. */
    private boolean mark(int c, boolean aside) {
        if (c == '(' || c == '[' || c == '{' || (c == '"' && !aside)) {
            rules |= Rule.NAME_NOTE_REMOVED.bit();
            return true;
        }
        if (c == ')' || c == ']' || c == '}' || c == '"') {
            return false;
        }
        if (!aside && c == ',' && !words.isEmpty()) {
            add(COMMA, false);
        } else if (!aside && (c == '&' || c == '+')) {
            add(AND, false);
        }
        return aside;
    }

    private void flush(StringBuilder word, boolean aside, boolean capital) {
        if (word.isEmpty()) {
            return;
        }
        String text = word.toString();
        word.setLength(0);
        if (!hasLetter(text)) {
            rules |= Rule.NAME_NOTE_REMOVED.bit();
        } else if (aside) {
            addAside(text);
        } else if (text.equals("and")) {
            add(AND, false);
        } else if (!words.isEmpty() && words.getLast().equals("mc")) {
            words.set(words.size() - 1, "mc" + text);
            rules |= Rule.NAME_PARTS_JOINED.bit();
        } else {
            add(text, capital && text.length() > 1);
        }
    }

    void addAside(String word) {
        if (!Words.NAME_NOTE.contains(word) && !isMark(word)) {
            asides.add(word);
        }
    }

    private void add(String word, boolean capital) {
        styled |= isMark(word) || Characters.isDigit(word.charAt(0)) || Words.NAME_STYLE.contains(word);
        words.add(word);
        capitals.add(capital);
    }

    void remove(int at) {
        words.remove(at);
        capitals.remove(at);
    }

    /** Removes every word that equals this one. */
    void removeAll(String word) {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i).equals(word)) {
                remove(i);
            }
        }
    }

    /** Whether any word is a mark, begins with a digit or is one that taking styles off looks at. */
    boolean isStyled() {
        return styled;
    }

    /** How many characters the words have together. */
    int length() {
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            length += words.get(i).length();
        }
        return length;
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

    int indexOf(String word) {
        return words.indexOf(word);
    }

    boolean isCapitals(int at) {
        return capitals.get(at);
    }

    boolean isMark(int at) {
        return isMark(get(at));
    }

    private static boolean isMark(String word) {
        return word.equals(COMMA) || word.equals(AND);
    }

    /** The words from one place to another with nothing between. */
    String joined(int from, int to) {
        if (to == from + 1 && get(from).indexOf('-') < 0) {
            return get(from);
        }
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (!isMark(i)) {
                appendJoined(out, get(i));
            }
        }
        return out.toString();
    }

    /** The words from one place to another, hyphens closed up, one space between. */
    String spaced(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                out.append(' ');
            }
            appendJoined(out, get(i));
        }
        return out.toString();
    }

    /** Every part of the name once, hyphenated words parted. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>(size() + asides.size());
        addTokens(tokens, words);
        addTokens(tokens, asides);
        return tokens;
    }

    private static void addTokens(List<String> tokens, List<String> words) {
        for (String word : words) {
            if (isMark(word)) {
                continue;
            }
            int from = 0;
            for (int dash = word.indexOf('-'); dash >= 0; dash = word.indexOf('-', from)) {
                addToken(tokens, word.substring(from, dash));
                from = dash + 1;
            }
            addToken(tokens, word.substring(from));
        }
    }

    private static void addToken(List<String> tokens, String token) {
        if (!token.isEmpty() && !tokens.contains(token)) {
            tokens.add(token);
        }
    }

    private static void appendJoined(StringBuilder out, String word) {
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
