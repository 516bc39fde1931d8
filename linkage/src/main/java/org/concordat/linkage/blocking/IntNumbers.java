package org.concordat.linkage.blocking;

/** Numbers distinct non-zero ints from 1 on, in order of first appearance. */
final class IntNumbers {
    private static final int SCREEN_BITS = 19;

    private int[] values;
    private int[] numbers;
    private int size;
    /** One bit for each value added, by its hash: most values that were never added are told by it alone. */
    private final long[] screen = new long[1 << (SCREEN_BITS - 6)];

    IntNumbers(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
        values = new int[capacity];
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of this value, given now if it has none. */
    int add(int value) {
        int at = place(value);
        if (values[at] == value) {
            return numbers[at];
        }
        values[at] = value;
        numbers[at] = ++size;
        int bit = screened(value);
        screen[bit >>> 6] |= 1L << bit;
        int number = size;
        if (size * 2 > values.length) {
            grow();
        }
        return number;
    }

    /** The number of this value; 0 when it was never added. */
    int numberOf(int value) {
        int bit = screened(value);
        if ((screen[bit >>> 6] & (1L << bit)) == 0 || value == 0) {
            return 0;
        }
        int at = place(value);
        return values[at] == value ? numbers[at] : 0;
    }

    private static int screened(int value) {
        return (value * 0x85EBCA6B) >>> (32 - SCREEN_BITS);
    }

    private int place(int value) {
        int mask = values.length - 1;
        int at = Mixing.spread(value) & mask;
        while (values[at] != 0 && values[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldValues = values;
        int[] oldNumbers = numbers;
        values = new int[oldValues.length * 2];
        numbers = new int[oldValues.length * 2];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                int at = place(oldValues[i]);
                values[at] = oldValues[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
