/**
 * Decides which cells of a table must be hidden besides the unsafe ones, so that no unsafe figure can be worked out. Start at
 * {@link org.concordat.disclosure.suppression.Suppressor}. Input: a table whose totals equal their parts, and what is unsafe in
 * it. Guarantees of a result: no unsafe figure is a linear combination of what stays published, nor the only whole number that
 * fits figures of 0 or more, and each leaves open the width that was asked; each secondary cell is needed. Near-optimal for
 * large tables by elimination (Langsrud 2024, "Secondary cell suppression by Gaussian elimination"), optimal for small ones by
 * integer programming (Fischetti and Salazar 2001, "Solving the cell suppression problem on tabular data with linear
 * constraints"). Leaves to others rounding and perturbation, and tables released before: see {@code audit}.
 */
@NullMarked
package org.concordat.disclosure.suppression;

import org.jspecify.annotations.NullMarked;
