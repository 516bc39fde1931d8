package org.concordat.disclosure.primary;

import java.math.BigDecimal;
import java.util.Set;

/** When a cell is unsafe by itself. */
public sealed interface Rule {
    /** What it asks, in words for a report; holds the rule's numbers, which some bodies do not publish. */
    String words();

    /**
     * A count is unsafe when it is above 0 and below {@code safeFrom}.
     *
     * @param safeFrom the smallest safe count, 2 or more; 6 is the rule of thumb of the field: 1 to 5 are unsafe
     * @param zeroUnsafe whether a count of nobody is unsafe too; a structural zero never is
     */
    record Threshold(long safeFrom, boolean zeroUnsafe) implements Rule {
        /** Counts of 1 to 5 are unsafe, 0 is not. */
        public static final Threshold USUAL = new Threshold(6, false);

        public Threshold {
            if (safeFrom < 2) {
                throw new IllegalArgumentException("the smallest safe count is 2 or more, given " + safeFrom);
            }
        }

        @Override
        public String words() {
            return "a count " + (zeroUnsafe ? "" : "above 0 and ") + "below " + safeFrom;
        }
    }

    /**
     * A cell is unsafe when someone stands behind it, but too few; with {@code safeFrom} 2 it finds singletons.
     *
     * @param safeFrom the smallest safe number of contributors, 2 or more
     */
    record FewContributors(int safeFrom) implements Rule {
        public FewContributors {
            if (safeFrom < 2) {
                throw new IllegalArgumentException(
                        "the smallest safe number of contributors is 2 or more, given " + safeFrom);
            }
        }

        @Override
        public String words() {
            return "fewer than " + safeFrom + " contributors";
        }
    }

    /**
     * A cell is unsafe when its {@code largest} biggest contributors give more than {@code percent} of it: the (n,k) rule.
     *
     * @param largest 1 to 10
     * @param percent above 0, below 100
     */
    record Dominance(int largest, BigDecimal percent) implements Rule {
        public Dominance {
            if (largest < 1 || largest > 10) {
                throw new IllegalArgumentException("dominance looks at the 1 to 10 largest, given " + largest);
            }
            checkPercent(percent);
        }

        @Override
        public String words() {
            return "the " + (largest == 1 ? "largest contributor gives" : largest + " largest contributors give")
                    + " more than " + percent.toPlainString() + " %";
        }
    }

    /**
     * A cell is unsafe when some of its contributors, taking away what they gave themselves, can tell the largest to within
     * {@code percent} of its figure.
     *
     * @param percent above 0, below 100
     * @param coalition how many put their knowledge together, 1 to 9; 1 is the usual rule
     */
    record PPercent(BigDecimal percent, int coalition) implements Rule {
        public PPercent {
            checkPercent(percent);
            if (coalition < 1 || coalition > 9) {
                throw new IllegalArgumentException("a coalition has 1 to 9 members, given " + coalition);
            }
        }

        @Override
        public String words() {
            return (coalition == 1 ? "a contributor" : coalition + " contributors together")
                    + " can tell the largest to within " + percent.toPlainString() + " %";
        }
    }

    /**
     * A group is unsafe when all of it are of one kind, so that belonging to the group tells the kind.
     *
     * @param dimensions the names of those whose codes are the kinds, such as "religion"; one or more
     */
    record GroupDisclosure(Set<String> dimensions) implements Rule {
        public GroupDisclosure {
            dimensions = Set.copyOf(dimensions);
            if (dimensions.isEmpty()) {
                throw new IllegalArgumentException(
                        "group disclosure is looked for along one dimension or more, given none");
            }
        }

        @Override
        public String words() {
            return "everybody in the group is of one kind";
        }
    }

    private static void checkPercent(BigDecimal percent) {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100, both excluded, given " + percent);
        }
    }
}
