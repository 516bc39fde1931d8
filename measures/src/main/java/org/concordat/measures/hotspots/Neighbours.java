package org.concordat.measures.hotspots;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which areas neighbour which, by their places in a list counted from 0. No area neighbours itself. Neighbours may be one-sided,
 * as nearest ones are. Memory: an int a pair.
 */
public final class Neighbours {
    private final int[] starts;
    private final int[] others;

    private Neighbours(int[] starts, int[] others) {
        this.starts = starts;
        this.others = others;
    }

    /** Neighbours listed for each area; order and repeats do not matter. */
    public static Neighbours of(int[][] lists) {
        int[] starts = new int[lists.length + 1];
        int[][] sorted = new int[lists.length][];
        for (int area = 0; area < lists.length; area++) {
            int self = area;
            sorted[area] = Arrays.stream(lists[area]).sorted().distinct().toArray();
            for (int other : sorted[area]) {
                if (other < 0 || other >= lists.length || other == self) {
                    throw new IllegalArgumentException("neighbours of area " + area + " are other areas from 0 to "
                            + (lists.length - 1) + ", given " + other);
                }
            }
            starts[area + 1] = starts[area] + sorted[area].length;
        }
        int[] others = new int[starts[lists.length]];
        for (int area = 0; area < lists.length; area++) {
            System.arraycopy(sorted[area], 0, others, starts[area], sorted[area].length);
        }
        return new Neighbours(starts, others);
    }

    /** Neighbours from pairs, both ways; each pair is one area in the upper and another in the lower half of a long. */
    static Neighbours ofPairs(int areas, long[] pairs, int count) {
        int[] sizes = new int[areas + 1];
        for (int i = 0; i < count; i++) {
            sizes[(int) (pairs[i] >> 32)]++;
            sizes[(int) pairs[i]]++;
        }
        int[][] lists = new int[areas][];
        for (int area = 0; area < areas; area++) {
            lists[area] = new int[sizes[area]];
            sizes[area] = 0;
        }
        for (int i = 0; i < count; i++) {
            int one = (int) (pairs[i] >> 32);
            int other = (int) pairs[i];
            lists[one][sizes[one]++] = other;
            lists[other][sizes[other]++] = one;
        }
        return of(lists);
    }

    /** How many areas there are. */
    public int size() {
        return starts.length - 1;
    }

    /** How many neighbours an area has. */
    public int count(int area) {
        return starts[area + 1] - starts[area];
    }

    /** The neighbours of an area, rising. */
    public int[] of(int area) {
        return Arrays.copyOfRange(others, starts[area], starts[area + 1]);
    }

    /** How many pairs there are, a pair in both directions counting twice. */
    public int links() {
        return others.length;
    }

    /** Areas without any neighbour, such as islands. */
    public List<Integer> alone() {
        return IntStream.range(0, size())
                .filter(area -> count(area) == 0)
                .boxed()
                .toList();
    }

    /** Whether of each pair both have the other. */
    public boolean isSymmetric() {
        return IntStream.range(0, size())
                .allMatch(
                        area -> IntStream.range(starts[area], starts[area + 1]).allMatch(i -> lists(others[i], area)));
    }

    boolean lists(int owner, int neighbour) {
        return Arrays.binarySearch(others, starts[owner], starts[owner + 1], neighbour) >= 0;
    }

    /** The sum of figures over the neighbours of an area. */
    double sum(int area, double[] figures) {
        double sum = 0;
        for (int i = starts[area]; i < starts[area + 1]; i++) {
            sum += figures[others[i]];
        }
        return sum;
    }

    int first(int area) {
        return starts[area];
    }

    int at(int link) {
        return others[link];
    }
}
