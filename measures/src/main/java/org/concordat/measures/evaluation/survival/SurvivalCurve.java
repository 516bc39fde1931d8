package org.concordat.measures.evaluation.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The share of a group that has not yet had the event, at each time at which it came to somebody: Kaplan and Meier's estimate
 * with Greenwood's (1926) standard error.
 *
 * @param steps from the first event to the last
 * @param persons who were followed
 */
public record SurvivalCurve(List<Step> steps, int persons) {

    /** How the interval is made. */
    public enum IntervalMethod {
        /** Greenwood's standard error to either side, cut off at 0 and 1. */
        PLAIN("Kaplan-Meier, Greenwood interval"),
        /** The same on the scale of log(-log), which stays within 0 and 1 (Kalbfleisch and Prentice 1980). */
        LOG_LOG("Kaplan-Meier, log-log interval (Kalbfleisch and Prentice 1980)");

        private final String words;

        IntervalMethod(String words) {
            this.words = words;
        }
    }

    /**
     * One time at which the event came.
     *
     * @param atRisk how many were in sight until then and had not had it
     * @param events to how many it came
     * @param share who had not had it afterwards; its numerator is what that makes of all who were followed
     * @param standardError of the share
     */
    public record Step(double time, int atRisk, int events, Estimate share, double standardError) {}

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /** The curve of a group of one or more; who leaves sight at the time of an event was at risk of it. */
    public static SurvivalCurve of(List<FollowUp> people, IntervalMethod method, double confidence) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("people: one or more, given none");
        }
        double z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - confidence) / 2);
        List<FollowUp> inOrder = new ArrayList<>(people);
        inOrder.sort(Comparator.comparingDouble(FollowUp::time));
        List<Step> steps = new ArrayList<>();
        double share = 1;
        double greenwood = 0;
        int place = 0;
        while (place < inOrder.size()) {
            double time = inOrder.get(place).time();
            int atRisk = inOrder.size() - place;
            int events = 0;
            for (; place < inOrder.size() && inOrder.get(place).time() == time; place++) {
                events += inOrder.get(place).event() ? 1 : 0;
            }
            if (events > 0) {
                share *= 1 - (double) events / atRisk;
                greenwood += events / ((double) atRisk * (atRisk - events));
                steps.add(step(time, atRisk, events, share, greenwood, people.size(), method, z, confidence));
            }
        }
        return new SurvivalCurve(steps, people.size());
    }

    private static Step step(
            double time,
            int atRisk,
            int events,
            double share,
            double greenwood,
            int persons,
            IntervalMethod method,
            double z,
            double confidence) {
        if (share == 0) {
            // All had it: Greenwood's formula divides by nobody.
            Estimate none = new Estimate(
                    OptionalDouble.of(0),
                    OptionalDouble.of(0),
                    OptionalDouble.of(persons),
                    Optional.empty(),
                    method.words,
                    Status.LOW_RELIABILITY);
            return new Step(time, atRisk, events, none, 0);
        }
        double error = share * Math.sqrt(greenwood);
        Interval interval = switch (method) {
            case PLAIN -> new Interval(Math.max(0, share - z * error), Math.min(1, share + z * error), confidence);
            case LOG_LOG -> {
                double half = z * Math.sqrt(greenwood) / Math.abs(Math.log(share));
                yield new Interval(Math.pow(share, Math.exp(half)), Math.pow(share, Math.exp(-half)), confidence);
            }
        };
        return new Step(
                time, atRisk, events, Estimate.of(share, share * persons, persons, interval, method.words), error);
    }

    /** The share that has not had the event at a time: 1 before the first. */
    public double shareAt(double time) {
        double share = 1;
        for (Step step : steps) {
            if (step.time() <= time) {
                share = step.share().value().orElseThrow();
            }
        }
        return share;
    }

    /** The first time by which half have had the event; none where fewer have. */
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.share().value().orElseThrow() <= .5 + 1e-12)
                .mapToDouble(Step::time)
                .findFirst();
    }
}
