/**
 * Tests of parties on the whole server. Start at {@link org.concordat.server.parties.PartiesIT}; the pages are walked in
 * {@link org.concordat.server.parties.PartiesJourneyIT}.
 */
@NullMarked
package org.concordat.server.parties;

import org.jspecify.annotations.NullMarked;
