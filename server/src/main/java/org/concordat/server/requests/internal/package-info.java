/**
 * How requests and what belongs to them are kept in PostgreSQL. Start at
 * {@link org.concordat.server.requests.internal.RequestRows}.
 *
 * <p>Statements and rows, nothing else: what may happen when is for the package above, who sees what for the policies on the tables.
 * Everything here runs within the caller's transaction.
 */
@NullMarked
package org.concordat.server.requests.internal;

import org.jspecify.annotations.NullMarked;
