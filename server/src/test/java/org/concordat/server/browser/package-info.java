/**
 * Looks at pages as people do, in a real browser. Start at {@link org.concordat.server.browser.Browser}.
 *
 * <p>Uses an installed Chromium or Chrome and never downloads one; where there is none the tests are skipped, and say so in a
 * line of their own.
 */
@NullMarked
package org.concordat.server.browser;

import org.jspecify.annotations.NullMarked;
