/**
 * Compares all candidate pairs and keeps those that may be one person. Start at {@link
 * org.concordat.linkage.scoring.Scan}.
 *
 * <p>Needs blocks, a trained model and a least weight in bits. Promises that each candidate is compared once, whichever
 * rules bring it; that links come in the same order, with the same bits, whatever the number of threads; and that memory
 * grows with records and kept links, never with candidate pairs. Weights are kept in single precision. Who is one person
 * is decided in {@code clustering}.
 */
@NullMarked
package org.concordat.linkage.scoring;

import org.jspecify.annotations.NullMarked;
