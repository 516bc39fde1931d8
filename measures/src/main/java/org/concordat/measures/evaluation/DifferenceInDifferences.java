package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How much more a measure changed where a service began than elsewhere: the change of the treated less the change of the
 * others. Ashenfelter and Card (1985), "Using the longitudinal structure of earnings to estimate the effect of training
 * programs"; Card and Krueger (1994). It is the effect only if both would have changed alike without the service, which is an
 * {@link #ASSUMPTION} that no figure proves; what earlier periods show of it is in {@code earlier}.
 *
 * @param effect the difference, with an interval by the normal distribution
 * @param standardError of the difference
 * @param earlier for each earlier period, from the oldest: the gap between treated and others, with its interval
 * @param gapBefore the gap in the last period before the service
 */
public record DifferenceInDifferences(
        Estimate effect, double standardError, List<Estimate> earlier, Estimate gapBefore) {

    /** What must be said wherever the effect is told. */
    public static final String ASSUMPTION =
            "This supposes that both groups would have changed alike without the service. That cannot be proved.";

    private static final String METHOD = "difference in differences, normal interval (Card and Krueger 1994)";

    /**
     * A group in a period.
     *
     * @param persons how many were measured, 2 or more
     * @param mean of the measure; for a proportion the proportion
     * @param standardError of the mean
     */
    public record Group(long persons, double mean, double standardError) {
        public Group {
            if (persons < 2) {
                throw new IllegalArgumentException("persons: 2 or more, given " + persons);
            }
            if (!Double.isFinite(mean) || !(standardError >= 0) || Double.isInfinite(standardError)) {
                throw new IllegalArgumentException(
                        "a finite mean and a standard error of 0 or more, given " + mean + " and " + standardError);
            }
        }

        /** Of measurements. */
        public static Group of(double... values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Group(values.length, mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
        }

        /** Of a count of persons for whom something happened. */
        public static Group ofCount(long happened, long persons) {
            if (happened < 0 || happened > persons) {
                throw new IllegalArgumentException("happened: from 0 to " + persons + ", given " + happened);
            }
            double share = (double) happened / persons;
            return new Group(persons, share, Math.sqrt(share * (1 - share) / persons));
        }
    }

    /** Both groups in one period. */
    public record Period(Group treated, Group others) {
        double gap() {
            return treated.mean() - others.mean();
        }

        double error() {
            return Math.hypot(treated.standardError(), others.standardError());
        }
    }

    public DifferenceInDifferences {
        earlier = List.copyOf(earlier);
    }

    /**
     * Of different people in each period, or people whose changes are not known one by one.
     *
     * @param earlier periods before {@code before}, from the oldest; may be none
     */
    public static DifferenceInDifferences of(List<Period> earlier, Period before, Period after, double confidence) {
        return answer(
                after.gap() - before.gap(),
                Math.hypot(before.error(), after.error()),
                after.treated().persons(),
                earlier,
                before,
                confidence);
    }

    /**
     * Of the same people in both periods, which is surer, since what is lasting in a person drops out.
     *
     * @param changes of the treated and of the others, from before to after
     */
    public static DifferenceInDifferences ofChanges(
            List<Period> earlier, Period before, Period changes, double confidence) {
        return answer(changes.gap(), changes.error(), changes.treated().persons(), earlier, before, confidence);
    }

    private static DifferenceInDifferences answer(
            double effect, double error, long persons, List<Period> earlier, Period before, double confidence) {
        List<Estimate> gaps = new ArrayList<>();
        earlier.forEach(period -> gaps.add(gap(period, confidence)));
        return new DifferenceInDifferences(
                estimate(effect, error, persons, confidence, METHOD), error, gaps, gap(before, confidence));
    }

    private static Estimate gap(Period period, double confidence) {
        return estimate(
                period.gap(),
                period.error(),
                period.treated().persons(),
                confidence,
                "difference of means, normal interval");
    }

    private static Estimate estimate(double value, double error, long persons, double confidence, String method) {
        double half = new NormalDistribution().inverseCumulativeProbability(1 - (1 - confidence) / 2) * error;
        return Estimate.of(
                value, value * persons, (double) persons, new Interval(value - half, value + half, confidence), method);
    }

    /**
     * The largest change of the gap from one earlier period to the next, up to the last before the service, in standard errors
     * of such a change; none without earlier periods. Well above 2 speaks against the assumption; below, nothing is proved.
     */
    public static OptionalDouble worstEarlierChange(List<Period> earlier, Period before) {
        List<Period> all = new ArrayList<>(earlier);
        all.add(before);
        double worst = 0;
        for (int p = 1; p < all.size(); p++) {
            double change = Math.abs(all.get(p).gap() - all.get(p - 1).gap());
            double error = Math.hypot(all.get(p).error(), all.get(p - 1).error());
            worst = Math.max(worst, change == 0 ? 0 : change / error);
        }
        return earlier.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(worst);
    }
}
