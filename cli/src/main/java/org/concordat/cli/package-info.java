/**
 * The command line. It alone opens files, reads the clock and prints: it hands what it opened to the libraries, which
 * know nothing of each other, and turns their answers into files, messages and exit codes.
 *
 * <p>Start at {@link org.concordat.cli.Concordat}. Every command works alone, with no server. Exit codes: 0 done, 1
 * refused or found wanting, 2 wrong use, 3 could not.
 */
@NullMarked
package org.concordat.cli;

import org.jspecify.annotations.NullMarked;
