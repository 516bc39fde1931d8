package org.concordat.measures.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Who was matched with whom.
 *
 * @param pairs in the order of the treated, a treated person's partners from the first chosen to the last
 * @param treated how many treated there were
 * @param pool how many others there were
 * @param caliperWidth the farthest allowed, in the unit of the distances
 */
public record Matches(List<Pair> pairs, int treated, int pool, OptionalDouble caliperWidth) {

    /**
     * One treated person and one partner, by their places in what was given, from 0.
     *
     * @param distance between the two, 0 or more
     * @param equallyNear how many others would have done as well and were free; 0 where the choice was forced
     */
    public record Pair(int treated, int partner, double distance, int equallyNear) {}

    public Matches {
        pairs = List.copyOf(pairs);
    }

    /** How many partners each treated person has. */
    public int[] partners() {
        int[] partners = new int[treated];
        pairs.forEach(pair -> partners[pair.treated()]++);
        return partners;
    }

    /** How many treated persons have a partner. */
    public int matchedTreated() {
        return (int) Arrays.stream(partners()).filter(count -> count > 0).count();
    }

    /** What each of the pool counts for: a partner's share of each treated person it stands beside; 0 if nobody's partner. */
    public double[] weights() {
        int[] partners = partners();
        double[] weights = new double[pool];
        for (Pair pair : pairs) {
            weights[pair.partner()] += 1.0 / partners[pair.treated()];
        }
        return weights;
    }

    /** How many different persons of the pool are partners. */
    public int matchedPool() {
        boolean[] used = new boolean[pool];
        pairs.forEach(pair -> used[pair.partner()] = true);
        int count = 0;
        for (boolean u : used) {
            count += u ? 1 : 0;
        }
        return count;
    }

    /** Whether someone is the partner of several. */
    public boolean reused() {
        return matchedPool() < pairs.size();
    }

    /** How many choices were made among partners who were equally near. */
    public long ties() {
        return pairs.stream().filter(pair -> pair.equallyNear() > 0).count();
    }

    /** The distances of all pairs added up. */
    public double totalDistance() {
        return pairs.stream().mapToDouble(Pair::distance).sum();
    }

    @Override
    public String toString() {
        return "Matches[" + pairs.size() + " pairs of " + treated + " treated and " + pool + " others]";
    }
}
