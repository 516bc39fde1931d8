/**
 * Where a ledger keeps its entries. Start at {@link org.concordat.ledger.stores.LedgerStore}, which a database can fill;
 * {@link org.concordat.ledger.stores.FileStore} keeps them in files of a folder that it is handed.
 *
 * <p>A store promises that what it has acknowledged survives a crash of the program, the machine and its power, that a
 * batch is there whole or not at all, and that it says so where that has failed. The file store opens after any crash, and
 * refuses to open where something is missing that was acknowledged. Its format: docs/decisions/0005-the-ledgers-files.md.
 * What entries mean, and what is proved by them, is for the ledger.
 */
@NullMarked
package org.concordat.ledger.stores;

import org.jspecify.annotations.NullMarked;
