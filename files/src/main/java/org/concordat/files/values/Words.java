package org.concordat.files.values;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists that standardising goes by, read once from the tables that lie beside this class. */
final class Words {

    private static final Map<String, Set<String>> LISTS = lists();

    static final Set<String> TITLE = list("TITLE");
    static final Set<String> TITLE_OR_NAME = list("TITLE_OR_NAME");
    static final Set<String> SUFFIX = list("SUFFIX");
    static final Set<String> PEERAGE = list("PEERAGE");
    static final Set<String> PARTICLE = list("PARTICLE");
    static final Set<String> NAME_UNKNOWN = list("NAME_UNKNOWN");
    static final Set<String> GIVEN_UNKNOWN = list("GIVEN_UNKNOWN");
    static final Set<String> NAME_NOTE = list("NAME_NOTE");
    static final Set<String> TEXT_UNKNOWN = list("TEXT_UNKNOWN");
    static final Set<String> ADDRESS_UNKNOWN = list("ADDRESS_UNKNOWN");
    static final Set<String> UNIT = list("UNIT");
    static final Set<String> HOUSE = list("HOUSE");
    static final Set<String> COUNTY = list("COUNTY");

    /** Every word that taking styles off a name looks at; a name without any of them is left alone. */
    static final Set<String> NAME_STYLE = union(
            TITLE, TITLE_OR_NAME, SUFFIX, PEERAGE, NAME_NOTE, Set.of("formerly", "previously", "of", "the", "decd"));

    /** The longest entry of the lists of names that say nothing. */
    static final int LONGEST_UNKNOWN = longest(NAME_UNKNOWN, GIVEN_UNKNOWN);

    /** Street types as written ({@code rd}) to the one way of writing them ({@code road}). */
    static final Map<String, String> STREET = pairs("street_words.csv");

    private Words() {}

    /** The rows of a table beside this class, split at commas, without its header. */
    static List<String[]> rows(String table) {
        try (InputStream stream = Words.class.getResourceAsStream(table)) {
            if (stream == null) {
                throw new IllegalStateException("The word table " + table + " is missing from the files library.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String[]> rows = new ArrayList<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    rows.add(line.split(",", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The word table " + table + " of the files library cannot be read.", e);
        }
    }

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String[] row : rows("words.csv")) {
            lists.put(row[0], quick(Arrays.asList(row[1].trim().split(" "))));
        }
        return lists;
    }

    private static Set<String> list(String kind) {
        Set<String> list = LISTS.get(kind);
        if (list == null) {
            throw new IllegalStateException("The word table words.csv has no list " + kind + ".");
        }
        return list;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... lists) {
        Set<String> all = new HashSet<>();
        for (Set<String> list : lists) {
            all.addAll(list);
        }
        return quick(all);
    }

    /** A set that answers faster than {@code Set.of}, which matters for words looked up for every value of a file. */
    private static Set<String> quick(Collection<String> words) {
        return Collections.unmodifiableSet(new HashSet<>(words));
    }

    @SafeVarargs
    private static int longest(Set<String>... lists) {
        return union(lists).stream().mapToInt(String::length).max().orElse(0);
    }

    private static Map<String, String> pairs(String table) {
        Map<String, String> pairs = new HashMap<>();
        for (String[] row : rows(table)) {
            pairs.put(row[0], row[1]);
        }
        return Collections.unmodifiableMap(pairs);
    }
}
