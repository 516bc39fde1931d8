package org.concordat.disclosure.microdata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How easily the people of an extract can be found again by somebody who knows that they are in it. Counts alone: no value of
 * any row.
 *
 * @param rows how many persons
 * @param classes how many groups of persons who are alike in all that an outsider may know
 * @param smallestClass k: the extract is k-anonymous; 0 where it has no rows
 * @param uniqueRows persons like whom there is no other
 * @param fewestDifferent l by sensitive column: the fewest different values in any class
 * @param lowestEntropy by sensitive column: the least over classes of 2 to the entropy of its values in bits, which is l where
 *     all values are equally frequent and less where one is most of them; from 1
 */
public record Risk(
        int rows,
        int classes,
        int smallestClass,
        int uniqueRows,
        Map<String, Integer> fewestDifferent,
        Map<String, Double> lowestEntropy) {

    public Risk {
        fewestDifferent = Map.copyOf(fewestDifferent);
        lowestEntropy = Map.copyOf(lowestEntropy);
    }

    /** The risk of an extract as it stands. */
    public static Risk of(Extract extract) {
        return of(extract, extract.keys().stream().map(key -> 0).toList(), Set.of());
    }

    /** The risk of an extract on these levels, one a key, without the rows that are left out. */
    static Risk of(Extract extract, List<Integer> levels, Set<Integer> leftOut) {
        List<List<Integer>> classes = extract.classes(levels).stream()
                .map(rows -> rows.stream().filter(row -> !leftOut.contains(row)).toList())
                .filter(rows -> !rows.isEmpty())
                .toList();
        Map<String, Integer> different = new HashMap<>();
        Map<String, Double> entropy = new HashMap<>();
        for (int column = 0; column < extract.sensitive().size(); column++) {
            int at = column;
            different.put(
                    extract.sensitive().get(column),
                    classes.stream()
                            .mapToInt(rows -> different(extract, rows, at))
                            .min()
                            .orElse(0));
            entropy.put(
                    extract.sensitive().get(column),
                    classes.stream()
                            .mapToDouble(rows -> entropy(extract, rows, at))
                            .min()
                            .orElse(1));
        }
        return new Risk(
                classes.stream().mapToInt(List::size).sum(),
                classes.size(),
                classes.stream().mapToInt(List::size).min().orElse(0),
                (int) classes.stream().filter(rows -> rows.size() == 1).count(),
                different,
                entropy);
    }

    /** The greatest chance, from 0 to 1, of picking one person right who is known to be in the extract. */
    public double highestRisk() {
        return smallestClass == 0 ? 0 : 1.0 / smallestClass;
    }

    /** The share of all persons, from 0 to 1, whom an outsider would pick right by guessing within each class. */
    public double averageRisk() {
        return rows == 0 ? 0 : (double) classes / rows;
    }

    static int different(Extract extract, List<Integer> rows, int column) {
        Set<String> values = new HashSet<>();
        rows.forEach(row -> values.add(extract.secret(row, column)));
        return values.size();
    }

    private static double entropy(Extract extract, List<Integer> rows, int column) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(extract.secret(row, column), 1, Integer::sum));
        // Sorted, so that the sum does not depend on the order of a hash table.
        double nats = counts.values().stream()
                .sorted()
                .mapToDouble(count -> (double) count / rows.size())
                .map(share -> -share * Math.log(share))
                .sum();
        return Math.exp(nats);
    }
}
