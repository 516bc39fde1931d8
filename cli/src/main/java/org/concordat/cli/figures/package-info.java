/**
 * Tables of figures, in and out: what every command that computes statistics reads and writes. Start at {@link
 * org.concordat.cli.figures.FigureTable}, which reads a whole table and answers by the name of a column, and at {@link
 * org.concordat.cli.figures.FigureFile}, which writes a table with its CSVW metadata beside it. {@link
 * org.concordat.cli.figures.SmallCounts} says which counts are hidden.
 *
 * <p>Promises that a table is read whole or refused: no row is left out, no figure guessed, and no message shows what
 * stood in a cell. Leaves to the commands what the columns mean.
 */
@NullMarked
package org.concordat.cli.figures;

import org.jspecify.annotations.NullMarked;
