/** Tests of this part of the town. */
@NullMarked
package org.concordat.synthetic.people;

import org.jspecify.annotations.NullMarked;
