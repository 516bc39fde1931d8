/** Tests of the town: that it repeats, that its truth holds, that its rates are the documented ones. */
@NullMarked
package org.concordat.synthetic;

import org.jspecify.annotations.NullMarked;
