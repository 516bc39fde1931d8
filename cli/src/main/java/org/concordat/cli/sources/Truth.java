package org.concordat.cli.sources;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who each record really is, where somebody knows. Kept apart from the records: linkage never sees it. */
public final class Truth {
    /** The label of records of which nobody knows who they are. */
    public static final int UNKNOWN = -1;

    private final Map<String, Integer> known = new HashMap<>();
    private int[] persons = new int[1024];
    private int size;

    /** No records yet. */
    public Truth() {}

    /** Adds the next record. */
    public void add(@Nullable String person) {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, 2 * size);
        }
        persons[size++] = person == null ? UNKNOWN : known.computeIfAbsent(person, _ -> known.size());
    }

    /** For each record in order a number for the person that it really is of; {@link #UNKNOWN} where nobody knows. */
    public int[] persons() {
        return Arrays.copyOf(persons, size);
    }

    @Override
    public String toString() {
        return "Truth[" + known.size() + " persons]";
    }
}
