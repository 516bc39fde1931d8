/**
 * How parties keeps accounts, invitations and client systems. Start at {@link org.concordat.server.parties.internal.Accounts}.
 *
 * <p>Secrets are kept as hashes or encrypted; nothing here is seen by other areas. Leaves the pages to {@code parties.web}.
 */
@NullMarked
package org.concordat.server.parties.internal;

import org.jspecify.annotations.NullMarked;
