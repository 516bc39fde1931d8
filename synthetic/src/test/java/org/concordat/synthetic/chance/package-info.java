/** Tests of this part of the town. */
@NullMarked
package org.concordat.synthetic.chance;

import org.jspecify.annotations.NullMarked;
