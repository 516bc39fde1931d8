/** Tests of the command {@code pathways}. */
@NullMarked
package org.concordat.cli.pathways;

import org.jspecify.annotations.NullMarked;
