package org.concordat.disclosure.audit;

/** What a release says about the count of a cell. */
public sealed interface Figure {

    /** The count itself. */
    record Exact(long count) implements Figure {
        public Exact {
            if (count < 0) {
                throw new IllegalArgumentException("a count is 0 or more, given one below");
            }
        }
    }

    /**
     * That it lies between two counts, both included, as whoever knows the method can tell.
     *
     * @param least 0 or more
     * @param most not below {@code least}
     */
    record Between(long least, long most) implements Figure {
        public Between {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "a range runs upwards from 0 or more, given " + least + " to " + most);
            }
        }
    }

    /** Nothing, save that there is such a cell. */
    record Hidden() implements Figure {}

    /** The count, as it is. */
    static Figure exact(long count) {
        return new Exact(count);
    }

    /** No count: the cell is marked as suppressed. */
    static Figure hidden() {
        return new Hidden();
    }

    /** Rounded to the nearest multiple of {@code base}, halves upwards. */
    static Figure rounded(long published, long base) {
        check(published, base);
        return new Between(Math.max(0, published - base / 2), published + (base - 1) / 2);
    }

    /** Rounded to one of the two multiples of {@code base} around the count, by chance or so that totals add up. */
    static Figure roundedEitherWay(long published, long base) {
        check(published, base);
        return new Between(Math.max(0, published - base + 1), published + base - 1);
    }

    /** Changed by at most {@code most} up or down, as by cell keys. */
    static Figure perturbed(long published, long most) {
        if (published < 0 || most < 0) {
            throw new IllegalArgumentException(
                    "a perturbed count and the most it can differ are 0 or more, given " + most + " for the latter");
        }
        return new Between(Math.max(0, published - most), published + most);
    }

    private static void check(long published, long base) {
        if (base < 2 || published < 0 || published % base != 0) {
            throw new IllegalArgumentException(
                    "a count rounded to a base of 2 or more is a multiple of it, given base " + base);
        }
    }

    /** The least that the count can be, and 0 where nothing is known. */
    default long least() {
        return switch (this) {
            case Exact(long count) -> count;
            case Between(long least, long most) -> least;
            case Hidden() -> 0;
        };
    }

    /** Whether {@code count} can be meant. */
    default boolean admits(long count) {
        return switch (this) {
            case Exact(long exact) -> exact == count;
            case Between(long least, long most) -> least <= count && count <= most;
            case Hidden() -> true;
        };
    }
}
