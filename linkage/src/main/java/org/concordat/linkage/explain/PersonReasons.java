package org.concordat.linkage.explain;

import java.util.List;
import java.util.TreeSet;

/**
 * Why some records are one person: the links that joined them, one fewer than there are records.
 *
 * @param person the number of the person's first record
 * @param reasons in the order in which they joined; empty for a person of one record
 */
public record PersonReasons(int person, List<Reason> reasons) {
    /**
     * A link that joined two groups of records.
     *
     * @param left a record of one group
     * @param right a record of the other
     * @param bits the weight of the pair's own evidence
     * @param meanBits the mean weight over all pairs across the two groups, on which the joining was decided; each pair
     *     counts from -12 to 12 bits at most where groups hold several records
     */
    public record Reason(int left, int right, double bits, double meanBits) {}

    public PersonReasons {
        reasons = List.copyOf(reasons);
    }

    /** The records of the person, in ascending order. */
    public List<Integer> records() {
        TreeSet<Integer> records = new TreeSet<>(List.of(person));
        for (Reason reason : reasons) {
            records.add(reason.left());
            records.add(reason.right());
        }
        return List.copyOf(records);
    }
}
