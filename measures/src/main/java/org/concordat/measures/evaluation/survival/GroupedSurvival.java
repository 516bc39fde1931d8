package org.concordat.measures.evaluation.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The share of a group that has not yet had the event, at the end of each stretch of time, from the counts of each stretch
 * alone: the life-table method of Cutler and Ederer (1958), "Maximum utilization of the life table method in analyzing
 * survival". Those who leave sight within a stretch count as at risk for half of it. It says nothing that its counts do not,
 * so it can be published where they can; Kaplan and Meier's curve tells who left in which order.
 *
 * @param steps stretch by stretch
 * @param persons who were followed
 */
public record GroupedSurvival(List<Step> steps, int persons) {
    private static final String METHOD =
            "life-table method (Cutler and Ederer 1958), log-log interval (Kalbfleisch and Prentice 1980)";

    /**
     * What happened within a stretch of time.
     *
     * @param end when it ends; it begins where the last ends
     * @param events to how many the event came
     * @param leftSight how many left sight without it
     */
    public record Stretch(double end, int events, int leftSight) {
        public Stretch {
            if (!(end > 0) || Double.isInfinite(end) || events < 0 || leftSight < 0) {
                throw new IllegalArgumentException("stretch: an end above 0 and counts of 0 or more, given " + end
                        + ", " + events + ", " + leftSight);
            }
        }
    }

    /**
     * One stretch and the share after it.
     *
     * @param atRisk how many entered it
     * @param share who had not had the event by its end
     * @param standardError of the share, by Greenwood's (1926) formula
     */
    public record Step(Stretch stretch, int atRisk, Estimate share, double standardError) {}

    public GroupedSurvival {
        steps = List.copyOf(steps);
    }

    /**
     * The curve of a group.
     *
     * @param persons who were followed, as many as leave in all stretches or more
     * @param stretches in the order of time
     */
    public static GroupedSurvival of(int persons, List<Stretch> stretches, double confidence) {
        double z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - confidence) / 2);
        List<Step> steps = new ArrayList<>();
        double share = 1;
        double greenwood = 0;
        int atRisk = persons;
        double last = 0;
        for (Stretch stretch : stretches) {
            int after = atRisk - stretch.events() - stretch.leftSight();
            if (after < 0 || !(stretch.end() > last)) {
                throw new IllegalArgumentException(
                        "stretches: one after another, with no more people than are left, given " + stretch);
            }
            double exposed = atRisk - stretch.leftSight() / 2.0;
            if (stretch.events() > 0) {
                share *= 1 - stretch.events() / exposed;
                greenwood += stretch.events() / (exposed * (exposed - stretch.events()));
            }
            steps.add(new Step(
                    stretch,
                    atRisk,
                    share(share, greenwood, persons, z, confidence),
                    share > 0 ? share * Math.sqrt(greenwood) : 0));
            atRisk = after;
            last = stretch.end();
        }
        return new GroupedSurvival(steps, persons);
    }

    private static Estimate share(double share, double greenwood, int persons, double z, double confidence) {
        if (!(share > 0) || greenwood == 0) {
            // All had it or nobody: Greenwood's formula knows no error of that.
            return new Estimate(
                    OptionalDouble.of(Math.max(0, share)),
                    OptionalDouble.of(Math.max(0, share) * persons),
                    OptionalDouble.of(persons),
                    Optional.empty(),
                    METHOD,
                    share > 0 ? Status.NORMAL : Status.LOW_RELIABILITY);
        }
        double half = z * Math.sqrt(greenwood) / Math.abs(Math.log(share));
        return Estimate.of(
                share,
                share * persons,
                persons,
                new Interval(Math.pow(share, Math.exp(half)), Math.pow(share, Math.exp(-half)), confidence),
                METHOD);
    }

    /** The end of the first stretch by which half have had the event; none where fewer have. */
    public OptionalDouble median() {
        return steps.stream()
                .filter(step -> step.share().value().orElseThrow() <= .5 + 1e-12)
                .mapToDouble(step -> step.stretch().end())
                .findFirst();
    }
}
