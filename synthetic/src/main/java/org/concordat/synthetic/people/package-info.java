/**
 * Who lives in the town: people in households, and the ten years they live through.
 *
 * <p>Start at {@link org.concordat.synthetic.people.Population}, which peoples the town on its first day and lets it live
 * on year by year: births (also of twins), deaths, moves, couples that form, marry and part, changed names, people who come
 * and go. Every {@link org.concordat.synthetic.people.Person} keeps where they lived and what they were called when. Rates
 * and their sources stand in {@link org.concordat.synthetic.people.VitalRates}. What agencies write down about all this is
 * left to {@code records}.
 */
@NullMarked
package org.concordat.synthetic.people;

import org.jspecify.annotations.NullMarked;
