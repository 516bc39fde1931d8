/** Proves that lengths and positions in charts follow the values. */
@NullMarked
package org.concordat.pictures.charts;

import org.jspecify.annotations.NullMarked;
