package org.concordat.measures.evaluation.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.special.Gamma;

/**
 * Whether the event came sooner in one of two or more groups than in another: the log-rank test (Mantel 1966; Peto and Peto
 * 1972). It asks of the whole curves, and sees little where they cross.
 *
 * @param chiSquared with one degree of freedom fewer than there are groups
 * @param probability of as large a difference or larger, if there were none
 * @param observed events in each group
 * @param expected events in each group, had all been alike
 */
public record LogRank(double chiSquared, double probability, List<Integer> observed, List<Double> expected) {
    public LogRank {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
    }

    /** Compares two groups or more, of one person or more each. */
    public static LogRank of(List<List<FollowUp>> groups) {
        if (groups.size() < 2 || groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("groups: two or more, of one person or more each");
        }
        int count = groups.size();
        TreeSet<Double> times = new TreeSet<>();
        groups.forEach(group -> group.stream().filter(FollowUp::event).forEach(person -> times.add(person.time())));
        List<SortedTimes> sorted = groups.stream().map(SortedTimes::new).toList();
        double[] observed = new double[count];
        double[] expected = new double[count];
        RealMatrix variance = new Array2DRowRealMatrix(count - 1, count - 1);
        for (double time : times) {
            double[] shares = new double[count];
            double risk = sorted.stream().mapToInt(group -> group.from(time)).sum();
            double events =
                    sorted.stream().mapToInt(group -> group.eventsAt(time)).sum();
            for (int g = 0; g < count; g++) {
                shares[g] = sorted.get(g).from(time) / risk;
                observed[g] += sorted.get(g).eventsAt(time);
                expected[g] += events * shares[g];
            }
            double spread = risk > 1 ? events * (risk - events) / (risk - 1) : 0;
            for (int g = 0; g < count - 1; g++) {
                for (int h = 0; h < count - 1; h++) {
                    variance.addToEntry(g, h, spread * shares[g] * ((g == h ? 1 : 0) - shares[h]));
                }
            }
        }
        RealVector difference = new ArrayRealVector(count - 1);
        for (int g = 0; g < count - 1; g++) {
            difference.setEntry(g, observed[g] - expected[g]);
        }
        RealVector solved = new SingularValueDecomposition(variance).getSolver().solve(difference);
        double chiSquared = Math.max(0, difference.dotProduct(solved));
        List<Integer> seen = new ArrayList<>();
        List<Double> alike = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            seen.add((int) observed[g]);
            alike.add(expected[g]);
        }
        return new LogRank(chiSquared, Gamma.regularizedGammaQ((count - 1) / 2.0, chiSquared / 2), seen, alike);
    }
}
