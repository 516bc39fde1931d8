/** Tests of rounding, on real and made-up tables. */
@NullMarked
package org.concordat.disclosure.rounding;

import org.jspecify.annotations.NullMarked;
