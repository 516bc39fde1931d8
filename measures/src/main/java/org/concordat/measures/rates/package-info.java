/**
 * Proportions, rates and ratios with their intervals, as PHEindicatormethods and the Fingertips technical guidance define
 * them. Start at {@link org.concordat.measures.rates.Rates}. Needs counts that are finite and not negative, and
 * populations above zero; a proportion's numerator is part of its denominator. Promises the closed forms and the exact
 * limits to twelve digits or so; where a method has no lower limit the interval begins at negative infinity. Wilson (1927);
 * Clopper and Pearson (1934); Garwood (1936); Byar's approximation in Breslow and Day (1987). Leaves standardising by age
 * to {@code standardised}.
 */
@NullMarked
package org.concordat.measures.rates;

import org.jspecify.annotations.NullMarked;
