package org.concordat.disclosure.attack;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Tightens the bounds of unknowns, one equation at a time, until no single equation says more: what is left of a sum when
 * all others are at their least bounds one unknown from above, and the other way round. Exact; changes can be taken back,
 * so that a search can try a value.
 */
final class Tightening {
    /** Visits of an equation allowed in one go, for each equation: bounds can creep towards each other in steps of one. */
    private static final int MOST_VISITS = 60;

    private final KnownSums equations;
    private final boolean whole;
    private final int[] from;
    private final int[] equationAt;
    private final long[] least;
    private final long[] most;
    private final boolean[] waiting;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();

    private int[] changed = new int[64];
    private long[] oldLeast = new long[64];
    private long[] oldMost = new long[64];
    private int changes;

    /** @param whole whether unknowns are whole numbers; otherwise ends are rounded outwards */
    Tightening(KnownSums equations, long[] least, long[] most, boolean whole) {
        this.equations = equations;
        this.whole = whole;
        this.least = least.clone();
        this.most = most.clone();
        int[][] places = equations.equationsByUnknown();
        from = places[0];
        equationAt = places[1];
        waiting = new boolean[equations.size()];
    }

    long least(int unknown) {
        return least[unknown];
    }

    long most(int unknown) {
        return most[unknown];
    }

    /** Tightens everything. Returns the equation that cannot hold, or -1. */
    int all() {
        for (int e = 0; e < equations.size(); e++) {
            enqueue(e);
        }
        return run();
    }

    /** Where the changes are now, to be taken back to. */
    int mark() {
        return changes;
    }

    /** Takes back every change since {@code mark}. */
    void takeBack(int mark) {
        while (changes > mark) {
            changes--;
            least[changed[changes]] = oldLeast[changes];
            most[changed[changes]] = oldMost[changes];
        }
        queue.clear();
        Arrays.fill(waiting, false);
    }

    /** Assumes that the unknown lies between the two, and tightens. Returns whether that can still be so. */
    boolean assume(int unknown, long newLeast, long newMost) {
        if (Math.max(newLeast, least[unknown]) > Math.min(newMost, most[unknown])) {
            return false;
        }
        if (newLeast > least[unknown] || newMost < most[unknown]) {
            set(unknown, Math.max(newLeast, least[unknown]), Math.min(newMost, most[unknown]));
        }
        return run() < 0;
    }

    private int run() {
        long visits = (long) MOST_VISITS * equations.size() + 100;
        while (!queue.isEmpty() && visits-- > 0) {
            int equation = queue.poll();
            waiting[equation] = false;
            if (!tighten(equation)) {
                queue.clear();
                Arrays.fill(waiting, false);
                return equation;
            }
        }
        queue.clear();
        Arrays.fill(waiting, false);
        return -1;
    }

    /** Whether the equation can still hold. */
    private boolean tighten(int equation) {
        long lowest = 0;
        long highest = 0;
        int withoutLowest = 0;
        int withoutHighest = 0;
        for (int t = equations.start(equation); t < equations.end(equation); t++) {
            long low = lowest(t);
            long high = highest(t);
            if (low <= -Bounds.NO_LIMIT) {
                withoutLowest++;
            } else {
                lowest = Math.addExact(lowest, low);
            }
            if (high >= Bounds.NO_LIMIT) {
                withoutHighest++;
            } else {
                highest = Math.addExact(highest, high);
            }
        }
        long min = equations.least(equation);
        long max = equations.most(equation);
        if ((withoutLowest == 0 && lowest > max) || (withoutHighest == 0 && highest < min)) {
            return false;
        }
        for (int t = equations.start(equation); t < equations.end(equation); t++) {
            int unknown = equations.term(t);
            if (least[unknown] == most[unknown]) {
                continue;
            }
            long low = lowest(t);
            long high = highest(t);
            // What the others leave: at most `room`, at least `need`, for coefficient times unknown.
            boolean roomKnown = max < Bounds.NO_LIMIT && withoutLowest - (low <= -Bounds.NO_LIMIT ? 1 : 0) == 0;
            boolean needKnown = min > -Bounds.NO_LIMIT && withoutHighest - (high >= Bounds.NO_LIMIT ? 1 : 0) == 0;
            long room = max - (low <= -Bounds.NO_LIMIT ? lowest : lowest - low);
            long need = min - (high >= Bounds.NO_LIMIT ? highest : highest - high);
            long coefficient = equations.coefficient(t);
            long newLeast = least[unknown];
            long newMost = most[unknown];
            if (coefficient > 0) {
                newMost = roomKnown ? Math.min(newMost, down(room, coefficient)) : newMost;
                newLeast = needKnown ? Math.max(newLeast, up(need, coefficient)) : newLeast;
            } else {
                newLeast = roomKnown ? Math.max(newLeast, up(room, coefficient)) : newLeast;
                newMost = needKnown ? Math.min(newMost, down(need, coefficient)) : newMost;
            }
            if (newLeast > newMost) {
                return false;
            }
            if (newLeast > least[unknown] || newMost < most[unknown]) {
                set(unknown, newLeast, newMost);
                // The sums above stay valid, only looser: the equation is visited again.
            }
        }
        return true;
    }

    /** The most that an unknown can be if coefficient times it is at most {@code room} (at least, for a negative one). */
    private long down(long room, long coefficient) {
        return whole ? Math.floorDiv(room, coefficient) : Math.ceilDiv(room, coefficient);
    }

    private long up(long need, long coefficient) {
        return whole ? Math.ceilDiv(need, coefficient) : Math.floorDiv(need, coefficient);
    }

    private long lowest(int term) {
        long coefficient = equations.coefficient(term);
        int unknown = equations.term(term);
        return product(coefficient, coefficient > 0 ? least[unknown] : most[unknown]);
    }

    private long highest(int term) {
        long coefficient = equations.coefficient(term);
        int unknown = equations.term(term);
        return product(coefficient, coefficient > 0 ? most[unknown] : least[unknown]);
    }

    /** A bound that is not there stays not there. */
    private static long product(long coefficient, long bound) {
        if (bound >= Bounds.NO_LIMIT || bound <= -Bounds.NO_LIMIT) {
            return (coefficient > 0) == (bound > 0) ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return coefficient * bound;
    }

    private void set(int unknown, long newLeast, long newMost) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changes);
            oldLeast = Arrays.copyOf(oldLeast, 2 * changes);
            oldMost = Arrays.copyOf(oldMost, 2 * changes);
        }
        changed[changes] = unknown;
        oldLeast[changes] = least[unknown];
        oldMost[changes] = most[unknown];
        changes++;
        least[unknown] = newLeast;
        most[unknown] = newMost;
        for (int at = from[unknown]; at < from[unknown + 1]; at++) {
            enqueue(equationAt[at]);
        }
    }

    private void enqueue(int equation) {
        if (!waiting[equation]) {
            waiting[equation] = true;
            queue.add(equation);
        }
    }
}
