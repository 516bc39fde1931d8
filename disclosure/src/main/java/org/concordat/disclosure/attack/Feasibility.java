package org.concordat.disclosure.attack;

import java.util.Arrays;
import java.util.List;

/**
 * Whether sums and bounds can hold together, which published figures should and do not always: for whoever audits a table
 * without knowing what was hidden.
 */
public sealed interface Feasibility {

    /**
     * They can: here is one way. It need not be what is true.
     *
     * @param solution a whole number for each unknown
     */
    record Possible(long[] solution) implements Feasibility {}

    /**
     * They cannot.
     *
     * @param equations numbers of sums that contradict each other, ascending; none can be left out, save where there are
     *     very many
     */
    record Impossible(List<Integer> equations) implements Feasibility {
        public Impossible {
            equations = List.copyOf(equations);
        }
    }

    /** The search was cut short: nobody knows. Happens only where many sums have ranges or coefficients. */
    record Undecided() implements Feasibility {}

    /** Looks for whole numbers that satisfy {@code sums} within {@code bounds}. */
    static Feasibility of(KnownSums sums, Bounds bounds) {
        return switch (search(sums, bounds)) {
            case Possible possible -> possible;
            case Undecided undecided -> undecided;
            case Impossible impossible -> {
                int[] all = impossible.equations().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                int[] needed = WholeNumberArgument.contradiction(sums, bounds, all);
                yield new Impossible(Arrays.stream(needed).boxed().toList());
            }
        };
    }

    /** The same without taking the trouble to find few equations that contradict each other. */
    static Feasibility search(KnownSums sums, Bounds bounds) {
        return FeasibilitySearch.of(sums, bounds);
    }
}
