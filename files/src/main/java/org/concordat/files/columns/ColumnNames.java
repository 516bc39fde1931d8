package org.concordat.files.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.files.values.PlainLetters;
import org.jspecify.annotations.Nullable;

/**
 * What a column's name says it holds, by the table of synonyms beside this class.
 *
 * <p>A name is compared without case, spaces and punctuation. Words that only say whose value it is ({@code client},
 * {@code home}) or how it is kept ({@code clean}, {@code code}) are passed over, any other word is not: a {@code
 * school postcode} is no person's postcode.
 */
final class ColumnNames {

    /**
     * What a name was found to mean.
     *
     * @param meaning what it means; {@code null} where the table says that it is nothing about a person
     * @param confidence from 0 to 1
     */
    record Match(@Nullable Meaning meaning, double confidence) {}

    private static final Map<String, Meaning> SYNONYMS = new HashMap<>();
    private static final Set<String> OTHER = new HashSet<>();
    private static final Set<String> QUALIFIERS = new HashSet<>();

    static {
        for (String line : lines()) {
            int comma = line.indexOf(',');
            String meaning = line.substring(0, comma);
            for (String spelling : line.substring(comma + 1).trim().split(" ")) {
                switch (meaning) {
                    case "OTHER" -> OTHER.add(spelling);
                    case "QUALIFIER" -> QUALIFIERS.add(spelling);
                    default -> SYNONYMS.put(spelling, Meaning.valueOf(meaning));
                }
            }
        }
    }

    private ColumnNames() {}

    /** What a column's name means; {@code null} when the table does not know it. */
    static @Nullable Match match(String name) {
        List<String> words = words(name);
        String joined = String.join("", words);
        if (isOther(words, joined)) {
            return new Match(null, 0.95);
        }
        Meaning exact = SYNONYMS.get(joined);
        if (exact != null) {
            return new Match(exact, 0.98);
        }
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (!QUALIFIERS.contains(word) && !(word.endsWith("s") && QUALIFIERS.contains(stem(word)))) {
                kept.add(word);
            }
        }
        Meaning bare = SYNONYMS.get(String.join("", kept));
        if (bare != null && !kept.isEmpty() && kept.size() < words.size()) {
            return new Match(bare, 0.9);
        }
        return numbered(String.join("", kept));
    }

    /** Whether every word only says whose or how, or is a general one such as {@code date} or {@code field 7}. */
    static boolean saysNothing(String name) {
        for (String word : words(name)) {
            boolean number = word.chars().allMatch(Character::isDigit);
            if (!number && word.length() > 1 && !QUALIFIERS.contains(word) && !GENERAL.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static final Set<String> GENERAL =
            Set.of("date", "unnamed", "column", "col", "field", "var", "variable", "attribute", "x", "v", "f", "c");

    /** Whether its last word is one that ids' names end with. */
    static boolean endsLikeAnId(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && ID_ENDINGS.contains(words.getLast());
    }

    /** Whether the name says that the column groups or describes rows. */
    static boolean isOfAGroup(String name) {
        List<String> words = words(name);
        return isOther(words, String.join("", words));
    }

    private static final Set<String> ID_ENDINGS =
            Set.of("id", "ids", "ref", "reference", "no", "nr", "number", "num", "key", "code", "urn");

    private static boolean isOther(List<String> words, String joined) {
        if (OTHER.contains(joined)) {
            return true;
        }
        for (String word : words) {
            if (word.equals("truth") || word.equals("cluster")) {
                return true;
            }
        }
        return false;
    }

    /** {@code surname 1}, {@code tel 3}: a number at the end is passed over where a file can have several, or is 1. */
    private static @Nullable Match numbered(String joined) {
        int end = joined.length();
        while (end > 0 && Character.isDigit(joined.charAt(end - 1))) {
            end--;
        }
        if (end == joined.length() || end == 0) {
            return null;
        }
        Meaning meaning = SYNONYMS.get(joined.substring(0, end));
        if (meaning == null || meaning == Meaning.ROW_ID) {
            return null;
        }
        boolean allowed = meaning.isRepeatable() || joined.substring(end).equals("1");
        return allowed ? new Match(meaning, 0.85) : null;
    }

    private static String stem(String word) {
        return word.substring(0, word.length() - 1);
    }

    /** The name's letters and digits, small, with nothing between. */
    static String joined(String name) {
        return String.join("", words(name));
    }

    /** The words of a name: parted by anything but letters and digits, and where small letters turn to capitals. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\'' || c == '\u2019') {
                continue;
            }
            if (!Character.isLetterOrDigit(c)) {
                flush(words, word);
                continue;
            }
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            boolean acronymEnds = i > 0
                    && i + 1 < name.length()
                    && Character.isUpperCase(c)
                    && Character.isUpperCase(name.charAt(i - 1))
                    && Character.isLowerCase(name.charAt(i + 1));
            if (hump || acronymEnds) {
                flush(words, word);
            }
            word.append(c);
        }
        flush(words, word);
        return words;
    }

    private static void flush(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(PlainLetters.fold(word.toString()));
            word.setLength(0);
        }
    }

    private static List<String> lines() {
        try (InputStream stream = ColumnNames.class.getResourceAsStream("synonyms.csv")) {
            if (stream == null) {
                throw new IllegalStateException("The table synonyms.csv is missing from the files library.");
            }
            List<String> lines = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The table synonyms.csv of the files library cannot be read.", e);
        }
    }
}
