/**
 * How each agency's file looks: its columns, their headers and formats, its encoding and separators, and the habits of its
 * system.
 *
 * <p>Start at {@link org.concordat.synthetic.agencies.Layout}. No file carries the true number of a person; each row has a
 * random-looking reference of its agency, and {@code truth.csv} alone ties it to the person. Habits are invented, after
 * what agencies' files are known to be like: whole names or addresses in one column, capitals, placeholder dates,
 * {@code UNKNOWN}, postcodes ZZ99 3VZ (no fixed abode) and ZZ99 3WZ (not known), fields cut at twenty letters.
 */
@NullMarked
package org.concordat.synthetic.agencies;

import org.jspecify.annotations.NullMarked;
