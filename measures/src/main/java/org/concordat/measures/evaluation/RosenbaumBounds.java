package org.concordat.measures.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;

/**
 * How strong something unrecorded would have to be to explain an effect away. Gamma is how many times as likely one of two
 * partners may have been to be treated as the other, though they look alike: 1 is a fair coin, 2 twice as likely. For each
 * gamma there is the largest probability that the difference seen came of that and of chance alone. For outcomes of 0 and 1 it
 * is McNemar's test, exactly; else Wilcoxon's signed ranks, by the normal distribution. Rosenbaum (2002), "Observational
 * Studies", chapter 4.
 *
 * <p>For pairs only, no partner twice. One-sided, in the direction of what was seen.
 */
public final class RosenbaumBounds {
    private static final double MOST_GAMMA = 100;

    private final boolean binary;
    private final double favouring;
    private final int pairsThatDiffer;
    private final double rankSum;
    private final double squaredRankSum;

    /**
     * One line of the table.
     *
     * @param gamma 1 or more
     * @param least the smallest one-sided probability
     * @param most the largest
     */
    public record Bound(double gamma, double least, double most) {}

    private RosenbaumBounds(double[] differences, boolean binary) {
        this.binary = binary;
        double[] apart = Arrays.stream(differences).filter(d -> d != 0).toArray();
        pairsThatDiffer = apart.length;
        double[] ranks = binary ? ones(apart.length) : ranks(apart);
        double up = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < apart.length; i++) {
            up += apart[i] > 0 ? ranks[i] : 0;
            sum += ranks[i];
            squares += ranks[i] * ranks[i];
        }
        favouring = Math.max(up, sum - up);
        rankSum = sum;
        squaredRankSum = squares;
    }

    /**
     * Bounds for pairs.
     *
     * @param differences the treated person's outcome less the partner's, for each pair; from -1, 0 and 1 alone McNemar's test
     */
    public static RosenbaumBounds of(double... differences) {
        boolean binary = Arrays.stream(differences).allMatch(d -> d == 0 || d == 1 || d == -1);
        return new RosenbaumBounds(differences, binary);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Ranks of the sizes; those of one size get the mean of theirs. */
    private static double[] ranks(double[] differences) {
        double[] sizes = DoubleStream.of(differences).map(Math::abs).sorted().toArray();
        double[] ranks = new double[differences.length];
        for (int i = 0; i < ranks.length; i++) {
            int from = SortedPool.lowerBound(sizes, Math.abs(differences[i]));
            int to = SortedPool.lowerBound(sizes, Math.nextUp(Math.abs(differences[i])));
            ranks[i] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    /** The test by which the bounds are made. */
    public String method() {
        return binary
                ? "Rosenbaum bounds on McNemar's test (Rosenbaum 2002)"
                : "Rosenbaum bounds on Wilcoxon's signed-rank test (Rosenbaum 2002)";
    }

    /** How many pairs had different outcomes; the others say nothing. */
    public int pairsThatDiffer() {
        return pairsThatDiffer;
    }

    /** The probabilities for one gamma. */
    public Bound at(double gamma) {
        if (!(gamma >= 1)) {
            throw new IllegalArgumentException("gamma: 1 or more, given " + gamma);
        }
        return new Bound(gamma, tail(1 / (1 + gamma)), tail(gamma / (1 + gamma)));
    }

    /** The table for several gammas. */
    public List<Bound> at(double... gammas) {
        return DoubleStream.of(gammas).mapToObj(this::at).toList();
    }

    /** The probability of as much in favour or more, when each pair favours with probability {@code chance}. */
    private double tail(double chance) {
        if (pairsThatDiffer == 0) {
            return 1;
        }
        if (binary) {
            return favouring == 0 ? 1 : Beta.regularizedBeta(chance, favouring, pairsThatDiffer - favouring + 1);
        }
        double deviation = Math.sqrt(chance * (1 - chance) * squaredRankSum);
        return new NormalDistribution().cumulativeProbability((chance * rankSum - favouring) / deviation);
    }

    /**
     * The gamma up to which the effect stands.
     *
     * @param level the one-sided probability from which on it does not, such as .025
     * @return 1 where it does not stand even without hidden bias; at most 100
     */
    public double tippingPoint(double level) {
        if (at(1.0).most() > level) {
            return 1;
        }
        if (at(MOST_GAMMA).most() <= level) {
            return MOST_GAMMA;
        }
        double low = 1;
        double high = MOST_GAMMA;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (at(middle).most() <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
