/**
 * The command {@code protect}: makes a table safe to publish by hiding cells, by rounding or by cell keys, and says what an attacker
 * could still learn. Start at {@link org.concordat.cli.protect.ProtectCommand}; {@code Method} says which options belong to
 * which of the three. {@code TableInput} reads the table. Hidden cells: {@code SafeTable} and {@code ProtectPage}; rounding:
 * {@code Rounding}; cell keys: {@code Answering}, {@code Perturbation}, and {@code BudgetFile}, which outlives a run.
 *
 * <p>Writes everything or nothing. What may be published never tells which hidden cells are the unsafe ones. Leaves the
 * choice of cells and changes to {@code disclosure}.
 */
@NullMarked
package org.concordat.cli.protect;

import org.jspecify.annotations.NullMarked;
