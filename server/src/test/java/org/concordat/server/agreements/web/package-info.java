/**
 * Tests of the pages of agreements that need no server: what a form says of a draft, and what is written of it. Start at {@code
 * DraftFormTest}. Journeys through the pages are in the package above.
 */
@NullMarked
package org.concordat.server.agreements.web;

import org.jspecify.annotations.NullMarked;
