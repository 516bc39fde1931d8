package org.concordat.disclosure.attack;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A part whose unknowns are the flows of a network: every unknown stands in at most two equations, which can be signed so
 * that it adds to one and takes from the other. Then all extremes are whole numbers, and are found by pushing more and more
 * through the unknown in question along paths that give way, until no such path is left (Ford and Fulkerson 1956).
 *
 * <p>A table of two dimensions is one, also where one of the two is a hierarchy (Cox 2007) once the
 * sums that follow from others are left out, as {@link Redundancy} does. An equation with a range is one with a further
 * unknown, the slack.
 */
final class Network {
    private final Part part;
    private final int nodes;
    /** Node to which each arc adds, and from which it takes; arcs after those of the part's unknowns are slacks. */
    private final int[] adds;

    private final int[] takes;
    private final long[] least;
    private final long[] most;
    private final int[] arcsFrom;
    private final int[] arcAt;
    /** What the node's flows must come to. */
    private final long[] wanted;

    private final long[] flow;
    private final int[] cameBy;
    private final int[] queue;

    private Network(Part part, int nodes, int[] adds, int[] takes, long[] least, long[] most, long[] wanted) {
        this.part = part;
        this.nodes = nodes;
        this.adds = adds;
        this.takes = takes;
        this.least = least;
        this.most = most;
        this.wanted = wanted;
        arcsFrom = new int[nodes + 1];
        for (int a = 0; a < adds.length; a++) {
            arcsFrom[adds[a] + 1]++;
            arcsFrom[takes[a] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            arcsFrom[v + 1] += arcsFrom[v];
        }
        arcAt = new int[2 * adds.length];
        int[] next = arcsFrom.clone();
        for (int a = 0; a < adds.length; a++) {
            arcAt[next[adds[a]]++] = a;
            arcAt[next[takes[a]]++] = a;
        }
        flow = new long[adds.length];
        cameBy = new int[nodes];
        queue = new int[nodes];
    }

    /** The part as a network, or null where it is none. */
    static @Nullable Network of(Part part) {
        KnownSums equations = part.equations();
        for (int e = 0; e < equations.size(); e++) {
            for (int t = equations.start(e); t < equations.end(e); t++) {
                if (Math.abs(equations.coefficient(t)) != 1) {
                    return null;
                }
            }
        }
        for (Redundancy.Order order : Redundancy.Order.values()) {
            Network network = of(part, Redundancy.keep(part, order));
            if (network != null) {
                return network;
            }
        }
        return null;
    }

    private static @Nullable Network of(Part part, boolean[] kept) {
        KnownSums equations = part.equations();
        int n = part.size();
        int[][] places = new int[n][2];
        int[] count = new int[n];
        int slacks = 0;
        for (int e = 0; e < equations.size(); e++) {
            if (kept[e]) {
                slacks += equations.least(e) < equations.most(e) ? 1 : 0;
                for (int t = equations.start(e); t < equations.end(e); t++) {
                    int unknown = equations.term(t);
                    if (count[unknown] == 2) {
                        return null;
                    }
                    places[unknown][count[unknown]++] = equations.coefficient(t) > 0 ? e + 1 : -e - 1;
                }
            }
        }
        int[] signs = signs(equations, kept, places, count);
        return signs == null ? null : build(part, kept, places, count, signs, slacks);
    }

    private static Network build(Part part, boolean[] kept, int[][] places, int[] count, int[] signs, int slacks) {
        KnownSums equations = part.equations();
        int n = part.size();
        int ground = equations.size();
        int[] adds = new int[n + slacks];
        int[] takes = new int[n + slacks];
        Arrays.fill(adds, ground);
        Arrays.fill(takes, ground);
        long[] least = Arrays.copyOf(part.least(), n + slacks);
        long[] most = Arrays.copyOf(part.most(), n + slacks);
        for (int u = 0; u < n; u++) {
            for (int k = 0; k < count[u]; k++) {
                int e = Math.abs(places[u][k]) - 1;
                if (Integer.signum(places[u][k]) * signs[e] > 0) {
                    adds[u] = e;
                } else {
                    takes[u] = e;
                }
            }
        }
        long[] wanted = new long[equations.size() + 1];
        int arc = n;
        for (int e = 0; e < equations.size(); e++) {
            if (!kept[e]) {
                continue;
            }
            // sum - slack = 0, and the slack has the range; without one, sum = value.
            if (equations.least(e) < equations.most(e)) {
                least[arc] = equations.least(e);
                most[arc] = equations.most(e);
                if (signs[e] > 0) {
                    takes[arc++] = e;
                } else {
                    adds[arc++] = e;
                }
            } else {
                wanted[e] = signs[e] * equations.least(e);
                wanted[ground] -= wanted[e];
            }
        }
        return new Network(part, equations.size() + 1, adds, takes, least, most, wanted);
    }

    /** Signs of the equations under which every unknown adds to one and takes from the other; null where there are none. */
    private static int @Nullable [] signs(KnownSums equations, boolean[] kept, int[][] places, int[] count) {
        int[] signs = new int[equations.size()];
        int[] stack = new int[equations.size()];
        for (int root = 0; root < signs.length; root++) {
            if (!kept[root] || signs[root] != 0) {
                continue;
            }
            signs[root] = 1;
            int height = 0;
            stack[height++] = root;
            while (height > 0) {
                int e = stack[--height];
                for (int t = equations.start(e); t < equations.end(e); t++) {
                    int unknown = equations.term(t);
                    if (count[unknown] < 2) {
                        continue;
                    }
                    int mine = Math.abs(places[unknown][0]) - 1 == e ? 0 : 1;
                    int other = Math.abs(places[unknown][1 - mine]) - 1;
                    int needed = -signs[e]
                            * Integer.signum(places[unknown][mine])
                            * Integer.signum(places[unknown][1 - mine]);
                    if (signs[other] == 0) {
                        signs[other] = needed;
                        stack[height++] = other;
                    } else if (signs[other] != needed) {
                        return null;
                    }
                }
            }
        }
        return signs;
    }

    /**
     * A solution in which {@code unknown} is as great (or as small) as it can be, starting from one; null where it can be
     * as great as one likes.
     */
    long @Nullable [] extreme(int unknown, boolean greatest, long[] start) {
        load(start);
        int from = greatest ? adds[unknown] : takes[unknown];
        int to = greatest ? takes[unknown] : adds[unknown];
        long room = greatest ? room(most[unknown], flow[unknown]) : room(-least[unknown], -flow[unknown]);
        while (room > 0) {
            long step = from == to ? room : reach(from, v -> v == to, unknown) < 0 ? 0 : push(from, to, room);
            if (step >= Bounds.NO_LIMIT / 2) {
                return null;
            }
            if (step == 0) {
                break;
            }
            flow[unknown] += greatest ? step : -step;
            room -= step;
        }
        return Arrays.copyOf(flow, part.size());
    }

    /** Some solution, or null where there is none. */
    long @Nullable [] anySolution() {
        long[] tooMuch = new long[nodes];
        for (int a = 0; a < flow.length; a++) {
            flow[a] = Math.clamp(0L, least[a], most[a]);
            tooMuch[adds[a]] += flow[a];
            tooMuch[takes[a]] -= flow[a];
        }
        for (int v = 0; v < nodes; v++) {
            tooMuch[v] -= wanted[v];
        }
        for (int v = 0; v < nodes; v++) {
            while (tooMuch[v] > 0) {
                int to = reach(v, to(tooMuch), -1);
                if (to < 0) {
                    return null;
                }
                long step = push(v, to, Math.min(tooMuch[v], -tooMuch[to]));
                tooMuch[v] -= step;
                tooMuch[to] += step;
            }
        }
        return Arrays.copyOf(flow, part.size());
    }

    private static IntPredicate to(long[] tooMuch) {
        return v -> tooMuch[v] < 0;
    }

    private void load(long[] start) {
        System.arraycopy(start, 0, flow, 0, start.length);
        if (start.length < flow.length) {
            long[] left = wanted.clone();
            for (int a = 0; a < start.length; a++) {
                left[adds[a]] -= flow[a];
                left[takes[a]] += flow[a];
            }
            for (int a = start.length; a < flow.length; a++) {
                int node = adds[a] == nodes - 1 ? takes[a] : adds[a];
                flow[a] = adds[a] == node ? left[node] : -left[node];
            }
        }
    }

    /** Moves what is too much at {@code from}, at most {@code room}, along the path just found. Returns how much. */
    private long push(int from, int to, long room) {
        long step = room;
        for (int v = to; v != from; ) {
            int arc = cameBy[v];
            // Too much at a node goes away by less of what adds to it, or by more of what takes from it.
            step = Math.min(step, v == takes[arc] ? room(-least[arc], -flow[arc]) : room(most[arc], flow[arc]));
            v = v == takes[arc] ? adds[arc] : takes[arc];
        }
        for (int v = to; v != from; ) {
            int arc = cameBy[v];
            flow[arc] += v == takes[arc] ? -step : step;
            v = v == takes[arc] ? adds[arc] : takes[arc];
        }
        return step;
    }

    /** Finds the shortest path that gives way to a node that is {@code wantedNode}; the node, or -1 where there is none. */
    private int reach(int from, IntPredicate wantedNode, int barred) {
        Arrays.fill(cameBy, -1);
        int head = 0;
        int tail = 0;
        queue[tail++] = from;
        cameBy[from] = Integer.MAX_VALUE;
        while (head < tail) {
            int v = queue[head++];
            for (int at = arcsFrom[v]; at < arcsFrom[v + 1]; at++) {
                int arc = arcAt[at];
                int next = adds[arc] == v ? takes[arc] : adds[arc];
                boolean gives = adds[arc] == v ? flow[arc] > least[arc] : flow[arc] < most[arc];
                if (gives && arc != barred && cameBy[next] == -1) {
                    cameBy[next] = arc;
                    if (wantedNode.test(next)) {
                        return next;
                    }
                    queue[tail++] = next;
                }
            }
        }
        return -1;
    }

    private static long room(long bound, long value) {
        return bound >= Bounds.NO_LIMIT ? Bounds.NO_LIMIT : bound - value;
    }
}
