/**
 * What the fragments of {@code templates/foundation/parts.html} show that is more than a text: tasks, histories, and how one
 * version differs from another. Start at {@link org.concordat.server.foundation.parts.Changes}.
 *
 * <p>Records and nothing else: they know no area, no request and no clock. Every text in them is a key of the messages unless
 * it says otherwise.
 */
@NullMarked
package org.concordat.server.foundation.parts;

import org.jspecify.annotations.NullMarked;
