/**
 * Tests of files of agreements as they arrive, without a database. Start at {@code ZippedTextsTest}.
 *
 * <p>Promises that a hostile archive is refused before it is unpacked whole. What the texts mean is tested one package up.
 */
@NullMarked
package org.concordat.server.agreements.internal;

import org.jspecify.annotations.NullMarked;
