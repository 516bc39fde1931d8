/**
 * Times the measures beside the packages of R that analysts use. Start at {@link
 * org.concordat.benchmarks.measures.MatchingBenchmark}. Made-up people only; what is timed is checked before.
 */
@NullMarked
package org.concordat.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
