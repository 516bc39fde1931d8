/** Test vocabulary: reads drawings back as XML. */
@NullMarked
package org.concordat.pictures;

import org.jspecify.annotations.NullMarked;
