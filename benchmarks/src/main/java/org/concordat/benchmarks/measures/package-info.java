/**
 * How long the measures take over a country, beside R's packages where R is installed. Start at {@link
 * org.concordat.benchmarks.measures.HotspotBenchmark}.
 *
 * <p>Before anything is timed, both must give the same answers.
 */
@NullMarked
package org.concordat.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
