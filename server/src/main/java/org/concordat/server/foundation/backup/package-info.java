/**
 * Back-ups of the whole database: written encrypted while the server works, read back whole or not at all. Start at
 * {@link org.concordat.server.foundation.backup.Backup} and {@link org.concordat.server.foundation.backup.Restore}.
 *
 * <p>Promises: one moment of all tables; nothing readable without the key {@code back-up}, and nothing accepted that was
 * changed, cut short or put in another order; after a restore every table holds just what was saved. Keys are never in a
 * back-up. When to take one and where to keep it is left to whoever runs the server.
 *
 * <p>The file: the line {@code CONCORDAT-BACKUP 1}, 32 random bytes, then blocks, each a length of four bytes and so much
 * AES-256-GCM. Their key is HKDF-SHA256 of the key {@code back-up} with the random bytes as salt; a nonce is the block's
 * number in eleven bytes and a byte that is 1 in the last block; what comes before the blocks is authenticated with each.
 */
@NullMarked
package org.concordat.server.foundation.backup;

import org.jspecify.annotations.NullMarked;
