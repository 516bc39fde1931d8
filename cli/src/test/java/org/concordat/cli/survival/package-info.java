/** Tests of the command {@code survival}. */
@NullMarked
package org.concordat.cli.survival;

import org.jspecify.annotations.NullMarked;
