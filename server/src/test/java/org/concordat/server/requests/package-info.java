/**
 * Tests of requests. Start at {@link org.concordat.server.requests.RequestsAtWork}, which starts the server on a database of its own
 * with four organisations and people in their roles.
 */
@NullMarked
package org.concordat.server.requests;

import org.jspecify.annotations.NullMarked;
