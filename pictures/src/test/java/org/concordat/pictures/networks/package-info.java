/** Proves that networks show what they were given and nothing else. */
@NullMarked
package org.concordat.pictures.networks;

import org.jspecify.annotations.NullMarked;
