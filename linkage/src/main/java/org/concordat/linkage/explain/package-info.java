/**
 * Says why: the weight of a pair step by step, what each level of agreement is worth, which records can hardly be
 * linked, and what joined the records of a person. Start at {@link org.concordat.linkage.explain.Waterfall}, which
 * {@link org.concordat.linkage.Linkage#explain} gives.
 *
 * <p>Uses the very numbers that decided. Holds numbers of records, names of comparisons and levels in words, never a
 * value of a record, so that an explanation can be logged; who shows it beside the values must be allowed to see them.
 */
@NullMarked
package org.concordat.linkage.explain;

import org.jspecify.annotations.NullMarked;
