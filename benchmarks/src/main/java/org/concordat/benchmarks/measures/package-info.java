/**
 * Times the measures whose work grows with what they are given, beside the R packages that local analysts use for the same:
 * hotspots beside spdep, matching beside MatchIt. Start at {@link
 * org.concordat.benchmarks.measures.HotspotBenchmark} and {@link org.concordat.benchmarks.measures.MatchingBenchmark}, whose
 * pages say how to run them and what they print. Data are made up from a seed.
 */
@NullMarked
package org.concordat.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
