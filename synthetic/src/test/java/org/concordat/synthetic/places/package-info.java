/** Tests of this part of the town. */
@NullMarked
package org.concordat.synthetic.places;

import org.jspecify.annotations.NullMarked;
