/**
 * How fast a ledger records durably, proves and opens, on the disk at hand. Start at {@link
 * org.concordat.benchmarks.ledger.LedgerBenchmark}.
 *
 * <p>Measures the file store with real waits for the disk; figures say as much of the disk as of the ledger.
 */
@NullMarked
package org.concordat.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
