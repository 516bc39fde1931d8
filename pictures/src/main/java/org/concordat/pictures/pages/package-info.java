/**
 * Lays words, tables and pictures out as one self-contained HTML page. Start at {@link
 * org.concordat.pictures.pages.ReportPage}. Promises: the page asks for nothing from anywhere and its
 * Content-Security-Policy forbids it to; it meets WCAG 2.2 AA (landmarks, skip link, heading order, captions, row and
 * column headers, 320 px without sideways scrolling, visible focus); it prints on A4 with everything unfolded; the same
 * content gives the same bytes. Callers hand in plain text only, which is always escaped. For paper see {@code pdf}.
 */
@NullMarked
package org.concordat.pictures.pages;

import org.jspecify.annotations.NullMarked;
