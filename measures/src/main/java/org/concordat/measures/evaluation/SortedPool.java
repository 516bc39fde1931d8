package org.concordat.measures.evaluation;

import java.util.Arrays;

/**
 * The pool in the order of its positions, those at one position together in the order in which they were given. Who is taken
 * is skipped in next to no time from either side, by pointers that halve their way as they are followed (Tarjan 1975).
 */
final class SortedPool {
    private final double[] values;
    private final int[] starts;
    private final int[] members;
    private final int[] taken;
    private final int[] right;
    private final int[] left;

    SortedPool(double[] positions) {
        members = order(positions);
        int groups = 0;
        for (int m = 0; m < members.length; m++) {
            groups += m == 0 || positions[members[m]] != positions[members[m - 1]] ? 1 : 0;
        }
        values = new double[groups];
        starts = new int[groups + 1];
        int group = -1;
        for (int m = 0; m < members.length; m++) {
            if (m == 0 || positions[members[m]] != positions[members[m - 1]]) {
                values[++group] = positions[members[m]];
                starts[group] = m;
            }
        }
        starts[groups] = members.length;
        taken = new int[groups];
        right = new int[groups + 1];
        left = new int[groups + 1];
        for (int g = 0; g <= groups; g++) {
            right[g] = g;
            left[g] = g;
        }
    }

    /** Places in the order of the positions, equal ones in the order given. */
    static int[] order(double[] positions) {
        int[] order = new int[positions.length];
        double[] sorted = positions.clone();
        Arrays.sort(sorted);
        // Counting by rank keeps this free of boxed numbers: a million people are sorted in a moment.
        int[] next = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int rank = lowerBound(sorted, positions[i]);
            order[rank + next[rank]++] = i;
        }
        return order;
    }

    /** The first place at which a value is not below {@code value}. */
    static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int groups() {
        return values.length;
    }

    double value(int group) {
        return values[group];
    }

    /** The first group at or above a position, taken or not. */
    int from(double position) {
        return lowerBound(values, position);
    }

    /** The nearest group from {@code group} upwards with somebody left; {@link #groups()} where there is none. */
    int openUp(int group) {
        int at = group;
        while (right[at] != at) {
            right[at] = right[right[at]];
            at = right[at];
        }
        return at;
    }

    /** The nearest group from {@code group} downwards with somebody left; -1 where there is none. */
    int openDown(int group) {
        // Shifted by one, so that the end has a place of its own.
        int at = group + 1;
        while (left[at] != at) {
            left[at] = left[left[at]];
            at = left[at];
        }
        return at - 1;
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    int open(int group) {
        return size(group) - taken[group];
    }

    int member(int group, int number) {
        return members[starts[group] + number];
    }

    /**
     * Takes one who is left of a group.
     *
     * @param last whether the last of the pool instead of the first; always the same for one pool
     */
    int take(int group, boolean last) {
        int number = taken[group]++;
        int member = member(group, last ? size(group) - 1 - number : number);
        if (open(group) == 0) {
            right[group] = group + 1;
            left[group + 1] = group;
        }
        return member;
    }
}
