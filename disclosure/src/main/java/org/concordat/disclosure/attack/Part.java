package org.concordat.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Unknowns that equations tie together, and no others: what is known of one part says nothing of another. Known unknowns
 * have been taken out of its equations. Numbered anew from 0, with the way back.
 *
 * @param unknowns for each unknown of the part its number outside
 * @param equationsOutside for each equation of the part its number outside
 * @param least bounds, tightened
 * @param most bounds, tightened
 */
record Part(int[] unknowns, int[] equationsOutside, KnownSums equations, long[] least, long[] most) {
    private static final double NEAR = 1e-6;

    /** The parts that hold all unknowns not yet exactly known, ordered by their first unknown. */
    static List<Part> of(KnownSums all, Tightening bounds) {
        int n = all.unknowns();
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        for (int e = 0; e < all.size(); e++) {
            int first = -1;
            for (int t = all.start(e); t < all.end(e); t++) {
                int unknown = all.term(t);
                if (bounds.least(unknown) < bounds.most(unknown)) {
                    if (first < 0) {
                        first = root(parent, unknown);
                    } else {
                        int other = root(parent, unknown);
                        parent[Math.max(first, other)] = Math.min(first, other);
                        first = Math.min(first, other);
                    }
                }
            }
        }
        int[] local = new int[n];
        int[] partOf = new int[n];
        Arrays.fill(partOf, -1);
        List<List<Integer>> members = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            if (bounds.least(u) < bounds.most(u)) {
                int root = root(parent, u);
                if (root == u) {
                    partOf[u] = members.size();
                    members.add(new ArrayList<>());
                } else {
                    partOf[u] = partOf[root];
                }
                local[u] = members.get(partOf[u]).size();
                members.get(partOf[u]).add(u);
            }
        }
        List<List<Integer>> equationsOf = new ArrayList<>();
        members.forEach(m -> equationsOf.add(new ArrayList<>()));
        for (int e = 0; e < all.size(); e++) {
            int part = partOf(all, e, partOf);
            if (part >= 0) {
                equationsOf.get(part).add(e);
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int p = 0; p < members.size(); p++) {
            parts.add(part(all, bounds, local, members.get(p), equationsOf.get(p)));
        }
        return parts;
    }

    /** The part that holds {@code unknown}, with bounds as they were given and not tightened. */
    static Part around(KnownSums all, Bounds bounds, int unknown) {
        Tightening untouched = new Tightening(all, bounds.leastValues(), bounds.mostValues(), true);
        return of(all, untouched).stream()
                .filter(part -> Arrays.binarySearch(part.unknowns(), unknown) >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + unknown + " is known by itself"));
    }

    private static Part part(
            KnownSums all, Tightening bounds, int[] local, List<Integer> members, List<Integer> equationsOf) {
        int[] unknowns = members.stream().mapToInt(Integer::intValue).toArray();
        KnownSums.Builder builder = KnownSums.over(unknowns.length);
        for (int e : equationsOf) {
            long known = 0;
            int size = 0;
            int[] of = new int[all.end(e) - all.start(e)];
            long[] coefficients = new long[of.length];
            for (int t = all.start(e); t < all.end(e); t++) {
                int unknown = all.term(t);
                if (bounds.least(unknown) == bounds.most(unknown)) {
                    known += all.coefficient(t) * bounds.least(unknown);
                } else {
                    of[size] = local[unknown];
                    coefficients[size++] = all.coefficient(t);
                }
            }
            builder.add(
                    Arrays.copyOf(of, size),
                    Arrays.copyOf(coefficients, size),
                    shifted(all.least(e), known),
                    shifted(all.most(e), known));
        }
        return new Part(
                unknowns,
                equationsOf.stream().mapToInt(Integer::intValue).toArray(),
                builder.build(),
                Arrays.stream(unknowns).mapToLong(bounds::least).toArray(),
                Arrays.stream(unknowns).mapToLong(bounds::most).toArray());
    }

    /** The same part with one unknown more, the sum of others; without a number outside. */
    Part withSum(int[] of, long leastSum, long mostSum) {
        int n = size();
        return new Part(
                plus(unknowns, -1),
                plus(equationsOutside, -1),
                equations.toBuilder(n + 1).total(n, of).build(),
                plus(least, leastSum),
                plus(most, mostSum));
    }

    private static int[] plus(int[] values, int value) {
        int[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }

    private static long[] plus(long[] values, long value) {
        long[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }

    /** The values of the part's unknowns out of those of all. */
    long[] take(long[] all) {
        long[] values = new long[unknowns.length];
        for (int u = 0; u < values.length; u++) {
            values[u] = all[unknowns[u]];
        }
        return values;
    }

    int size() {
        return unknowns.length;
    }

    /** Whether {@code values} satisfy the bounds and every equation; exact. */
    boolean holdsFor(long[] values) {
        for (int u = 0; u < values.length; u++) {
            if (values[u] < least[u] || values[u] > most[u]) {
                return false;
            }
        }
        return equations.holdFor(values);
    }

    /** The same of real numbers as a solver gives them, within a millionth of the size of each sum. */
    boolean nearlyHoldsFor(double[] values) {
        for (int u = 0; u < values.length; u++) {
            if (!isNearlyWithin(values[u], least[u], most[u], Math.abs(values[u]))) {
                return false;
            }
        }
        for (int e = 0; e < equations.size(); e++) {
            double sum = 0;
            double size = 0;
            for (int t = equations.start(e); t < equations.end(e); t++) {
                double term = equations.coefficient(t) * values[equations.term(t)];
                sum += term;
                size += Math.abs(term);
            }
            if (!isNearlyWithin(sum, equations.least(e), equations.most(e), size)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNearlyWithin(double value, long low, long high, double size) {
        double slack = NEAR * Math.max(1, size);
        return value >= low - slack && value <= high + slack;
    }

    private static long shifted(long bound, long known) {
        return Math.abs(bound) >= Bounds.NO_LIMIT
                ? bound
                : Math.clamp(bound - known, -Bounds.NO_LIMIT, Bounds.NO_LIMIT);
    }

    private static int partOf(KnownSums all, int equation, int[] partOf) {
        for (int t = all.start(equation); t < all.end(equation); t++) {
            if (partOf[all.term(t)] >= 0) {
                return partOf[all.term(t)];
            }
        }
        return -1;
    }

    private static int root(int[] parent, int unknown) {
        int at = unknown;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
