/** Tests of the made-up service. */
@NullMarked
package org.concordat.synthetic.services;

import org.jspecify.annotations.NullMarked;
