/**
 * Draws charts and maps as accessible SVG and lays them out as self-contained report pages and PDF. Start at {@link
 * org.concordat.pictures.pages.ReportPage} for a page, at {@code charts}, {@code maps} and {@code networks} for what
 * stands on it; each makes a {@link org.concordat.pictures.Picture}. Promises: the same input gives the same bytes; no
 * clock, disk, network or font is read; every picture carries its numbers as a table, its name and a description;
 * nothing is told by colour alone; no text can become markup or script. Leaves to its callers what the numbers mean, and
 * what may be shown at all.
 */
@NullMarked
package org.concordat.pictures;

import org.jspecify.annotations.NullMarked;
