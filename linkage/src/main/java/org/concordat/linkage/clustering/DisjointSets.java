package org.concordat.linkage.clustering;

/**
 * Numbers from 0 on in sets that are joined step by step (union-find, paths halved). Threads may work side by side on
 * numbers whose sets are never joined with one another.
 */
final class DisjointSets {
    private final int[] parents;

    /** Every number for itself. */
    DisjointSets(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The least number of the set that holds this one. */
    int first(int number) {
        int at = number;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Makes one set of two. */
    void join(int one, int other) {
        int a = first(one);
        int b = first(other);
        if (a < b) {
            parents[b] = a;
        } else {
            parents[a] = b;
        }
    }

    /** For each number the least of its set. */
    int[] firsts() {
        int[] firsts = new int[parents.length];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = first(i);
        }
        return firsts;
    }
}
