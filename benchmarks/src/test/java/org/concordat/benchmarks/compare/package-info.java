/**
 * Times the bit-parallel comparators beside the plain algorithms they must equal. Start at {@link
 * org.concordat.benchmarks.compare.ComparatorBenchmark}, which runs by itself and prints a table.
 */
@NullMarked
package org.concordat.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
