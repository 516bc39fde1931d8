/** Tests of this part of the town. */
@NullMarked
package org.concordat.synthetic.records;

import org.jspecify.annotations.NullMarked;
