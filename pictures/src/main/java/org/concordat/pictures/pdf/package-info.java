/**
 * Writes a report page as tagged PDF. Start at {@link org.concordat.pictures.pdf.PdfReport}. Promises: title, language,
 * bookmarks, tags and embedded typefaces as PDF/UA-1 asks, as far as the renderer goes; the same page gives the same
 * bytes; nothing is fetched. Needs openhtmltopdf, its SVG support and the Liberation typefaces on the class path, which
 * this library declares as optional since pages alone do without. Leaves conformance claims to a checker such as
 * veraPDF.
 */
@NullMarked
package org.concordat.pictures.pdf;

import org.jspecify.annotations.NullMarked;
