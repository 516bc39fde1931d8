/**
 * What every area stands on: settings, the database with its keys, and the one way of telling trouble. Start at
 * {@link org.concordat.server.foundation.ServerException}, which all messages of the world outside go through.
 *
 * <p>Promises that the server does not start on a setting it does not know, nor on secrets that others can read. Uses no
 * other area. What is shared, and whether it may be, is left to the areas above.
 */
@NullMarked
package org.concordat.server.foundation;

import org.jspecify.annotations.NullMarked;
