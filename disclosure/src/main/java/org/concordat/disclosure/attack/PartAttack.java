package org.concordat.disclosure.attack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attack on one part: bounds that are proved, and solutions that reach them. Every solution found for one unknown is
 * remembered for all, so that most ends are settled without a search of their own.
 */
final class PartAttack {
    /** Steps of a search that is expected to end at once, as in a table of a handful of cells. */
    private static final long FEW_NODES = 300;
    /** Values tried one after the other before linear programming is asked where the end is. */
    private static final int MOST_VALUES_TRIED = 20;

    private final Part part;
    private final boolean whole;
    private final @Nullable Network network;
    private final long[] least;
    private final long[] most;
    private final long[] attainedLeast;
    private final long[] attainedMost;
    private final long[][] solutionWithLeast;
    private final long[][] solutionWithMost;
    private final boolean[] leastSearched;
    private final boolean[] mostSearched;
    private @Nullable Branching branching;

    PartAttack(Part part, long[] solution, boolean whole) {
        this(part, solution, whole, Network.of(part));
    }

    /** @param network the part as a network; null to do without, where it is none */
    PartAttack(Part part, long[] solution, boolean whole, @Nullable Network network) {
        this.part = part;
        this.whole = whole;
        this.network = network;
        least = part.least().clone();
        most = part.most().clone();
        attainedLeast = solution.clone();
        attainedMost = solution.clone();
        solutionWithLeast = new long[part.size()][];
        solutionWithMost = new long[part.size()][];
        Arrays.fill(solutionWithLeast, solution);
        Arrays.fill(solutionWithMost, solution);
        leastSearched = new boolean[part.size()];
        mostSearched = new boolean[part.size()];
    }

    /** Searches until the interval is settled, or certainly at least {@code enough} wide. */
    Inference inference(int unknown, long enough) {
        if (attainedMost[unknown] - attainedLeast[unknown] < enough && !mostSearched[unknown]) {
            search(unknown, true, enough);
        }
        if (attainedMost[unknown] - attainedLeast[unknown] < enough && !leastSearched[unknown]) {
            search(unknown, false, enough);
        }
        return new Inference(least[unknown], most[unknown], attainedLeast[unknown], attainedMost[unknown]);
    }

    /** The same for the sum of some of the part's unknowns. */
    Inference sum(int[] of, long enough) {
        if (of.length == 1) {
            return inference(of[0], enough);
        }
        long least = 0;
        long most = 0;
        long[][] known = new long[2 * of.length][];
        for (int i = 0; i < of.length; i++) {
            least = plus(least, part.least()[of[i]]);
            most = plus(most, part.most()[of[i]]);
            known[2 * i] = withSum(solutionWithLeast[of[i]], of);
            known[2 * i + 1] = withSum(solutionWithMost[of[i]], of);
        }
        PartAttack attack = new PartAttack(part.withSum(of, least, most), known[0], whole);
        Arrays.stream(known).forEach(attack::offer);
        return attack.inference(part.size(), enough);
    }

    private static long plus(long sum, long bound) {
        boolean none = Math.abs(sum) >= Bounds.NO_LIMIT || Math.abs(bound) >= Bounds.NO_LIMIT;
        return none ? Math.clamp(sum + bound, -1, 1) * Bounds.NO_LIMIT : sum + bound;
    }

    private static long[] withSum(long[] solution, int[] of) {
        long[] all = Arrays.copyOf(solution, solution.length + 1);
        all[solution.length] = Arrays.stream(of).mapToLong(u -> solution[u]).sum();
        return all;
    }

    /** A solution of the part in which the unknown has its attained extreme. */
    long[] solutionWith(int unknown, boolean greatest) {
        return greatest ? solutionWithMost[unknown] : solutionWithLeast[unknown];
    }

    /** Takes a solution found elsewhere, if it is one. */
    void offer(long[] solution) {
        if (part.holdsFor(solution)) {
            note(solution);
        }
    }

    private void search(int unknown, boolean greatest, long enough) {
        boolean complete = settled(unknown, greatest)
                || (network != null && searchNetwork(network, unknown, greatest))
                || (whole && searchByEnumeration(unknown, greatest))
                || searchByLinearProgram(unknown, greatest, enough);
        if (greatest) {
            mostSearched[unknown] = complete;
        } else {
            leastSearched[unknown] = complete;
        }
    }

    private boolean searchNetwork(Network flows, int unknown, boolean greatest) {
        long[] solution = flows.extreme(unknown, greatest, solutionWith(unknown, greatest));
        if (solution == null) {
            setAttained(unknown, greatest, greatest ? Bounds.NO_LIMIT : -Bounds.NO_LIMIT);
            return true;
        }
        if (!part.holdsFor(solution)) {
            // An equation was left out that does not follow from the others: as good as impossible, see Redundancy.
            return false;
        }
        note(solution);
        setBound(unknown, greatest, solution[unknown]);
        return true;
    }

    /** Whether the end was settled. Starts at the outermost value, which tightening often leaves correct. */
    private boolean searchByEnumeration(int unknown, boolean greatest) {
        Enumeration enumeration = new Enumeration(part);
        for (int tried = 0; !settled(unknown, greatest); tried++) {
            long bound = bound(unknown, greatest);
            if (Math.abs(bound) >= Bounds.NO_LIMIT || tried == MOST_VALUES_TRIED) {
                return false;
            }
            switch (enumeration.find(unknown, bound, bound, null, FEW_NODES)) {
                case Enumeration.Outcome.Found found -> note(found.solution());
                case Enumeration.Outcome.None none -> setBound(unknown, greatest, greatest ? bound - 1 : bound + 1);
                case Enumeration.Outcome.GaveUp gaveUp -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the search went as far as it ever will; otherwise it stopped because the interval was wide enough. */
    private boolean searchByLinearProgram(int unknown, boolean greatest, long enough) {
        if (branching == null) {
            branching = new Branching(part, whole);
        }
        long other = greatest ? attainedLeast[unknown] : attainedMost[unknown];
        long target = enough >= Bounds.NO_LIMIT
                ? (greatest ? Bounds.NO_LIMIT : -Bounds.NO_LIMIT)
                : greatest ? other + enough : other - enough;
        Branching.Outcome outcome =
                branching.extreme(unknown, greatest, greatest ? attainedMost[unknown] : attainedLeast[unknown], target);
        outcome.solutions().forEach(this::offer);
        if (outcome.unlimited()) {
            setAttained(unknown, greatest, greatest ? Bounds.NO_LIMIT : -Bounds.NO_LIMIT);
            return true;
        }
        if (!whole) {
            setAttained(unknown, greatest, outcome.attained());
        }
        setBound(
                unknown,
                greatest,
                greatest
                        ? Math.max(outcome.bound(), attainedMost[unknown])
                        : Math.min(outcome.bound(), attainedLeast[unknown]));
        return outcome.complete();
    }

    private void note(long[] solution) {
        for (int u = 0; u < solution.length; u++) {
            if (solution[u] < attainedLeast[u]) {
                attainedLeast[u] = solution[u];
                solutionWithLeast[u] = solution;
            }
            if (solution[u] > attainedMost[u]) {
                attainedMost[u] = solution[u];
                solutionWithMost[u] = solution;
            }
        }
    }

    private boolean settled(int unknown, boolean greatest) {
        return greatest ? attainedMost[unknown] == most[unknown] : attainedLeast[unknown] == least[unknown];
    }

    private long bound(int unknown, boolean greatest) {
        return greatest ? most[unknown] : least[unknown];
    }

    private void setBound(int unknown, boolean greatest, long bound) {
        if (greatest) {
            most[unknown] = Math.min(most[unknown], bound);
        } else {
            least[unknown] = Math.max(least[unknown], bound);
        }
    }

    private void setAttained(int unknown, boolean greatest, long value) {
        if (greatest) {
            attainedMost[unknown] = Math.max(attainedMost[unknown], Math.min(value, most[unknown]));
        } else {
            attainedLeast[unknown] = Math.min(attainedLeast[unknown], Math.max(value, least[unknown]));
        }
    }
}
