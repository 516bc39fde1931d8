/**
 * Starts what every area stands on, as Spring beans: settings, keys, the database with its tables up to date, and the pool of
 * connections. Start at {@link org.concordat.server.foundation.internal.DatabaseConfiguration}.
 *
 * <p>Promises that nobody gets a connection before all tables are at the version that this program needs, and that the server
 * does not listen to other machines without encryption. Leaves it to {@code foundation.rows} to say in each transaction who acts.
 */
@NullMarked
package org.concordat.server.foundation.internal;

import org.jspecify.annotations.NullMarked;
