/**
 * Puts linked records together as persons, and persons as households. Start at {@link
 * org.concordat.linkage.clustering.Clustering}.
 *
 * <p>Needs links with their weights and a way to compare any two records. A link alone does not join two groups: the mean
 * evidence over the pairs across them decides (average linkage; Sokal and Michener, 1958), so a chain held together by
 * one weak bridge stays apart and is reported for review. Where a source holds each person once, no person gets two of its
 * records. Promises the same persons whatever the order of the links, and a reason for every join. {@link
 * org.concordat.linkage.clustering.Corroboration} then weighs each link in the light of both persons' other records;
 * {@link org.concordat.linkage.clustering.Households} goes by address and surname, not by links.
 */
@NullMarked
package org.concordat.linkage.clustering;

import org.jspecify.annotations.NullMarked;
