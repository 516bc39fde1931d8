/**
 * How parties keeps accounts, invitations and client systems. Start at {@link org.concordat.server.parties.internal.Accounts}.
 *
 * <p>Secrets are kept as hashes or encrypted, and guessing is slowed down alike for accounts that exist and those that do not.
 * Works as the server itself, since nobody is known yet; nothing here is seen by other areas. Leaves the pages to
 * {@code parties.web}.
 */
@NullMarked
package org.concordat.server.parties.internal;

import org.jspecify.annotations.NullMarked;
