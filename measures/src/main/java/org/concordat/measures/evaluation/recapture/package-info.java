/**
 * Estimates how many people there are from how far lists of them overlap, such as people who sleep rough known to outreach,
 * hostels and hospitals. Start at {@link org.concordat.measures.evaluation.recapture.TwoLists} or, far better, {@link
 * org.concordat.measures.evaluation.recapture.ThreeLists}. Input: lists that are linked without error, of one place and time
 * in which nobody comes or goes; being on one of two lists must not make being on the other likelier, which three lists
 * relax. Links that were missed make people out of nothing. Promises: every estimate has an interval, and none is below the
 * number seen. Sources: Chapman (1951), "Some properties of the hypergeometric distribution with applications to zoological
 * sample censuses"; Fienberg (1972), "The multiple recapture census for closed populations and incomplete contingency
 * tables".
 */
@NullMarked
package org.concordat.measures.evaluation.recapture;

import org.jspecify.annotations.NullMarked;
