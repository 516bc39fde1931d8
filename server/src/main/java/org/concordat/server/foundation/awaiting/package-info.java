/**
 * What waits for a person: signatures, reviews, questions, expiring training. Start at
 * {@link org.concordat.server.foundation.awaiting.AwaitingSource}, which every area with something to wait for implements.
 *
 * <p>Promises an order, the most pressing first, and asks every source in the asker's own role. Keeps nothing itself: what
 * waits is read anew each time.
 */
@NullMarked
package org.concordat.server.foundation.awaiting;

import org.jspecify.annotations.NullMarked;
