/**
 * The command {@code evaluate}: what difference a service made, by comparing its cohort with people like them from a pool.
 * Start at {@link org.concordat.cli.evaluate.EvaluateCommand}; {@link org.concordat.cli.evaluate.People} reads both tables,
 * package {@code measures.evaluation} computes, {@link org.concordat.cli.evaluate.Hiding} finds what rests on few.
 *
 * <p>Promises that nothing is written unless the people compared are 60 or more and alike, that what may be published lies
 * apart from pairs and model, and that no message shows an id or what stood in a cell. Leaves to its user which covariates were known before the service began.
 */
@NullMarked
package org.concordat.cli.evaluate;

import org.jspecify.annotations.NullMarked;
