/**
 * The same scoring work as SQL in DuckDB: the yardstick for pairs scored a second on one core.
 *
 * <p>Start at {@link DuckDbScoringBenchmark}, the program, or at {@link DuckDbScoring}, the measurement. A {@link
 * ScoringPlan} says which pairs are candidates, how each column is compared and what each level of agreement weighs;
 * {@link ScoringSql} writes it in the shape that Splink gives DuckDB: candidates of each blocking rule without those of
 * earlier rules, then one level a comparison, then the sum of the levels' weights.
 *
 * <p>Blocking and scoring are timed apart, and the sum of all weights is given, so that another engine that claims to
 * have done the same work can be held to it. Nothing here trains a model: the weights come with the plan.
 */
@NullMarked
package org.concordat.benchmarks.duckdb;

import org.jspecify.annotations.NullMarked;
