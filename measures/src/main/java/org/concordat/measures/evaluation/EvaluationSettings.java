package org.concordat.measures.evaluation;

/**
 * How an evaluation is made.
 *
 * @param matching how partners are chosen
 * @param scale what they are to be near in
 * @param method how the effect's interval is made
 * @param confidence of all intervals, such as .95
 */
public record EvaluationSettings(MatchSettings matching, Scale scale, Effect.Method method, double confidence) {

    /** What partners are to be near in. */
    public enum Scale {
        /** The propensity score itself, as MatchIt does unless told otherwise. */
        SCORE,
        /** Its logit, which tells the very likely and the very unlikely better apart (Rosenbaum and Rubin 1985). */
        LOGIT;

        /** Where each person stands. */
        public double[] positions(PropensityScores.Fitted fitted) {
            return switch (this) {
                case SCORE -> fitted.scores();
                case LOGIT -> fitted.logits();
            };
        }
    }

    public EvaluationSettings {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: between 0 and 1, given " + confidence);
        }
    }
}
