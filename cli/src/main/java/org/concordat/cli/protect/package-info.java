/**
 * The command {@code protect}: makes a table safe to publish by hiding cells, and proves that nothing can be worked out. Start
 * at {@link org.concordat.cli.protect.ProtectCommand}; {@code TableInput} reads the table, {@code SafeTable} writes what may
 * be published and what must be kept, {@code ProtectPage} the report.
 *
 * <p>Writes everything or nothing. What may be published never tells which hidden cells are the unsafe ones. Leaves the
 * choice of cells to {@code disclosure}.
 */
@NullMarked
package org.concordat.cli.protect;

import org.jspecify.annotations.NullMarked;
