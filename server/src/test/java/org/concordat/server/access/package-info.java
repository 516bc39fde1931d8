/**
 * Walks every door of the server with every role. Start at {@code AccessMatrixIT}.
 *
 * <p>The written matrix is {@code docs/security/access.csv}; the test holds what happens against it, door by door.
 */
@NullMarked
package org.concordat.server.access;

import org.jspecify.annotations.NullMarked;
