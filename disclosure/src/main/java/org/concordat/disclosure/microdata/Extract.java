package org.concordat.disclosure.microdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Records of single persons, as far as re-identification is concerned: what an outsider may know of each (the keys), and what
 * nobody is to learn (the sensitive columns). Other columns do not matter here and stay with the caller. Rows are counted from
 * 0 in the order in which they were added.
 */
public final class Extract {
    private final List<Generalisation> keys;
    private final List<String> sensitive;
    private final List<List<String>> known = new ArrayList<>();
    private final List<List<String>> secret = new ArrayList<>();

    /**
     * An extract without rows.
     *
     * @param keys one or more columns, with how each may become coarser
     * @param sensitive names of columns, none or more, none of them a key
     */
    public Extract(List<Generalisation> keys, List<String> sensitive) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an outsider knows at least one column, given none");
        }
        List<String> names = keys.stream().map(Generalisation::column).toList();
        if (names.stream().distinct().count() < names.size()
                || sensitive.stream().anyMatch(names::contains)) {
            throw new IllegalArgumentException(
                    "each column is one key or one sensitive column, given " + names + " and " + sensitive);
        }
        this.keys = List.copyOf(keys);
        this.sensitive = List.copyOf(sensitive);
    }

    /** Adds a person: the values of the keys and of the sensitive columns, each in order. */
    public void add(List<String> keyValues, List<String> sensitiveValues) {
        if (keyValues.size() != keys.size() || sensitiveValues.size() != sensitive.size()) {
            throw new IllegalArgumentException("a row has " + keys.size() + " keys and " + sensitive.size()
                    + " sensitive values, given " + keyValues.size() + " and " + sensitiveValues.size());
        }
        for (int key = 0; key < keys.size(); key++) {
            keys.get(key).label(keyValues.get(key), Math.min(1, keys.get(key).top() - 1));
        }
        known.add(List.copyOf(keyValues));
        secret.add(List.copyOf(sensitiveValues));
    }

    /** The columns that an outsider may know. */
    public List<Generalisation> keys() {
        return keys;
    }

    /** The columns that nobody is to learn. */
    public List<String> sensitive() {
        return sensitive;
    }

    /** How many persons. */
    public int size() {
        return known.size();
    }

    /** What stands in the keys of a row on these levels, one a key. */
    public List<String> labels(int row, List<Integer> levels) {
        return IntStream.range(0, keys.size())
                .mapToObj(key -> keys.get(key).label(known.get(row).get(key), levels.get(key)))
                .toList();
    }

    String secret(int row, int column) {
        return secret.get(row).get(column);
    }

    /** The rows that are alike in all keys on these levels; classes in the order of their first rows. */
    List<List<Integer>> classes(List<Integer> levels) {
        Map<List<String>, List<Integer>> classes = new LinkedHashMap<>();
        Map<List<String>, List<Integer>> memory = new HashMap<>();
        for (int row = 0; row < known.size(); row++) {
            int at = row;
            memory.computeIfAbsent(
                            known.get(row),
                            none -> classes.computeIfAbsent(labels(at, levels), fresh -> new ArrayList<>()))
                    .add(row);
        }
        return List.copyOf(classes.values());
    }
}
