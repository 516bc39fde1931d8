/** The command line: each command works alone, with no server. */
@NullMarked
package org.concordat.cli;

import org.jspecify.annotations.NullMarked;
