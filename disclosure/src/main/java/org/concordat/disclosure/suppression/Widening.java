package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Hides more until every guarded item leaves open the width that was asked: attack, add around what is too narrow, attack
 * again; then publishes what turned out needless. Two worlds that differ enough in an item prove its width, and they stand as
 * long as no cell is published in which they differ from the truth, so most steps need no new attack.
 */
final class Widening {
    private static final int MOST_NEAR = 120;
    /** Knows what is published, and no more. */
    private static final int OUTSIDER = -1;
    /** Knows besides that no hidden cell is 0, where that is so. */
    private static final int READER = -2;

    /** That an attacker, the outsider, the reader or an insider by number, can infer no more of an item than is allowed. */
    private record Claim(int attacker, int item) implements Comparable<Claim> {
        @Override
        public int compareTo(Claim other) {
            return Comparator.comparingInt(Claim::attacker)
                    .thenComparingInt(Claim::item)
                    .compare(this, other);
        }
    }

    private final Problem problem;
    private final Search search;
    private final Elimination elimination;
    private final Neighbourhood near;
    private final boolean[] hidden;
    private final Map<Claim, Set<Integer>> supports = new HashMap<>();
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

    /** Widens what the search chose for every item; the items that stay too narrow whatever is hidden. */
    Set<Integer> run() {
        System.arraycopy(search.hidden(), 0, hidden, 0, hidden.length);
        Set<Integer> impossible = new TreeSet<>();
        Set<Claim> narrow = attackAll();
        for (Claim claim : narrow) {
            if (!check(claim, hidden) && !widen(claim)) {
                impossible.add(claim.item);
            }
        }
        if (impossible.isEmpty() && !narrow.isEmpty()) {
            publishNeedless();
            if (!attackAll().isEmpty()) {
                throw new IllegalStateException("a choice does not withstand the attack that it was made for");
            }
        }
        return impossible;
    }

    private Set<Claim> attackAll() {
        Set<Claim> narrow = new TreeSet<>();
        int[] items = problem.items();
        int[] cells = Arrays.stream(items)
                .flatMap(item -> Arrays.stream(hiddenCellsOf(item, hidden)))
                .toArray();
        attack(OUTSIDER, cells, items, narrow);
        if (problem.hiddenAboveZero) {
            attack(READER, cells, items, narrow);
        }
        for (int insider = 0; insider < problem.insiders.length; insider++) {
            int[] own = problem.insiders[insider];
            int[] hiddenOwn = Arrays.stream(own).filter(cell -> hidden[cell]).toArray();
            near.gather(hiddenOwn, hidden);
            int[] others = Arrays.stream(items)
                    .filter(item -> Arrays.stream(problem.cellsOf(item)).anyMatch(cell -> near.place(cell) >= 0)
                            && Arrays.stream(own).noneMatch(cell -> cell == item))
                    .toArray();
            attack(insider, hiddenOwn, others, narrow);
        }
        return narrow;
    }

    private void attack(int attacker, int[] seeds, int[] items, Set<Claim> narrow) {
        LocalAttack attack = new LocalAttack(problem, near, seeds, hidden, told(attacker), attacker != OUTSIDER, room);
        for (int item : items) {
            Claim claim = new Claim(attacker, item);
            if (attack.inference(item, width(claim)).atLeastWide(width(claim))) {
                supports.put(claim, attack.support(item));
            } else {
                narrow.add(claim);
            }
        }
    }

    private int[] told(int attacker) {
        return attacker < 0 ? new int[0] : problem.insiders[attacker];
    }

    private long width(Claim claim) {
        return claim.item < problem.cells && claim.attacker == OUTSIDER ? problem.widths[claim.item] : 1;
    }

    private int[] hiddenCellsOf(int item, boolean[] trial) {
        return Arrays.stream(problem.cellsOf(item)).filter(cell -> trial[cell]).toArray();
    }

    /** Whether an item is wide enough; if so, the worlds that show it are remembered. */
    private boolean check(Claim claim, boolean[] trial) {
        LocalAttack attack = new LocalAttack(
                problem,
                near,
                hiddenCellsOf(claim.item, trial),
                trial,
                told(claim.attacker),
                claim.attacker != OUTSIDER,
                room);
        if (!attack.inference(claim.item, width(claim)).atLeastWide(width(claim))) {
            return false;
        }
        supports.put(claim, attack.support(claim.item));
        return true;
    }

    private boolean widen(Claim claim) {
        int[] seeds = problem.cellsOf(claim.item);
        double dearest = Arrays.stream(problem.costs).max().orElse(0);
        for (int steps = 2, most = MOST_NEAR; ; steps++, most *= 8) {
            int size = 0;
            for (double limit = 8; limit < 2 * dearest + 16; limit *= 1.5) {
                int[] region = search.around(seeds, steps, limit, most, hidden);
                if (region.length > size && widen(claim, region)) {
                    return true;
                }
                size = region.length;
            }
            if (most > problem.cells) {
                return widen(claim, everything());
            }
        }
    }

    private int[] everything() {
        return IntStream.range(0, problem.cells)
                .filter(cell -> problem.roles[cell] == Problem.CANDIDATE)
                .toArray();
    }

    private boolean widen(Claim claim, int[] region) {
        boolean[] trial = hidden.clone();
        List<Integer> added = new ArrayList<>();
        for (int cell : region) {
            if (problem.roles[cell] == Problem.CANDIDATE && !hidden[cell]) {
                trial[cell] = true;
                added.add(cell);
            }
        }
        if (!check(claim, trial)) {
            return false;
        }
        for (int cell : dearestFirst(added)) {
            trial[cell] = false;
            if (supports.getOrDefault(claim, Set.of()).contains(cell) && !check(claim, trial)) {
                trial[cell] = true;
            }
        }
        System.arraycopy(trial, 0, hidden, 0, hidden.length);
        return true;
    }

    private List<Integer> dearestFirst(List<Integer> cells) {
        return cells.stream()
                .sorted(Comparator.comparingDouble((Integer cell) -> -problem.costs[cell]))
                .toList();
    }

    private void publishNeedless() {
        Map<Integer, Set<Claim>> users = new TreeMap<>();
        supports.forEach((claim, support) -> note(claim, support, users));
        List<Integer> chosen = new ArrayList<>();
        for (int cell = 0; cell < problem.cells; cell++) {
            if (hidden[cell] && problem.roles[cell] == Problem.CANDIDATE) {
                chosen.add(cell);
            }
        }
        for (int cell : dearestFirst(chosen)) {
            if (mayBePublished(cell, users)) {
                hidden[cell] = false;
            }
        }
    }

    private boolean mayBePublished(int cell, Map<Integer, Set<Claim>> users) {
        int[] kept = elimination.choose(Elimination.ALL, new int[] {cell}, problem.costs, hidden);
        if (kept == null || kept.length > 0) {
            return false;
        }
        boolean[] trial = hidden.clone();
        trial[cell] = false;
        for (Claim claim : List.copyOf(users.getOrDefault(cell, Set.of()))) {
            if (supports.getOrDefault(claim, Set.of()).contains(cell)) {
                if (!check(claim, trial)) {
                    return false;
                }
                note(claim, supports.getOrDefault(claim, Set.of()), users);
            }
        }
        return true;
    }

    private static void note(Claim claim, Set<Integer> support, Map<Integer, Set<Claim>> users) {
        for (int cell : support) {
            users.computeIfAbsent(cell, key -> new TreeSet<>()).add(claim);
        }
    }
}
