package org.concordat.cli.sources;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who each record really is, where a column says so. Kept apart from the records: linkage never sees it. */
public final class Truth {
    private final Map<String, Integer> known = new HashMap<>();
    private int[] persons = new int[1024];
    private int size;

    Truth() {}

    void add(@Nullable String value) {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, 2 * size);
        }
        persons[size++] = value == null ? 0 : known.computeIfAbsent(value, _ -> known.size() + 1);
    }

    /** A number for the person that the record really is of, from 1; 0 where nobody knows. */
    public int person(int record) {
        return persons[record];
    }

    /** The persons of all records in order. */
    public int[] persons() {
        return Arrays.copyOf(persons, size);
    }

    @Override
    public String toString() {
        return "Truth[" + known.size() + " persons]";
    }
}
