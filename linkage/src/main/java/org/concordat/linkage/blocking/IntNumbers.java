package org.concordat.linkage.blocking;

/** Numbers distinct non-zero ints from 1 on, in order of first appearance. */
final class IntNumbers {
    private int[] values;
    private int[] numbers;
    private int size;

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
        int number = size;
        if (size * 2 > values.length) {
            grow();
        }
        return number;
    }

    /** The number of this value; 0 when it was never added. */
    int numberOf(int value) {
        if (value == 0) {
            return 0;
        }
        int at = place(value);
        return values[at] == value ? numbers[at] : 0;
    }

    private int place(int value) {
        int mask = values.length - 1;
        int at = (value * 0x9E3779B9 >>> 7) & mask;
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
