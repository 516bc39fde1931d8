package org.concordat.measures.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.Matches.Pair;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What became of the treated beside their partners: the effect on the treated, if nothing that was not recorded made both
 * treatment and outcome likelier.
 *
 * @param treated the outcome of those treated who have a partner
 * @param partners the outcome of the partners, each treated person's together counting as one
 * @param difference the first less the second; its numerator is the difference in sums
 */
public record Effect(Kind kind, Estimate treated, Estimate partners, Estimate difference) {

    /** What is compared. */
    public enum Kind {
        /** Shares of those for whom something happened. */
        PROPORTIONS,
        /** Means of a number. */
        MEANS
    }

    /** How the interval of the difference is made. */
    public enum Method {
        /** Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10. */
        NEWCOMBE(Kind.PROPORTIONS),
        /** By the normal distribution; too narrow for few persons and for shares near 0 or 1. Named for comparison with others. */
        WALD(Kind.PROPORTIONS),
        /** Student's t on the differences of each treated person from the mean of their partners. */
        PAIRED(Kind.MEANS);

        private final Kind kind;

        Method(Kind kind) {
            this.kind = kind;
        }

        /** What the method is for. */
        public Kind kind() {
            return kind;
        }
    }

    /**
     * Compares outcomes of matched people, however alike they are: {@link Evaluation} is what refuses.
     *
     * @param treatedOutcomes of all treated, 0 or 1 for proportions
     * @param poolOutcomes of the whole pool
     * @param confidence such as .95
     */
    public static Effect of(
            Matches matches, double[] treatedOutcomes, double[] poolOutcomes, Method method, double confidence) {
        if (treatedOutcomes.length != matches.treated() || poolOutcomes.length != matches.pool()) {
            throw new IllegalArgumentException("outcomes: one for each of " + matches.treated() + " treated and "
                    + matches.pool() + " others, given " + treatedOutcomes.length + " and " + poolOutcomes.length);
        }
        if (matches.pairs().isEmpty()) {
            throw new IllegalArgumentException("matches: one pair or more, given none");
        }
        return new Comparison(matches, treatedOutcomes, poolOutcomes, confidence).by(method);
    }

    private static final class Comparison {
        private final Matches matches;
        private final double[] treated;
        private final double[] pool;
        private final double confidence;
        private final double[] weights;
        private final int[] partners;
        private final int persons;
        private final double effective;
        private final double treatedSum;
        private final double partnersSum;

        Comparison(Matches matches, double[] treated, double[] pool, double confidence) {
            this.matches = matches;
            this.treated = treated;
            this.pool = pool;
            this.confidence = confidence;
            weights = matches.weights();
            partners = matches.partners();
            persons = matches.matchedTreated();
            double sum = 0;
            for (int t = 0; t < treated.length; t++) {
                sum += partners[t] > 0 ? treated[t] : 0;
            }
            treatedSum = sum;
            double total = 0;
            double squares = 0;
            double outcomes = 0;
            for (int p = 0; p < pool.length; p++) {
                total += weights[p];
                squares += weights[p] * weights[p];
                outcomes += weights[p] * pool[p];
            }
            partnersSum = outcomes;
            effective = total * total / squares;
        }

        Effect by(Method method) {
            return method.kind() == Kind.PROPORTIONS ? proportions(method) : means();
        }

        private Effect proportions(Method method) {
            requireZeroOrOne(treated);
            requireZeroOrOne(pool);
            double z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - confidence) / 2);
            double p1 = treatedSum / persons;
            double p2 = Math.clamp(partnersSum / persons, 0, 1);
            Interval wilson1 = wilson(p1, persons, z);
            Interval wilson2 = wilson(p2, effective, z);
            double difference = p1 - p2;
            Interval interval;
            String name;
            if (method == Method.NEWCOMBE) {
                interval = new Interval(
                        Math.max(-1, difference - Math.hypot(p1 - wilson1.lower(), wilson2.upper() - p2)),
                        Math.min(1, difference + Math.hypot(wilson1.upper() - p1, p2 - wilson2.lower())),
                        confidence);
                name = "difference of proportions, hybrid score interval (Newcombe 1998, method 10)";
            } else {
                double error = Math.sqrt(p1 * (1 - p1) / persons + p2 * (1 - p2) / effective);
                interval = new Interval(difference - z * error, difference + z * error, confidence);
                name = "difference of proportions, Wald interval";
            }
            String each = "Wilson score interval (Wilson 1927)";
            return new Effect(
                    Kind.PROPORTIONS,
                    Estimate.of(p1, treatedSum, persons, wilson1, each),
                    Estimate.of(p2, partnersSum, persons, wilson2, each + weighted()),
                    Estimate.of(difference, treatedSum - partnersSum, persons, interval, name + weighted()));
        }

        private String weighted() {
            return matches.reused() ? ", partners chosen again counted by effective sample size (Kish 1965)" : "";
        }

        private Interval wilson(double p, double n, double z) {
            double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
            double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            return new Interval(Math.max(0, middle - half), Math.min(1, middle + half), confidence);
        }

        private static void requireZeroOrOne(double[] outcomes) {
            for (double outcome : outcomes) {
                if (outcome != 0 && outcome != 1) {
                    throw new IllegalArgumentException(
                            "outcomes: 0 or 1 for a difference of proportions, given another");
                }
            }
        }

        private Effect means() {
            double mean1 = treatedSum / persons;
            double mean2 = partnersSum / persons;
            double variance1 = 0;
            double variance2 = 0;
            for (int t = 0; t < treated.length; t++) {
                variance1 += partners[t] > 0 ? (treated[t] - mean1) * (treated[t] - mean1) : 0;
            }
            for (int p = 0; p < pool.length; p++) {
                variance2 += weights[p] * (pool[p] - mean2) * (pool[p] - mean2);
            }
            double error1 = variance1 / (persons - 1.0) / persons;
            double error2 = variance2 / persons * effective / (effective - 1) / effective;
            String each = "mean with Student's t interval";
            return new Effect(
                    Kind.MEANS,
                    mean(mean1, treatedSum, error1, persons - 1.0, each),
                    mean(mean2, partnersSum, error2, effective - 1, each + weighted()),
                    matches.reused() ? apart(mean1 - mean2, error1, error2) : paired(mean1 - mean2));
        }

        private Estimate paired(double difference) {
            double[] rest = treated.clone();
            for (Pair pair : matches.pairs()) {
                rest[pair.treated()] -= pool[pair.partner()] / partners[pair.treated()];
            }
            double squares = 0;
            for (int t = 0; t < rest.length; t++) {
                squares += partners[t] > 0 ? (rest[t] - difference) * (rest[t] - difference) : 0;
            }
            double error = squares / (persons - 1.0) / persons;
            return mean(
                    difference,
                    treatedSum - partnersSum,
                    error,
                    persons - 1.0,
                    "mean of paired differences, Student's t interval (Student 1908)");
        }

        private Estimate apart(double difference, double error1, double error2) {
            double freedom = (error1 + error2)
                    * (error1 + error2)
                    / (error1 * error1 / (persons - 1) + error2 * error2 / (effective - 1));
            return mean(
                    difference,
                    treatedSum - partnersSum,
                    error1 + error2,
                    freedom,
                    "difference of means, Welch interval (Welch 1947)" + weighted());
        }

        private Estimate mean(double value, double sum, double squaredError, double freedom, String method) {
            if (!(freedom > 0) || !Double.isFinite(squaredError)) {
                // A single person has no spread.
                return new Estimate(
                        OptionalDouble.of(value),
                        OptionalDouble.of(sum),
                        OptionalDouble.of(persons),
                        Optional.empty(),
                        method,
                        Status.LOW_RELIABILITY);
            }
            double half = new TDistribution(freedom).inverseCumulativeProbability(1 - (1 - confidence) / 2)
                    * Math.sqrt(squaredError);
            return Estimate.of(value, sum, persons, new Interval(value - half, value + half, confidence), method);
        }
    }
}
