/**
 * Secrets that live outside the database and its back-ups. Start at {@link org.concordat.server.foundation.keys.Keys}.
 *
 * <p>Promises: a secret is drawn once, lies in a file that only the server's user reads, and prints as its name alone. A
 * secret that was made before and is gone is an error, never silently made anew, since what it opens would be lost
 * without anybody noticing. What a secret is used for is left to those who ask for it by name.
 */
@NullMarked
package org.concordat.server.foundation.keys;

import org.jspecify.annotations.NullMarked;
