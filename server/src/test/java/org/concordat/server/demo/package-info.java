/**
 * Tideford at work, for tests that walk through it as its people do. Start at {@link org.concordat.server.demo.TownAtWork}.
 *
 * <p>One town serves all tests of a run, since its people take half a minute to sign their agreements. So no test may rest on
 * what another has or has not done.
 */
@NullMarked
package org.concordat.server.demo;

import org.jspecify.annotations.NullMarked;
