package org.concordat.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Someone who knows sums of unknown figures, and works out between which values each of them must lie.
 *
 * <p>Made for one state of knowledge and asked as often as one likes; answers are remembered, and each makes the next
 * ones faster. Not for several threads at once.
 */
public final class Attacker {
    /** As an argument: search until the interval is settled, however wide it is. */
    public static final long EXACTLY = Long.MAX_VALUE;

    private static final int NONE = -1;

    private final KnownSums equations;
    private final Bounds bounds;
    private final long[] solution;
    private final Tightening tightened;
    private final List<Part> parts;
    private final PartAttack[] attacks;
    private final int[] partOf;
    private final int[] localOf;
    private final boolean whole;

    private Attacker(KnownSums equations, Bounds bounds, long[] solution, boolean whole) {
        if (bounds.size() != equations.unknowns() || solution.length != equations.unknowns()) {
            throw new IllegalArgumentException("bounds and a solution for each of the " + equations.unknowns()
                    + " unknowns are needed, given " + bounds.size() + " and " + solution.length);
        }
        int broken = equations.firstBroken(solution);
        if (broken >= 0 || !bounds.holdFor(solution)) {
            throw new IllegalArgumentException("what is given as a solution is none: "
                    + (broken >= 0 ? "equation " + broken + " does not hold" : "a bound does not hold"));
        }
        this.equations = equations;
        this.bounds = bounds;
        this.solution = solution.clone();
        this.whole = whole;
        tightened = new Tightening(equations, bounds.leastValues(), bounds.mostValues(), whole);
        if (tightened.all() >= 0) {
            throw new IllegalStateException("equations that have a solution cannot contradict each other");
        }
        parts = Part.of(equations, tightened);
        attacks = new PartAttack[parts.size()];
        partOf = new int[equations.unknowns()];
        localOf = new int[equations.unknowns()];
        Arrays.fill(partOf, NONE);
        for (int p = 0; p < parts.size(); p++) {
            int[] unknowns = parts.get(p).unknowns();
            for (int local = 0; local < unknowns.length; local++) {
                partOf[unknowns[local]] = p;
                localOf[unknowns[local]] = local;
            }
        }
    }

    /**
     * An attacker on counts, of whom the defender knows what they are after.
     *
     * @param solution the true values, or any others in whole numbers that satisfy the equations and bounds
     */
    public static Attacker onCounts(KnownSums equations, Bounds bounds, long[] solution) {
        return new Attacker(equations, bounds, solution, true);
    }

    /**
     * An attacker on magnitudes, such as turnover in pence: unknowns are real numbers. Intervals are rounded outwards to
     * whole units, attained ends inwards.
     */
    public static Attacker onMagnitudes(KnownSums equations, Bounds bounds, long[] solution) {
        return new Attacker(equations, bounds, solution, false);
    }

    /** What can be inferred about one unknown, exactly. */
    public Inference inference(int unknown) {
        return inference(unknown, EXACTLY);
    }

    /** The same, but the search stops as soon as the interval is certainly at least {@code enough} wide. */
    public Inference inference(int unknown, long enough) {
        int part = partOf[unknown];
        if (part == NONE) {
            long value = tightened.least(unknown);
            return new Inference(value, value, value, value);
        }
        return attack(part).inference(localOf[unknown], enough);
    }

    /** What can be inferred about the sum of some unknowns, each named once; stops like {@link #inference(int, long)}. */
    public Inference sum(int[] unknowns, long enough) {
        Map<Integer, List<Integer>> byPart = new TreeMap<>();
        long least = 0;
        for (int unknown : unknowns) {
            if (partOf[unknown] == NONE) {
                least += tightened.least(unknown);
            } else {
                byPart.computeIfAbsent(partOf[unknown], part -> new ArrayList<>())
                        .add(localOf[unknown]);
            }
        }
        Inference all = new Inference(least, least, least, least);
        for (Map.Entry<Integer, List<Integer>> part : byPart.entrySet()) {
            // Parts say nothing of each other, so the intervals add up.
            int[] of = part.getValue().stream().mapToInt(Integer::intValue).toArray();
            all = all.plus(attack(part.getKey()).sum(of, enough));
            if (all.atLeastWide(enough)) {
                return all.openEnded();
            }
        }
        return all;
    }

    /**
     * The same attacker, who thinks of a sum of some unknowns as one more unknown, the last; so that its {@link #proof} can
     * be asked for. The equation that defines it is the last one.
     */
    public Attacker withSum(int[] unknowns) {
        int n = equations.unknowns();
        long[] least = Arrays.copyOf(bounds.leastValues(), n + 1);
        long[] most = Arrays.copyOf(bounds.mostValues(), n + 1);
        least[n] = -Bounds.NO_LIMIT;
        most[n] = Bounds.NO_LIMIT;
        long[] values = Arrays.copyOf(solution, n + 1);
        values[n] = Arrays.stream(unknowns).mapToLong(u -> solution[u]).sum();
        return new Attacker(
                equations.toBuilder(n + 1).total(n, unknowns).build(), Bounds.of(least, most), values, whole);
    }

    /** What can be inferred about every unknown, exactly. */
    public Inference[] inferences() {
        Inference[] all = new Inference[equations.unknowns()];
        for (int u = 0; u < all.length; u++) {
            all[u] = inference(u);
        }
        return all;
    }

    /**
     * A solution in whole numbers in which the unknown has the value that {@link Inference} calls attained, which proves
     * that no attacker can rule that value out. Asked after the inference.
     */
    public long[] solutionWith(int unknown, boolean greatest) {
        long[] all = solution.clone();
        int part = partOf[unknown];
        if (part != NONE) {
            long[] values = attack(part).solutionWith(localOf[unknown], greatest);
            int[] unknowns = parts.get(part).unknowns();
            for (int local = 0; local < unknowns.length; local++) {
                all[unknowns[local]] = values[local];
            }
        }
        return all;
    }

    /** Lets the attacker know of another solution, as from an attack on more knowledge; makes answers faster. */
    public void offer(long[] otherSolution) {
        for (int p = 0; p < parts.size(); p++) {
            attack(p).offer(parts.get(p).take(otherSolution));
        }
    }

    /**
     * Why the unknown cannot be above the greatest (below the least) value inferred: the shortest argument that linear
     * programming offers, or, where the argument needs whole numbers, the equations that together leave no other.
     * Empty where nothing bounds it but its own bound.
     */
    public Optional<Proof> proof(int unknown, boolean upper) {
        Inference inference = inference(unknown);
        long bound = upper ? inference.most() : inference.least();
        if (bound == (upper ? bounds.most(unknown) : bounds.least(unknown))) {
            return Optional.empty();
        }
        Part part = Part.around(equations, bounds, unknown);
        int local = Arrays.binarySearch(part.unknowns(), unknown);
        Proof proof = new LinearProgram(part, whole)
                .extreme(local, upper, part.least(), part.most())
                .proof();
        return Optional.of(
                proof != null && proof.bound() == bound
                        ? proof
                        : WholeNumberArgument.of(part, part.take(solution), local, upper, bound));
    }

    public KnownSums equations() {
        return equations;
    }

    public Bounds bounds() {
        return bounds;
    }

    private PartAttack attack(int part) {
        if (attacks[part] == null) {
            attacks[part] = new PartAttack(parts.get(part), parts.get(part).take(solution), whole);
        }
        return attacks[part];
    }
}
