package org.concordat.disclosure.attack;

import java.util.ArrayList;
import java.util.List;

/** Looks for one solution, part by part. */
final class FeasibilitySearch {
    private static final long FEW_NODES = 2_000;
    private static final long MANY_NODES = 20_000;

    private FeasibilitySearch() {}

    static Feasibility of(KnownSums sums, Bounds bounds) {
        Tightening tightened = new Tightening(sums, bounds.leastValues(), bounds.mostValues(), true);
        int broken = tightened.all();
        if (broken >= 0) {
            return impossible(sums, bounds, broken, sums.unknownsOf(broken));
        }
        long[] solution = new long[sums.unknowns()];
        for (int u = 0; u < solution.length; u++) {
            solution[u] = tightened.least(u);
        }
        boolean undecided = false;
        for (Part part : Part.of(sums, tightened)) {
            switch (of(part)) {
                case Enumeration.Outcome.Found found -> {
                    for (int local = 0; local < part.size(); local++) {
                        solution[part.unknowns()[local]] = found.solution()[local];
                    }
                }
                case Enumeration.Outcome.None none -> {
                    return impossible(sums, bounds, part.equationsOutside()[0], part.unknowns());
                }
                case Enumeration.Outcome.GaveUp gaveUp -> undecided = true;
            }
        }
        return undecided ? new Feasibility.Undecided() : new Feasibility.Possible(solution);
    }

    /** All equations that could take part in the contradiction: those tied to {@code unknowns} before anything was tightened. */
    private static Feasibility impossible(KnownSums sums, Bounds bounds, int equation, int[] unknowns) {
        List<Integer> equations = new ArrayList<>(List.of(equation));
        for (int unknown : unknowns) {
            if (bounds.least(unknown) < bounds.most(unknown)) {
                equations.clear();
                for (int e : Part.around(sums, bounds, unknown).equationsOutside()) {
                    equations.add(e);
                }
                break;
            }
        }
        return new Feasibility.Impossible(equations);
    }

    private static Enumeration.Outcome of(Part part) {
        Network network = Network.of(part);
        if (network != null) {
            long[] solution = network.anySolution();
            if (solution == null) {
                return new Enumeration.Outcome.None();
            }
            if (part.holdsFor(solution)) {
                return new Enumeration.Outcome.Found(solution);
            }
        }
        Enumeration enumeration = new Enumeration(part);
        Enumeration.Outcome outcome = enumeration.find(0, part.least()[0], part.most()[0], null, FEW_NODES);
        if (!(outcome instanceof Enumeration.Outcome.GaveUp)) {
            return outcome;
        }
        double[] vertex = new LinearProgram(part, true)
                .extreme(0, true, part.least(), part.most())
                .vertex();
        return vertex == null ? outcome : enumeration.find(0, part.least()[0], part.most()[0], vertex, MANY_NODES);
    }
}
