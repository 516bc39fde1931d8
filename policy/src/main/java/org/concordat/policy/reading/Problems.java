package org.concordat.policy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was found wrong so far. Counts all of it, and keeps the first thousand, which is more than a person mends before trying
 * again.
 */
public final class Problems {

    private static final int MOST_KEPT = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private int count;

    public void add(String code, Place place, String cause, String remedy) {
        count++;
        if (found.size() < MOST_KEPT) {
            found.add(new Problem(code, place, cause, remedy));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many there were, kept or not, which tells whether reading something added any. */
    public int count() {
        return count;
    }

    /** Those kept, by file and line, those of one line in the order found. */
    public List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }
}
