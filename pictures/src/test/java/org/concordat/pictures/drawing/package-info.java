/** Proves contrasts, scales and text that fits. */
@NullMarked
package org.concordat.pictures.drawing;

import org.jspecify.annotations.NullMarked;
