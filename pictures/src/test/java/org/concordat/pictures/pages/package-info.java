/** Proves that pages are self-contained, escaped and usable by everyone. */
@NullMarked
package org.concordat.pictures.pages;

import org.jspecify.annotations.NullMarked;
