package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing the treated with partners like them: an effect, or why none may be told. An effect of few people or
 * of unlike people would be read as one all the same, so there is no way round the two refusals.
 */
public sealed interface Evaluation {
    /** As the Justice Data Lab asks: fewer are neither safe to publish nor likely to show anything. */
    int LEAST_TREATED = 60;

    /** Who was matched with whom. */
    Matches matches();

    /** How alike they are; the propensity score comes first. */
    Balance balance();

    /**
     * An effect that may be told.
     *
     * @param ties how far it depends on choices among equally near partners
     * @param sensitivity to what nobody recorded; none where partners do not come in simple pairs
     */
    record Found(Matches matches, Balance balance, Effect effect, TieRange ties, Optional<RosenbaumBounds> sensitivity)
            implements Evaluation {}

    /** Refused: fewer than {@link #LEAST_TREATED} treated have a partner. */
    record TooFewTreated(Matches matches, Balance balance) implements Evaluation {}

    /**
     * Refused: those compared are not alike.
     *
     * @param poor the covariates that are worse than {@link Balance#WORST_DIFFERENCE}, worst first
     */
    record Unlike(Matches matches, Balance balance, List<CovariateBalance> poor) implements Evaluation {
        public Unlike {
            poor = List.copyOf(poor);
        }
    }

    /**
     * Matches, looks at the balance, and tells the effect if it may be told.
     *
     * @param fitted each person's propensity score
     * @param treated who had the service
     * @param compared the covariates whose balance counts: those of the model, and any that a model cannot hold beside them,
     *     such as the last value of a category
     * @param outcomes of everyone
     */
    static Evaluation of(
            PropensityScores.Fitted fitted,
            boolean[] treated,
            Covariates compared,
            double[] outcomes,
            EvaluationSettings settings) {
        int rows = treated.length;
        if (fitted.scores().length != rows || compared.rows() != rows || outcomes.length != rows) {
            throw new IllegalArgumentException("all of one length: treated " + rows + ", scores "
                    + fitted.scores().length + ", covariates " + compared.rows() + ", outcomes " + outcomes.length);
        }
        double[] positions = settings.scale().positions(fitted);
        Matches matches =
                new Matcher(settings.matching()).match(of(true, treated, positions), of(false, treated, positions));
        Balance balance =
                Balance.of(side(true, treated, compared, fitted), side(false, treated, compared, fitted), matches);
        if (matches.matchedTreated() < LEAST_TREATED) {
            return new TooFewTreated(matches, balance);
        }
        List<CovariateBalance> poor = balance.poor();
        if (!poor.isEmpty()) {
            return new Unlike(matches, balance, poor);
        }
        double[] treatedOutcomes = of(true, treated, outcomes);
        double[] poolOutcomes = of(false, treated, outcomes);
        return new Found(
                matches,
                balance,
                Effect.of(matches, treatedOutcomes, poolOutcomes, settings.method(), settings.confidence()),
                TieRange.of(matches, of(false, treated, positions), treatedOutcomes, poolOutcomes),
                sensitivity(matches, treatedOutcomes, poolOutcomes));
    }

    private static Optional<RosenbaumBounds> sensitivity(Matches matches, double[] treated, double[] pool) {
        if (matches.reused() || matches.pairs().size() != matches.matchedTreated()) {
            return Optional.empty();
        }
        return Optional.of(RosenbaumBounds.of(matches.pairs().stream()
                .mapToDouble(pair -> treated[pair.treated()] - pool[pair.partner()])
                .toArray()));
    }

    private static Covariates side(
            boolean kind, boolean[] treated, Covariates compared, PropensityScores.Fitted fitted) {
        List<String> names = new ArrayList<>(List.of("propensity score"));
        List<double[]> columns = new ArrayList<>(List.of(of(kind, treated, fitted.scores())));
        for (int c = 0; c < compared.names().size(); c++) {
            names.add(compared.names().get(c));
            columns.add(of(kind, treated, compared.column(c)));
        }
        return Covariates.of(names, columns.toArray(double[][]::new));
    }

    private static double[] of(boolean kind, boolean[] treated, double[] values) {
        double[] chosen = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (treated[i] == kind) {
                chosen[count++] = values[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
