package org.concordat.cli.report;

import org.concordat.linkage.judge.ClericalEstimate;
import org.concordat.linkage.judge.TruthScore;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how good a linkage is, beyond the model's own word.
 *
 * @param truth the score by the truth; {@code null} where nobody gave one
 * @param candidatesShare the share of true pairs that were compared at all, from 0 to 1; without truth meaningless
 * @param review the estimate from labels; {@code null} where there are none
 */
public record Judgement(
        @Nullable TruthScore truth,
        double candidatesShare,
        @Nullable ClericalEstimate review) {}
