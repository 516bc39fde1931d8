package org.concordat.server.foundation.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One page of a list.
 *
 * @param <T> what it lists
 * @param asked what was asked for
 * @param rows of this page
 * @param total rows of all pages
 */
public record Found<T>(Listing asked, List<T> rows, long total) {
    public Found {
        rows = List.copyOf(rows);
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + asked.size() - 1) / asked.size());
    }

    /** Whether there is nothing to list. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** Number of the first row shown, from 1; 0 when none is. */
    public long first() {
        return rows.isEmpty() ? 0 : asked.offset() + 1;
    }

    /** Number of the last row shown. */
    public long last() {
        return rows.isEmpty() ? 0 : asked.offset() + rows.size();
    }

    /** Whether an earlier page exists. */
    public boolean hasPrevious() {
        return asked.page() > 1;
    }

    /** Whether a later page exists. */
    public boolean hasNext() {
        return asked.page() < pages();
    }

    /** Page numbers to link to: the first, the last, those around this one; 0 stands for a gap. */
    public List<Integer> pageNumbers() {
        var near = new TreeSet<Integer>(List.of(1, pages()));
        for (int number = asked.page() - 1; number <= asked.page() + 1; number++) {
            if (number >= 1 && number <= pages()) {
                near.add(number);
            }
        }
        var numbers = new ArrayList<Integer>();
        int before = 0;
        for (int number : near) {
            if (number > before + 1) {
                numbers.add(0);
            }
            numbers.add(number);
            before = number;
        }
        return List.copyOf(numbers);
    }
}
