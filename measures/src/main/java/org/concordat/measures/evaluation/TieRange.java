package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.measures.evaluation.Matches.Pair;

/**
 * How far an effect depends on which of several partners with exactly the same score was taken, when nothing spoke for one or
 * the other. What comes of two partners equally far below and above is counted among the ties of {@link Matches}, but not in
 * this range.
 *
 * @param least the effect if partners with the largest outcomes had been taken
 * @param most the effect if partners with the smallest outcomes had been taken
 * @param expected the effect on average, were lots drawn among equals
 * @param deviation its standard deviation from draw to draw
 */
public record TieRange(double least, double most, double expected, double deviation) {

    /**
     * The range for matched people.
     *
     * @param poolPositions where each of the pool stands on the measure that was matched on
     */
    public static TieRange of(
            Matches matches, double[] poolPositions, double[] treatedOutcomes, double[] poolOutcomes) {
        int[] partners = matches.partners();
        int persons = matches.matchedTreated();
        double treatedSum = 0;
        for (int t = 0; t < treatedOutcomes.length; t++) {
            treatedSum += partners[t] > 0 ? treatedOutcomes[t] : 0;
        }
        double[] used = matches.pairs().stream()
                .mapToDouble(pair -> poolPositions[pair.partner()])
                .sorted()
                .distinct()
                .toArray();
        List<List<Pair>> chosen = new ArrayList<>();
        List<List<Double>> outcomes = new ArrayList<>();
        for (int g = 0; g < used.length; g++) {
            chosen.add(new ArrayList<>());
            outcomes.add(new ArrayList<>());
        }
        for (Pair pair : matches.pairs()) {
            chosen.get(Arrays.binarySearch(used, poolPositions[pair.partner()])).add(pair);
        }
        for (int p = 0; p < poolPositions.length; p++) {
            int group = Arrays.binarySearch(used, poolPositions[p]);
            if (group >= 0) {
                outcomes.get(group).add(poolOutcomes[p]);
            }
        }
        boolean reused = matches.reused();
        double smallest = 0;
        double largest = 0;
        double mean = 0;
        double variance = 0;
        for (int g = 0; g < used.length; g++) {
            double[] sorted = outcomes.get(g).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double average = Arrays.stream(sorted).sum() / sorted.length;
            double squares = Arrays.stream(sorted)
                    .map(y -> (y - average) * (y - average))
                    .sum();
            for (double[] shares : shares(chosen.get(g), partners, reused)) {
                double total = 0;
                double squared = 0;
                for (int k = 0; k < shares.length; k++) {
                    total += shares[k];
                    squared += shares[k] * shares[k];
                    double share = shares[shares.length - 1 - k];
                    smallest += share * sorted[k];
                    largest += share * sorted[sorted.length - 1 - k];
                }
                mean += total * average;
                // Of a weighted sum over distinct members drawn by lot (Cochran 1977, chapter 2).
                variance += sorted.length > 1
                        ? squares / (sorted.length - 1) * Math.max(0, squared - total * total / sorted.length)
                        : 0;
            }
        }
        return new TieRange(
                (treatedSum - largest) / persons,
                (treatedSum - smallest) / persons,
                (treatedSum - mean) / persons,
                Math.sqrt(variance) / persons);
    }

    /** The shares that must fall on different members, ascending; where members serve again, each treated person's apart. */
    private static List<double[]> shares(List<Pair> pairs, int[] partners, boolean reused) {
        Map<Integer, List<Double>> together = new TreeMap<>();
        for (Pair pair : pairs) {
            together.computeIfAbsent(reused ? pair.treated() : 0, none -> new ArrayList<>())
                    .add(1.0 / partners[pair.treated()]);
        }
        return together.values().stream()
                .map(list -> {
                    double[] shares =
                            list.stream().mapToDouble(Double::doubleValue).toArray();
                    Arrays.sort(shares);
                    return shares;
                })
                .toList();
    }
}
