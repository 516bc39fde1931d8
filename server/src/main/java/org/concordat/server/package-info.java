/**
 * The web application of a partnership: from "we need those data" to a signed agreement that decides, with proof of each
 * step. Start at {@link org.concordat.server.ConcordatServer}.
 *
 * <p>Each package below is one business area, and says in its own page which other areas it may use. Nothing here answers a
 * request that its handler has not been opened for by name.
 */
@NullMarked
package org.concordat.server;

import org.jspecify.annotations.NullMarked;
