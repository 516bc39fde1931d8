/**
 * Changes counts a little so that differences between tables tell nothing for certain, and the same cell by the same amount
 * wherever it is published. Each record has a random key that never changes ({@link
 * org.concordat.disclosure.cellkeys.RecordKeys}); a cell's key is the sum of its records' keys; count and key together look
 * up the change in a {@link org.concordat.disclosure.cellkeys.PerturbationTable}, which is loaded or made from a {@link
 * org.concordat.disclosure.cellkeys.Design}. Start at {@link org.concordat.disclosure.cellkeys.CellKeyMethod}. Input: counts
 * of unweighted records, each with the key it always has. Promises: changes are bounded, and without bias where they are
 * designed so. Cells do not add up afterwards. Nobody is counted as zero, and zero stays zero: who must hide that a group is
 * empty needs suppression. Sources: Fraser and Wooton (2005), "A proposed method for confidentialising tabular output to
 * protect against differencing"; Thompson, Broadfoot and Elazar (2013), "Methodology for the automatic confidentialisation
 * of statistical outputs from remote servers at the Australian Bureau of Statistics".
 */
@NullMarked
package org.concordat.disclosure.cellkeys;

import org.jspecify.annotations.NullMarked;
