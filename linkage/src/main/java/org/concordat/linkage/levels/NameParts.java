package org.concordat.linkage.levels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.concordat.linkage.records.Column;
import org.jspecify.annotations.Nullable;

/**
 * The parts of every record's whole name as sets of small numbers, so that a name found in the wrong column is
 * recognised without comparing letters.
 *
 * <p>A part is a word of a given name, a surname or the whole name. A set is sorted and holds no part twice.
 */
final class NameParts {
    private static final int[] NONE = {};

    private final Map<String, Integer> parts = new HashMap<>();

    private int number(String part) {
        Integer known = parts.get(part);
        if (known == null) {
            known = parts.size() + 1;
            parts.put(part, known);
        }
        return known;
    }

    /** For each code of a column, the set of its words; empty for code 0 and where there is no column. */
    int[][] sets(@Nullable Column column) {
        if (column == null) {
            return new int[][] {NONE};
        }
        int[][] sets = new int[column.distinct() + 1][];
        sets[0] = NONE;
        for (int code = 1; code < sets.length; code++) {
            sets[code] = set(column.value(code));
        }
        return sets;
    }

    private int[] set(String value) {
        String[] words = value.split(" ");
        int[] numbers = new int[words.length];
        for (int w = 0; w < words.length; w++) {
            numbers[w] = number(words[w]);
        }
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }

    /** Whether every part of the first set is in the other; {@code false} when the first is empty. */
    static boolean within(int[] set, int[] all) {
        for (int part : set) {
            if (Arrays.binarySearch(all, part) < 0) {
                return false;
            }
        }
        return set.length > 0;
    }

    /** How many parts two sorted sets share. */
    static int shared(int[] one, int[] other) {
        int count = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                count++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    /** The parts of the whole name that are in neither of the other two sets. */
    static int[] beyond(int[] whole, int[] given, int[] surname) {
        int kept = 0;
        int[] rest = new int[whole.length];
        for (int part : whole) {
            if (Arrays.binarySearch(given, part) < 0 && Arrays.binarySearch(surname, part) < 0) {
                rest[kept++] = part;
            }
        }
        return kept == 0 ? NONE : Arrays.copyOf(rest, kept);
    }
}
