/**
 * How a running server bears many people at once. Start at {@link org.concordat.benchmarks.server.ServerLoadBenchmark}.
 *
 * <p>Asks a server on this computer alone, in a bounded number of sessions for a bounded time, and says how much of the
 * processors it took itself. Begins no server: start one with {@code ./concordat demo}.
 */
@NullMarked
package org.concordat.benchmarks.server;

import org.jspecify.annotations.NullMarked;
