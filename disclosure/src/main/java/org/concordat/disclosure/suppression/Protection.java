package org.concordat.disclosure.suppression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hidden cells must withstand, and what hiding costs.
 *
 * @param cost what hiding a safe cell costs
 * @param weights by cell, how many times its cost it shall count: above 1 for cells that readers want, below for others
 * @param publish cells that must be published; none of them unsafe
 * @param hide safe cells that must be hidden whatever it costs, though nobody need be kept from working them out
 * @param zerosMayBeHidden whether cells of nobody may serve to hide others; a structural zero never does
 * @param insiders whether a contributor who is alone in a cell, and so knows it, must not be able to work out another's
 * @param leastWidth in the table's units: how far apart at least the smallest and largest figure must be that an attacker
 *     cannot rule out, for every unsafe cell; 1 where the exact figure alone is protected
 * @param zerosAreShown whether exact figures are protected even from someone who has read that cells of nobody are always
 *     published, and so knows that no hidden one is 0. It makes no difference where zeros may be hidden
 * @param effort how many times better choices are tried for each unsafe cell, 0 or more
 * @param seed of the choices tried; the same seed gives the same answer
 */
public record Protection(
        Cost cost,
        Map<Integer, Double> weights,
        Set<Integer> publish,
        Set<Integer> hide,
        boolean zerosMayBeHidden,
        boolean insiders,
        long leastWidth,
        boolean zerosAreShown,
        int effort,
        long seed) {
    public Protection {
        weights = Map.copyOf(weights);
        publish = Set.copyOf(publish);
        hide = Set.copyOf(hide);
        weights.forEach((cell, weight) -> {
            if (!(weight > 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("a weight is above 0, given " + weight + " for cell " + cell);
            }
        });
        Set<Integer> both = new TreeSet<>(publish);
        both.retainAll(hide);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("cells must be published or hidden, given both for cells " + both);
        }
        if (leastWidth < 1) {
            throw new IllegalArgumentException("the width left open is 1 or more, given " + leastWidth);
        }
        if (effort < 0) {
            throw new IllegalArgumentException("the effort is 0 or more, given " + effort);
        }
    }

    /** Costs by size, zeros published, no insiders, exact figures protected. */
    public static Protection usual() {
        return new Protection(Cost.SIZE, Map.of(), Set.of(), Set.of(), false, false, 1, true, 10, 1);
    }

    /** The same, at another cost of hiding. */
    public Protection withCost(Cost other) {
        return new Protection(
                other, weights, publish, hide, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, where {@code cell} counts {@code weight} times its cost. */
    public Protection withWeight(int cell, double weight) {
        Map<Integer, Double> more = new TreeMap<>(weights);
        more.put(cell, weight);
        return new Protection(
                cost, more, publish, hide, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, where {@code cells} too must be published. */
    public Protection publishing(List<Integer> cells) {
        Set<Integer> more = new TreeSet<>(publish);
        more.addAll(cells);
        return new Protection(
                cost, weights, more, hide, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, where {@code cells} too must be hidden. */
    public Protection hiding(List<Integer> cells) {
        Set<Integer> more = new TreeSet<>(hide);
        more.addAll(cells);
        return new Protection(
                cost, weights, publish, more, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, but cells of nobody may serve to hide others. */
    public Protection withZerosHidden() {
        return new Protection(cost, weights, publish, hide, true, insiders, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, but contributors alone in a cell must learn nothing of others. */
    public Protection againstInsiders() {
        return new Protection(
                cost, weights, publish, hide, zerosMayBeHidden, true, leastWidth, zerosAreShown, effort, seed);
    }

    /** The same, but every unsafe cell must leave {@code width} open. */
    public Protection withLeastWidth(long width) {
        return new Protection(
                cost, weights, publish, hide, zerosMayBeHidden, insiders, width, zerosAreShown, effort, seed);
    }

    /** The same with another effort. */
    public Protection withEffort(int other) {
        return new Protection(
                cost, weights, publish, hide, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, other, seed);
    }

    /** The same with another seed. */
    public Protection withSeed(long other) {
        return new Protection(
                cost, weights, publish, hide, zerosMayBeHidden, insiders, leastWidth, zerosAreShown, effort, other);
    }

    /** The same, but the attacker does not know that cells of nobody are always published. */
    public Protection withZerosUnknown() {
        return new Protection(
                cost, weights, publish, hide, zerosMayBeHidden, insiders, leastWidth, false, effort, seed);
    }
}
