package org.concordat.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The links that joined groups of records to persons, person by person in the order in which they did: a person of
 * {@code n} records has {@code n - 1}. Takes sixteen bytes a merge.
 */
public final class Merges {
    static final Merges NONE = new Builder().build(new int[0]);

    private final int[] persons;
    private final int[] lefts;
    private final int[] rights;
    private final float[] bits;
    private final float[] meanBits;

    /**
     * A link that joined two groups.
     *
     * @param left a record of one group
     * @param right a record of the other
     * @param bits the link's weight
     * @param meanBits the mean weight over all pairs across the two groups, each cut off as clustering does
     */
    public record Merge(int left, int right, double bits, double meanBits) {}

    private Merges(int[] persons, int[] lefts, int[] rights, float[] bits, float[] meanBits) {
        this.persons = persons;
        this.lefts = lefts;
        this.rights = rights;
        this.bits = bits;
        this.meanBits = meanBits;
    }

    /** How many there are. */
    public int size() {
        return lefts.length;
    }

    /**
     * Those of one person.
     *
     * @param person the number of the person's first record
     */
    public List<Merge> of(int person) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (persons[lefts[middle]] < person) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Merge> found = new ArrayList<>();
        for (int m = low; m < size() && persons[lefts[m]] == person; m++) {
            found.add(new Merge(lefts[m], rights[m], bits[m], meanBits[m]));
        }
        return found;
    }

    /** Collects merges while they happen. */
    static final class Builder {
        private int[] lefts = new int[16];
        private int[] rights = new int[16];
        private float[] bits = new float[16];
        private float[] meanBits = new float[16];
        private int size;

        void add(int left, int right, double ownBits, double mean) {
            if (size == lefts.length) {
                int more = size + (size >> 1);
                lefts = Arrays.copyOf(lefts, more);
                rights = Arrays.copyOf(rights, more);
                bits = Arrays.copyOf(bits, more);
                meanBits = Arrays.copyOf(meanBits, more);
            }
            lefts[size] = left;
            rights[size] = right;
            bits[size] = (float) ownBits;
            meanBits[size++] = (float) mean;
        }

        /** Adds those of another, in their order. */
        void addAll(Builder other) {
            for (int m = 0; m < other.size; m++) {
                add(other.lefts[m], other.rights[m], other.bits[m], other.meanBits[m]);
            }
        }

        /** @param persons for each record the first record of its person, in the end */
        Merges build(int[] persons) {
            long[] keyed = new long[size];
            for (int m = 0; m < size; m++) {
                keyed[m] = (long) persons[lefts[m]] << 32 | m;
            }
            Arrays.sort(keyed);
            int[] sortedLefts = new int[size];
            int[] sortedRights = new int[size];
            float[] sortedBits = new float[size];
            float[] sortedMeans = new float[size];
            for (int at = 0; at < size; at++) {
                int m = (int) keyed[at];
                sortedLefts[at] = lefts[m];
                sortedRights[at] = rights[m];
                sortedBits[at] = bits[m];
                sortedMeans[at] = meanBits[m];
            }
            return new Merges(persons, sortedLefts, sortedRights, sortedBits, sortedMeans);
        }
    }
}
