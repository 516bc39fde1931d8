/**
 * How fast it is decided whether something may be shared, with few agreements and with many, beside Cedar's engine on
 * policies that say the same. Start at {@link org.concordat.benchmarks.policy.DecisionBenchmark}.
 *
 * <p>The agreements are made up, and lawful: files as an officer would write them, signed by keys that are trusted, every
 * row of the shipped law pack verified. Cedar is asked the very requests that the decider is asked, and must allow exactly
 * those that are permitted. It answers yes or no; reasons, missing facts and duties it does not work out.
 */
@NullMarked
package org.concordat.benchmarks.policy;

import org.jspecify.annotations.NullMarked;
