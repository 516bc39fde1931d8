/**
 * Reads what partners send: tables of any format as they are, columns recognised, values standardised, everything that
 * was changed or set aside counted.
 *
 * <p>Knows nothing of linkage, agreements or where bytes come from: it is handed streams.
 */
@NullMarked
package org.concordat.files;

import org.jspecify.annotations.NullMarked;
