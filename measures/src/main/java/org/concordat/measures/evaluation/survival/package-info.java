/**
 * Follows people through time: how many have not yet had an event, and by which steps they go from one state to the next.
 * Start at {@link org.concordat.measures.evaluation.survival.SurvivalCurve} for one group, {@link
 * org.concordat.measures.evaluation.survival.LogRank} to compare groups, {@link
 * org.concordat.measures.evaluation.survival.Pathways} for steps. Input: for each person how long they were followed and
 * whether the event came; who leaves sight must do so for reasons that have nothing to do with the event. Promises: intervals
 * name their method, small counts are marked. Leaves hiding small counts to its callers. Sources: Kaplan and Meier (1958),
 * "Nonparametric estimation from incomplete observations"; Mantel (1966), "Evaluation of survival data and two new rank order
 * statistics".
 */
@NullMarked
package org.concordat.measures.evaluation.survival;

import org.jspecify.annotations.NullMarked;
