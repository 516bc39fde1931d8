/** Proves that no text can become markup, whatever it says. */
@NullMarked
package org.concordat.pictures.markup;

import org.jspecify.annotations.NullMarked;
