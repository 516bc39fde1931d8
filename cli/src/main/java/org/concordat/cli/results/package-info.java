/**
 * Where a command writes: a folder that appears only when everything in it is complete. Start at {@link
 * org.concordat.cli.results.NewFolder}; {@link org.concordat.cli.results.CsvOut} writes tables fast; {@link
 * org.concordat.cli.results.OutputChoices} holds the options that name the folder and the form of the answer.
 *
 * <p>Promises that a failure, a full disk or Ctrl-C leaves nothing behind, and that nothing that exists is overwritten.
 */
@NullMarked
package org.concordat.cli.results;

import org.jspecify.annotations.NullMarked;
