/**
 * Rates that allow for age, so that an old town and a young one can be compared. Start at {@link
 * org.concordat.measures.standardised.DirectRates} where events are known by age band, at {@link
 * org.concordat.measures.standardised.IndirectRatios} where only their total is, or they are few. Needs age bands that
 * cover an unbroken span once, and a population above zero in each; bands missing, twice or overlapping are refused. Gives
 * no directly standardised rate for fewer than ten events. Dobson, Kuulasmaa, Eberle and Scherer (1991) with Byar's
 * approximation in Breslow and Day (1987), as PHEindicatormethods does it.
 */
@NullMarked
package org.concordat.measures.standardised;

import org.jspecify.annotations.NullMarked;
