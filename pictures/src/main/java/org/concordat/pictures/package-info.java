/** Draws charts and maps as accessible SVG and lays them out as self-contained report pages and PDF. */
@NullMarked
package org.concordat.pictures;

import org.jspecify.annotations.NullMarked;
