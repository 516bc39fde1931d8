package org.concordat.disclosure.suppression;

import java.util.Arrays;

/**
 * How far unknown cells can still move together while everything known stays as it is: each cell is a combination of free
 * moves, and each thing that becomes known takes one move away. A cell with no move left is known. Factors are residues of
 * whole numbers modulo a prime, so nothing is rounded; what is concluded from them is proved in whole numbers by an
 * attack before anybody relies on it.
 */
final class Freedom {
    static final int PRIME = 2_147_483_647;
    private static final int[] NONE = {};

    private final int[][] moves;
    private final int[][] factors;
    private final int[][] holders;
    private final int[] holderCounts;
    private long steps;
    private int[] moveBuffer = new int[64];
    private int[] factorBuffer = new int[64];

    /** A system of {@code cells} unknowns that nothing ties together yet. */
    Freedom(int cells) {
        moves = new int[cells][];
        factors = new int[cells][];
        holders = new int[cells][];
        holderCounts = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            moves[cell] = new int[] {cell};
            factors[cell] = new int[] {1};
            holders[cell] = new int[] {cell};
            holderCounts[cell] = 1;
        }
    }

    private Freedom(Freedom other) {
        // Vectors are replaced and never changed, so they can be shared; lists of holders grow, so they cannot.
        moves = other.moves.clone();
        factors = other.factors.clone();
        holders = new int[moves.length][];
        for (int move = 0; move < moves.length; move++) {
            holders[move] = Arrays.copyOf(other.holders[move], Math.max(1, other.holderCounts[move]));
        }
        holderCounts = other.holderCounts.clone();
    }

    Freedom copy() {
        return new Freedom(this);
    }

    /** Makes {@code item}, of which nothing was said yet, stand for one cell less another; -1 is a known cell. */
    void standForDifference(int item, int first, int second) {
        forget(item);
        holders[item] = NONE;
        holderCounts[item] = 0;
        if (first >= 0) {
            add(item, moves[first], factors[first], 1);
        }
        if (second >= 0) {
            add(item, moves[second], factors[second], PRIME - 1);
        }
    }

    /** Makes it known that {@code total} is the sum of {@code parts}; a negative total or part is left out. */
    void imposeSum(int total, int[] parts, int partCount) {
        // Collected as one vector, by adding up into a scratch vector that belongs to no cell.
        int[] places = NONE;
        int[] values = NONE;
        for (int i = -1; i < partCount; i++) {
            int cell = i < 0 ? total : parts[i];
            if (cell < 0) {
                continue;
            }
            int length = merge(places, values, moves[cell], factors[cell], i < 0 ? PRIME - 1 : 1);
            places = Arrays.copyOf(moveBuffer, length);
            values = Arrays.copyOf(factorBuffer, length);
        }
        fix(places, values);
    }

    /** Makes {@code cell} known. */
    void fix(int cell) {
        fix(moves[cell], factors[cell]);
    }

    /** Whether {@code cell} follows from what is known. */
    boolean isKnown(int cell) {
        return moves[cell].length == 0;
    }

    /** Leaves {@code cell} out of account from now on. */
    void forget(int cell) {
        moves[cell] = NONE;
        factors[cell] = NONE;
    }

    /** Whether {@code cell} would become known if {@code other}, which is unknown, did, and the other way round. */
    boolean moveAsOne(int cell, int other) {
        int[] mine = moves[cell];
        int[] theirs = moves[other];
        if (mine.length != theirs.length || !Arrays.equals(mine, theirs)) {
            return false;
        }
        for (int i = 1; i < mine.length; i++) {
            if ((long) factors[cell][i] * factors[other][0] % PRIME
                    != (long) factors[other][i] * factors[cell][0] % PRIME) {
                return false;
            }
        }
        return true;
    }

    /** The move of {@code cell} that fewest cells share; the cell is unknown. */
    int rarestMove(int cell) {
        return moves[cell][rarest(moves[cell])];
    }

    /** How many entries {@link #holder} has for {@code move}. */
    int holderCount(int move) {
        return holderCounts[move];
    }

    /** A cell that has, or once had, {@code move}. */
    int holder(int move, int index) {
        return holders[move][index];
    }

    /** How many steps it took so far: the same for the same questions, whatever the machine. */
    long steps() {
        return steps;
    }

    int[] moves(int cell) {
        return moves[cell];
    }

    int[] factors(int cell) {
        return factors[cell];
    }

    private int rarest(int[] vector) {
        int best = 0;
        for (int i = 1; i < vector.length; i++) {
            if (holderCounts[vector[i]] < holderCounts[vector[best]]) {
                best = i;
            }
        }
        return best;
    }

    private void fix(int[] places, int[] values) {
        if (places.length == 0) {
            return;
        }
        int pivot = rarest(places);
        int move = places[pivot];
        long inverse = inverse(values[pivot]);
        int[] cells = holders[move];
        int count = holderCounts[move];
        holders[move] = NONE;
        holderCounts[move] = 0;
        for (int i = 0; i < count; i++) {
            int cell = cells[i];
            int at = Arrays.binarySearch(moves[cell], move);
            if (at >= 0) {
                add(cell, places, values, PRIME - factors[cell][at] * inverse % PRIME);
            }
        }
    }

    /** Adds {@code factor} times a vector to that of {@code cell}. */
    private void add(int cell, int[] places, int[] values, long factor) {
        int[] before = moves[cell];
        int length = merge(before, factors[cell], places, values, factor);
        moves[cell] = length == 0 ? NONE : Arrays.copyOf(moveBuffer, length);
        factors[cell] = length == 0 ? NONE : Arrays.copyOf(factorBuffer, length);
        // Only moves that the cell did not have are new to the lists of holders.
        int old = 0;
        for (int i = 0; i < length; i++) {
            int move = moveBuffer[i];
            while (old < before.length && before[old] < move) {
                old++;
            }
            if (old == before.length || before[old] != move) {
                register(cell, move);
            }
        }
    }

    private void register(int cell, int move) {
        int count = holderCounts[move]++;
        if (count == holders[move].length) {
            holders[move] = Arrays.copyOf(holders[move], Math.max(4, 2 * count));
        }
        holders[move][count] = cell;
    }

    private int merge(int[] places, int[] values, int[] others, int[] otherValues, long factor) {
        int room = places.length + others.length;
        steps += room;
        if (moveBuffer.length < room) {
            moveBuffer = new int[2 * room];
            factorBuffer = new int[2 * room];
        }
        int length = 0;
        int i = 0;
        int j = 0;
        while (i < places.length || j < others.length) {
            int place;
            long value;
            if (j == others.length || i < places.length && places[i] < others[j]) {
                place = places[i];
                value = values[i++];
            } else if (i == places.length || others[j] < places[i]) {
                place = others[j];
                value = otherValues[j++] * factor % PRIME;
            } else {
                place = places[i];
                value = (values[i++] + otherValues[j++] * factor) % PRIME;
            }
            if (value != 0) {
                moveBuffer[length] = place;
                factorBuffer[length++] = (int) value;
            }
        }
        return length;
    }

    /** The residue whose product with {@code value} is 1, by Euclid's algorithm. */
    static long inverse(int value) {
        if (value == 1 || value == PRIME - 1) {
            return value;
        }
        long a = PRIME;
        long b = value;
        long x = 0;
        long y = 1;
        while (b != 0) {
            long quotient = a / b;
            long rest = a - quotient * b;
            a = b;
            b = rest;
            long next = x - quotient * y;
            x = y;
            y = next;
        }
        return x < 0 ? x + PRIME : x;
    }
}
