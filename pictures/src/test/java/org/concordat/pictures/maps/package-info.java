/** Proves that maps show what they were given and nothing else. */
@NullMarked
package org.concordat.pictures.maps;

import org.jspecify.annotations.NullMarked;
