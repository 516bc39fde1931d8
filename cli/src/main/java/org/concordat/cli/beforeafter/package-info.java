/**
 * The command {@code before-after}: whether something changed more where a service began than elsewhere. Start at {@link
 * org.concordat.cli.beforeafter.BeforeAfterCommand}; {@link org.concordat.cli.beforeafter.Panel} reads groups by periods, {@link
 * org.concordat.measures.evaluation.DifferenceInDifferences} computes.
 *
 * <p>Promises that the supposition on which all rests stands on the page beside what earlier periods show of it, and that
 * a period in which a group has few is hidden with every difference made of it. Leaves people who can be compared one by one to
 * {@code evaluate}.
 */
@NullMarked
package org.concordat.cli.beforeafter;

import org.jspecify.annotations.NullMarked;
