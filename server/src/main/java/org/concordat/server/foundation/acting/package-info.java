/**
 * On whose behalf the present thread works. Start at {@link org.concordat.server.foundation.acting.Acting}.
 *
 * <p>The answer is bound for the length of one call and cannot be changed within it, so nothing of one request reaches the
 * next. Without an answer nobody acts, and nobody sees a single row. Says nothing about what an actor may do: see
 * {@code foundation.access} for doors and {@code foundation.rows} for rows.
 */
@NullMarked
package org.concordat.server.foundation.acting;

import org.jspecify.annotations.NullMarked;
