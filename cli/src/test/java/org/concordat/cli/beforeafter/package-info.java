/** Tests of the command {@code before-after}. */
@NullMarked
package org.concordat.cli.beforeafter;

import org.jspecify.annotations.NullMarked;
