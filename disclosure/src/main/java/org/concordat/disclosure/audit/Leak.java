package org.concordat.disclosure.audit;

import java.util.List;
import org.concordat.disclosure.attack.Inference;

/**
 * A protected count of which too much can be worked out, and how. Holds figures: for whoever holds the data, never for the
 * public.
 *
 * @param group whose count it is, in words
 * @param atoms the atoms of the group, ascending
 * @param inferred what can be worked out
 * @param proved whether it is proved that no more than {@code inferred} is left open; otherwise it could not be shown to be
 *     safe in the work allowed, and counts as a leak
 * @param because the sums that force it: one for each end, or one alone where the same figures give both; empty for leaks
 *     after the first hundred
 */
public record Leak(String group, List<Integer> atoms, Inference inferred, boolean proved, List<Argument> because) {
    public Leak {
        atoms = List.copyOf(atoms);
        because = List.copyOf(because);
    }

    /**
     * Published figures that, added and subtracted, bound the count from one side.
     *
     * @param upper whether from above
     * @param bound the greatest (least) that the count can be
     * @param terms the figures
     * @param wholeNumbers whether it holds because people are not divisible; then the terms are the figures involved
     */
    public record Argument(boolean upper, long bound, List<Term> terms, boolean wholeNumbers) {
        public Argument {
            terms = List.copyOf(terms);
        }

        /** In words, such as "at most 12: A (release 1), less B (release 2)". */
        public String inWords() {
            return (upper ? "at most " : "at least ") + bound + ": " + termsInWords();
        }

        /** The figures alone, such as "A (release 1), less B (release 2)". */
        public String termsInWords() {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < terms.size(); i++) {
                Term term = terms.get(i);
                if (wholeNumbers) {
                    words.append(i == 0 ? "in whole numbers, from " : ", ");
                } else if (term.multiplier() < 0) {
                    words.append(i == 0 ? "less " : ", less ");
                } else {
                    words.append(i == 0 ? "" : ", plus ");
                }
                if (!wholeNumbers && Math.abs(term.multiplier()) != term.divisor()) {
                    words.append(Math.abs(term.multiplier()));
                    words.append(term.divisor() == 1 ? "" : "/" + term.divisor())
                            .append(" times ");
                }
                words.append(term.cell()).append(" (").append(term.release()).append(')');
            }
            return words.toString();
        }
    }

    /**
     * One published figure in an argument, taken {@code multiplier / divisor} times.
     *
     * @param release its release
     * @param cell its cell
     * @param multiplier not 0; below 0 where it is subtracted
     * @param divisor above 0
     */
    public record Term(String release, String cell, long multiplier, long divisor) {}

    /** Whether the count is exactly known. */
    public boolean exactlyKnown() {
        return inferred.exactlyKnown();
    }

    /** In words, with how it follows; holds figures. */
    public String inWords() {
        StringBuilder words = new StringBuilder(group);
        if (exactlyKnown()) {
            words.append(" is known to be ").append(inferred.least());
        } else {
            words.append(proved ? " is known to lie between " : " may be known to lie between ")
                    .append(inferred.attainedLeast())
                    .append(" and ")
                    .append(inferred.attainedMost());
        }
        if (exactlyKnown() && because.size() == 1) {
            return words.append(", from ")
                    .append(because.getFirst().termsInWords())
                    .toString();
        }
        for (Argument argument : because) {
            words.append("; ").append(argument.inWords());
        }
        return words.toString();
    }
}
