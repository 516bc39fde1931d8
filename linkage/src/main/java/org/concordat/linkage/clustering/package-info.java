/**
 * Puts linked records together as persons, and persons as households. Start at {@link
 * org.concordat.linkage.clustering.Clustering}.
 *
 * <p>A link alone does not join two groups: all pairs across them are compared, and a chain held together by one weak
 * bridge stays apart and is reported for review. Where a source holds each person once, no person gets two of its
 * records.
 */
@NullMarked
package org.concordat.linkage.clustering;

import org.jspecify.annotations.NullMarked;
