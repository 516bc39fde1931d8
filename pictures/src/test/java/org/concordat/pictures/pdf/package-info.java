/** Proves that reports become PDF that a conformance checker accepts. */
@NullMarked
package org.concordat.pictures.pdf;

import org.jspecify.annotations.NullMarked;
