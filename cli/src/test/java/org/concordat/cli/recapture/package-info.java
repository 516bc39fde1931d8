/** Tests of the command {@code recapture}. */
@NullMarked
package org.concordat.cli.recapture;

import org.jspecify.annotations.NullMarked;
