package org.concordat.disclosure.rounding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Table;

/**
 * Rounds to 0 or the base what small published counts come of, and nothing else: afterwards no published count lies between
 * 0 and the base, all totals add up, and most cells are as they were. Which go up and which down is chosen so that the
 * published totals change least, measured by the sum of squared changes: first the best next one again and again, then
 * exchanges of one for another while they help. As in Langsrud and Heldal (2018); the choice among equals differs from
 * theirs.
 */
public final class SmallCountRounder {
    private final long base;

    /** @param base the smallest count that may be published besides 0, in units of the last digit */
    public SmallCountRounder(long base) {
        Rounded.requireBase(base);
        this.base = base;
    }

    /** The table with its small counts rounded; it adds up. */
    public Rounded round(Table table) {
        BitSet small = new BitSet();
        for (int cell = 0; cell < table.cellCount(); cell++) {
            if (table.isReleased(cell) && table.value(cell) > 0 && table.value(cell) < base) {
                Arrays.stream(table.bases(cell)).forEach(small::set);
            }
        }
        int[] candidates = small.stream()
                .filter(cell -> table.value(cell) > 0 && table.value(cell) < base)
                .toArray();
        Choice choice = new Choice(table, candidates);
        choice.raiseTheBest();
        choice.exchange();
        long[] values = new long[table.cellCount()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = table.value(cell);
        }
        for (int i = 0; i < candidates.length; i++) {
            values[candidates[i]] = choice.up.get(i) ? base : 0;
        }
        return Rounded.summed(table, base, Rounded.Way.SMALL_COUNTS, values);
    }

    /** Which of the candidates go up, and what that does to each published cell. */
    private final class Choice {
        private final int[][] holders;
        private final long[] change;
        private final BitSet up = new BitSet();

        Choice(Table table, int[] candidates) {
            int[] place = new int[table.cellCount()];
            Arrays.fill(place, -1);
            IntStream.range(0, candidates.length).forEach(i -> place[candidates[i]] = i);
            int[] counts = new int[candidates.length];
            change = new long[table.cellCount()];
            int[][] within = new int[table.cellCount()][];
            for (int cell = 0; cell < within.length; cell++) {
                within[cell] = table.isReleased(cell)
                        ? Arrays.stream(table.bases(cell))
                                .filter(part -> place[part] >= 0)
                                .toArray()
                        : new int[0];
                for (int part : within[cell]) {
                    counts[place[part]]++;
                    change[cell] -= table.value(part);
                }
            }
            holders = new int[candidates.length][];
            Arrays.setAll(holders, i -> new int[counts[i]]);
            for (int cell = 0; cell < within.length; cell++) {
                for (int part : within[cell]) {
                    holders[place[part]][--counts[place[part]]] = cell;
                }
            }
        }

        /** By how much the sum of squares would fall if {@code candidate} went the other way. */
        private long gain(int candidate) {
            long step = up.get(candidate) ? -base : base;
            long gain = 0;
            for (int cell : holders[candidate]) {
                gain -= step * (2 * change[cell] + step);
            }
            return gain;
        }

        private void turn(int candidate) {
            long step = up.get(candidate) ? -base : base;
            for (int cell : holders[candidate]) {
                change[cell] += step;
            }
            up.flip(candidate);
        }

        void raiseTheBest() {
            while (true) {
                int best = -1;
                long most = 0;
                for (int i = 0; i < holders.length; i++) {
                    long gain = up.get(i) ? 0 : gain(i);
                    if (gain > most) {
                        best = i;
                        most = gain;
                    }
                }
                if (best < 0) {
                    return;
                }
                turn(best);
            }
        }

        /** Each one that is up against the best of those that are down, as long as one exchange helps. */
        void exchange() {
            boolean helped = true;
            while (helped) {
                helped = false;
                for (int i = up.nextSetBit(0); i >= 0; i = up.nextSetBit(i + 1)) {
                    long lost = gain(i);
                    turn(i);
                    int best = -1;
                    long most = -lost;
                    for (int j = 0; j < holders.length; j++) {
                        long gain = up.get(j) || j == i ? Long.MIN_VALUE : gain(j);
                        if (gain > most) {
                            best = j;
                            most = gain;
                        }
                    }
                    if (best >= 0) {
                        turn(best);
                        helped = true;
                    } else if (lost <= 0) {
                        turn(i);
                    } else {
                        helped = true;
                    }
                }
            }
        }
    }
}
