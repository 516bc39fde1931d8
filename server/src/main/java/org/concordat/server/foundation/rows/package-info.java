/**
 * What a transaction may see. Start at {@link org.concordat.server.foundation.rows.RowSecurityTransactions}.
 *
 * <p>Each transaction tells PostgreSQL on whose behalf it works, for its own length only, and the policies on the tables
 * let through what that actor may see. This is a second wall: areas ask for the right rows themselves, and a page that
 * forgets still shows nothing of others. Outside a transaction no row is seen at all.
 */
@NullMarked
package org.concordat.server.foundation.rows;

import org.jspecify.annotations.NullMarked;
