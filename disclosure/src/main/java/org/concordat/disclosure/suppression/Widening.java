package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hides more until every guarded item leaves open the width that was asked: attack, add around what is too narrow, attack
 * again; then publishes what turned out needless. Two worlds that differ enough in an item prove its width, and they stand as
 * long as no cell is published in which they differ from the truth, so most steps need no new attack.
 */
final class Widening {
    private static final int MOST_NEAR = 120;

    private final Problem problem;
    private final Search search;
    private final Elimination elimination;
    private final Neighbourhood near;
    private final boolean[] hidden;
    private final Map<Integer, Set<Integer>> supports = new TreeMap<>();
    private final long room;

    Widening(Problem problem, Search search) {
        this.problem = problem;
        this.search = search;
        this.elimination = new Elimination(problem);
        this.near = new Neighbourhood(problem);
        this.hidden = problem.hiddenAtFirst();
        this.room = 16 + 16 * Arrays.stream(problem.widths).max().orElse(1);
    }

    boolean[] hidden() {
        return hidden.clone();
    }

    /** Widens every item; the items that stay too narrow whatever is hidden. */
    Set<Integer> run() {
        System.arraycopy(search.hidden(), 0, hidden, 0, hidden.length);
        Set<Integer> impossible = new TreeSet<>();
        Set<Integer> narrow = attackAll();
        if (narrow.isEmpty()) {
            return impossible;
        }
        for (int item : narrow) {
            if (!check(item, hidden) && !widen(item)) {
                impossible.add(item);
            }
        }
        if (impossible.isEmpty()) {
            publishNeedless();
            if (!attackAll().isEmpty()) {
                throw new IllegalStateException("a choice does not withstand the attack that it was made for");
            }
        }
        return impossible;
    }

    private Set<Integer> attackAll() {
        Set<Integer> narrow = new TreeSet<>();
        int[] items = problem.items();
        LocalAttack attack = new LocalAttack(
                problem,
                near,
                Arrays.stream(items)
                        .flatMap(item -> Arrays.stream(problem.cellsOf(item)).filter(cell -> hidden[cell]))
                        .toArray(),
                hidden,
                room);
        for (int item : items) {
            if (attack.inference(item, width(item)).atLeastWide(width(item))) {
                supports.put(item, attack.support(item));
            } else {
                narrow.add(item);
            }
        }
        return narrow;
    }

    private long width(int item) {
        return item < problem.cells ? problem.widths[item] : 1;
    }

    /** Whether an item is wide enough; if so, the worlds that show it are remembered. */
    private boolean check(int item, boolean[] trial) {
        int[] seeds =
                Arrays.stream(problem.cellsOf(item)).filter(cell -> trial[cell]).toArray();
        LocalAttack attack = new LocalAttack(problem, near, seeds, trial, room);
        if (!attack.inference(item, width(item)).atLeastWide(width(item))) {
            return false;
        }
        supports.put(item, attack.support(item));
        return true;
    }

    private boolean widen(int item) {
        int[] seeds = problem.cellsOf(item);
        double dearest = Arrays.stream(problem.costs).max().orElse(0);
        for (int steps = 2, most = MOST_NEAR; ; steps++, most *= 8) {
            int size = 0;
            for (double limit = 8; limit < 2 * dearest + 16; limit *= 1.5) {
                int[] region = search.around(seeds, steps, limit, most, hidden);
                if (region.length > size && widen(item, region)) {
                    return true;
                }
                size = region.length;
            }
            if (most > problem.cells) {
                return false;
            }
        }
    }

    private boolean widen(int item, int[] region) {
        boolean[] trial = hidden.clone();
        List<Integer> added = new ArrayList<>();
        for (int cell : region) {
            if (problem.roles[cell] == Problem.CANDIDATE && !hidden[cell]) {
                trial[cell] = true;
                added.add(cell);
            }
        }
        if (!check(item, trial)) {
            return false;
        }
        added.sort((a, b) -> Double.compare(problem.costs[b], problem.costs[a]));
        for (int cell : added) {
            trial[cell] = false;
            Set<Integer> before = supports.getOrDefault(item, Set.of());
            if (before.contains(cell) && !check(item, trial)) {
                trial[cell] = true;
            }
        }
        System.arraycopy(trial, 0, hidden, 0, hidden.length);
        return true;
    }

    private void publishNeedless() {
        Map<Integer, Set<Integer>> users = new TreeMap<>();
        supports.forEach((item, support) -> note(item, support, users));
        List<Integer> chosen = new ArrayList<>();
        for (int cell = 0; cell < problem.cells; cell++) {
            if (hidden[cell] && problem.roles[cell] == Problem.CANDIDATE) {
                chosen.add(cell);
            }
        }
        chosen.sort((a, b) -> Double.compare(problem.costs[b], problem.costs[a]));
        for (int cell : chosen) {
            if (mayBePublished(cell, users)) {
                hidden[cell] = false;
            }
        }
    }

    private boolean mayBePublished(int cell, Map<Integer, Set<Integer>> users) {
        // Insiders are looked after by elimination: asked about this one cell, it keeps it hidden if it is needed.
        int[] kept = problem.insiders.length == 0
                ? new int[0]
                : elimination.choose(Elimination.ALL, new int[] {cell}, problem.costs, hidden);
        if (kept == null || kept.length > 0) {
            return false;
        }
        boolean[] trial = hidden.clone();
        trial[cell] = false;
        Set<Integer> stale = users.getOrDefault(cell, Set.of());
        for (int item : stale) {
            Set<Integer> before = supports.get(item);
            if (before != null && before.contains(cell) && !check(item, trial)) {
                return false;
            }
            note(item, supports.getOrDefault(item, Set.of()), users);
        }
        return true;
    }

    private static void note(int item, Set<Integer> support, Map<Integer, Set<Integer>> users) {
        for (int cell : support) {
            users.computeIfAbsent(cell, key -> new TreeSet<>()).add(item);
        }
    }
}
