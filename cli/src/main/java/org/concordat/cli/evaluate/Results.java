package org.concordat.cli.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.DifferenceInDifferences;
import org.concordat.measures.evaluation.DifferenceInDifferences.Group;
import org.concordat.measures.evaluation.DifferenceInDifferences.Period;
import org.concordat.measures.evaluation.Effect;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PlainFinding;
import org.concordat.pictures.Numbers;

/**
 * What was found, and what of it is hidden.
 *
 * @param change how differently both groups changed since before the service, where the outcome was measured before
 */
record Results(Evaluation.Found found, Optional<DifferenceInDifferences> change, Hiding hiding, SmallCounts small) {

    static Results of(People people, Evaluation.Found found, EvaluateRequest request) {
        return new Results(
                found,
                people.before().length == 0 ? Optional.empty() : Optional.of(change(people, found, request)),
                Hiding.of(people, found, request.small()),
                request.small());
    }

    /** Each of the cohort beside the mean of their partners, whose changes then have as many members. */
    private static DifferenceInDifferences change(People people, Evaluation.Found found, EvaluateRequest request) {
        Matches matches = found.matches();
        int[] partners = matches.partners();
        double[] ownBefore = new double[partners.length];
        double[] ownChange = new double[partners.length];
        double[] othersBefore = new double[partners.length];
        double[] othersChange = new double[partners.length];
        for (Matches.Pair pair : matches.pairs()) {
            int own = pair.treated();
            int other = matches.treated() + pair.partner();
            ownBefore[own] = people.before()[own];
            ownChange[own] = people.outcomes()[own] - people.before()[own];
            othersBefore[own] += people.before()[other] / partners[own];
            othersChange[own] += (people.outcomes()[other] - people.before()[other]) / partners[own];
        }
        return DifferenceInDifferences.ofChanges(
                List.of(),
                new Period(group(ownBefore, partners), group(othersBefore, partners)),
                new Period(group(ownChange, partners), group(othersChange, partners)),
                request.confidence());
    }

    private static Group group(double[] values, int[] partners) {
        double[] compared = new double[values.length];
        int count = 0;
        for (int person = 0; person < values.length; person++) {
            if (partners[person] > 0) {
                compared[count++] = values[person];
            }
        }
        return Group.of(Arrays.copyOf(compared, count));
    }

    boolean share() {
        return found.effect().kind() == Effect.Kind.PROPORTIONS;
    }

    /** The finding in one sentence without its end, or what can be said of it where its figures are hidden. */
    String finding() {
        if (!hiding.difference()) {
            return PlainFinding.words(found.effect());
        }
        double lower = found.effect().difference().interval().orElseThrow().lower();
        return (PlainFinding.evident(found.effect())
                        ? (lower > 0 ? "more" : "fewer")
                                + " than among people like them who did not have the service, beyond chance"
                        : "no evidence either way")
                + "; the figures are hidden, since few people stand behind one of them";
    }

    /** A share as percentage, or a mean. */
    String figure(OptionalDouble value, boolean hidden) {
        double number = value.orElse(Double.NaN);
        return hidden ? SmallCounts.MARK : share() ? Numbers.PERCENT.write(number) : Numbers.SHORT.write(number);
    }

    /** A difference with its sign, in percentage points where shares are compared. */
    String signed(double value) {
        String written = share() ? Numbers.decimals(1).write(value * 100) : Numbers.SHORT.write(value);
        return value > 0 ? "+" + written : written;
    }

    /** What differences are measured in. */
    String points() {
        return share() ? " percentage points" : "";
    }
}
