/**
 * The Merkle tree of RFC 6962: one hash that stands for every leaf and their order, and short proofs about it. Start at
 * {@link org.concordat.ledger.merkle.TreeProofs}, which makes proofs; {@link
 * org.concordat.ledger.merkle.InclusionProof} and {@link org.concordat.ledger.merkle.ConsistencyProof} check them with
 * nothing but hashes.
 *
 * <p>Needs the hashes of complete subtrees, which {@link org.concordat.ledger.merkle.Frontier} finds as leaves are added.
 * Guarantees that no two different lists of leaves that anyone can find have one root. Leaves what a leaf means, and
 * where hashes are kept, to others. Source: RFC 6962, section 2.1, and for checking proofs RFC 9162, section 2.1.
 */
@NullMarked
package org.concordat.ledger.merkle;

import org.jspecify.annotations.NullMarked;
