package org.concordat.disclosure.attack;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a solution in whole numbers of one part, trying values of one unknown after the other and tightening the rest
 * after each. Exact, and complete unless it runs out of the work that it is allowed.
 */
final class Enumeration {
    private final Part part;
    private final Tightening bounds;
    private long left;

    Enumeration(Part part) {
        this.part = part;
        bounds = new Tightening(part.equations(), part.least(), part.most(), true);
        bounds.all();
    }

    /** What came of a search. */
    sealed interface Outcome {
        /** A solution, checked. */
        record Found(long[] solution) implements Outcome {}

        /** There is none. */
        record None() implements Outcome {}

        /** The work allowed was not enough to tell. */
        record GaveUp() implements Outcome {}
    }

    /**
     * A solution in which the unknown lies between the two values.
     *
     * @param near values tried first; null where nothing is known
     */
    Outcome find(int unknown, long least, long most, double @Nullable [] near, long mostNodes) {
        left = mostNodes;
        int mark = bounds.mark();
        try {
            if (!bounds.assume(unknown, least, most)) {
                return new Outcome.None();
            }
            return descend(near);
        } finally {
            bounds.takeBack(mark);
        }
    }

    private Outcome descend(double @Nullable [] near) {
        if (--left < 0) {
            return new Outcome.GaveUp();
        }
        int next = narrowest();
        if (next < 0) {
            long[] solution = new long[part.size()];
            for (int u = 0; u < solution.length; u++) {
                solution[u] = bounds.least(u);
            }
            return part.holdsFor(solution) ? new Outcome.Found(solution) : new Outcome.None();
        }
        long low = bounds.least(next);
        long high = bounds.most(next);
        long aim = near == null ? Math.max(low, Math.min(high, 0)) : Math.clamp(Math.round(near[next]), low, high);
        long[][] branches = {{aim, aim}, {aim + 1, high}, {low, aim - 1}};
        boolean gaveUp = false;
        for (long[] branch : branches) {
            if (branch[0] > branch[1]) {
                continue;
            }
            int mark = bounds.mark();
            Outcome outcome = bounds.assume(next, branch[0], branch[1]) ? descend(near) : new Outcome.None();
            bounds.takeBack(mark);
            switch (outcome) {
                case Outcome.Found found -> {
                    return found;
                }
                case Outcome.None none -> {}
                case Outcome.GaveUp gave -> gaveUp = true;
            }
            if (left < 0) {
                return new Outcome.GaveUp();
            }
        }
        return gaveUp ? new Outcome.GaveUp() : new Outcome.None();
    }

    /** The unknown with the fewest values left, of those with more than one; -1 where all are fixed. */
    private int narrowest() {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int u = 0; u < part.size(); u++) {
            long range = bounds.most(u) - bounds.least(u);
            if (range > 0 && range < fewest) {
                fewest = range;
                best = u;
            }
        }
        return best;
    }
}
