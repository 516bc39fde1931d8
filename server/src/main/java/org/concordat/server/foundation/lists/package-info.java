/**
 * Long lists on pages: sorted, filtered and paged by what the address says, and downloaded as CSV. Start at
 * {@link org.concordat.server.foundation.lists.Listing}.
 *
 * <p>Promises: only columns and filters that the page named in advance can be asked for, anything else is refused; a page has
 * at most a hundred rows; a downloaded cell never starts a formula. The SQL is the area's own: it gets the column's SQL from
 * its own table of columns, never from the address.
 */
@NullMarked
package org.concordat.server.foundation.lists;

import org.jspecify.annotations.NullMarked;
