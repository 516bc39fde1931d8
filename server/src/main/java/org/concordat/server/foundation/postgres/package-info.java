/**
 * Runs a PostgreSQL of our own, so that a partnership can begin with one command and no database administrator. Start at
 * {@link org.concordat.server.foundation.postgres.OwnPostgres}.
 *
 * <p>Promises: durable (fsync, synchronous commits and full pages are checked after each start), reached from this machine
 * alone and by password, in one folder that one server uses at a time; started again when it dies, adopted or stopped when
 * left over from a server that was killed; nothing of what people typed in its log. Leaves tables to the areas'
 * migrations, and the choice of an external PostgreSQL to the settings.
 */
@NullMarked
package org.concordat.server.foundation.postgres;

import org.jspecify.annotations.NullMarked;
