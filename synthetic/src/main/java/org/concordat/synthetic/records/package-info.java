/**
 * What agencies write down about the people of the town: who appears where and when, and how what was true comes to be
 * written wrongly.
 *
 * <p>Start at {@link org.concordat.synthetic.records.Clerk}, which makes one {@link
 * org.concordat.synthetic.records.Entry} for a row that {@link org.concordat.synthetic.records.Coverage} foresees. Mistakes
 * come in bunches: each record has a clerk of some carelessness (seven in ten careful, one in twelve very careless), and
 * some people's documents are wrong, so that several agencies repeat the same mistake. Each entry depends only on the
 * seed, agency, person and row, never on the order in which entries are made. How a file looks is left to {@code
 * agencies}.
 */
@NullMarked
package org.concordat.synthetic.records;

import org.jspecify.annotations.NullMarked;
