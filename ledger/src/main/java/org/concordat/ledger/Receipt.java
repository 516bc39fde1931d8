package org.concordat.ledger;

import org.concordat.ledger.merkle.Hash;

/**
 * That an entry is recorded and survives any crash. Kept by who appended it, it also shows later that a ledger which lacks
 * the entry was cut short.
 *
 * @param index the entry's place, from 0
 * @param leaf the hash that stands for it in the tree
 */
public record Receipt(long index, Hash leaf) {}
