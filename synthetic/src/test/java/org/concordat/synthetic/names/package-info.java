/** Tests of this part of the town. */
@NullMarked
package org.concordat.synthetic.names;

import org.jspecify.annotations.NullMarked;
