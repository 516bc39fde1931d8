/**
 * The whole server and its database, killed at any moment under load. Start at {@link org.concordat.server.killed.KilledServerIT}.
 *
 * <p>The server runs in a process of its own, as {@code ./concordat demo} starts it, and is asked through its public doors only.
 * What it kept is looked at when it has ended.
 */
@NullMarked
package org.concordat.server.killed;

import org.jspecify.annotations.NullMarked;
