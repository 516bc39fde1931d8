package org.concordat.disclosure.primary;

/** Something that a table must not tell, and why. Its working holds figures; {@code toString} does not. */
public sealed interface Finding {
    /** The cell that must be hidden, or whose kind must not be told. */
    int cell();

    /** The rule that found it. */
    Rule rule();

    /** The numbers that the rule looked at: for whoever holds the table, never for print. */
    String working();

    /**
     * The figure of one cell must not be told.
     *
     * @param width in the table's units: how far apart at least the smallest and the largest figure must be that an attacker
     *     cannot rule out; 1 where only the exact figure is protected
     */
    record UnsafeCell(int cell, Rule rule, String working, long width) implements Finding {
        public UnsafeCell {
            if (width < 1) {
                throw new IllegalArgumentException(
                        "a protected figure leaves open a width of 1 or more, given " + width);
            }
        }

        @Override
        public String toString() {
            return "UnsafeCell[" + cell + ", " + rule.words() + "]";
        }
    }

    /**
     * The difference of a total and one of its parts, which is 0, must not be told.
     *
     * @param cell the part that is all of the total
     */
    record UnsafeDifference(int total, int cell, Rule rule, String working) implements Finding {
        @Override
        public String toString() {
            return "UnsafeDifference[" + total + " - " + cell + ", " + rule.words() + "]";
        }
    }
}
