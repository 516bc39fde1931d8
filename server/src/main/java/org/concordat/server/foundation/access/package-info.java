/**
 * Which door is open to whom. Start at {@link org.concordat.server.foundation.access.OpenTo}, without which a handler answers
 * nobody; {@link org.concordat.server.foundation.access.Doors} asks it before any handler runs.
 *
 * <p>Promises that a new page is closed until somebody writes to whom it is open, and that a role which was taken away no longer
 * opens anything at the next click. Who may see which rows behind an open door is for areas and {@code foundation.rows}.
 * {@code docs/security/access.csv} is the written matrix; a test walks every door with every role and holds both against each other.
 */
@NullMarked
package org.concordat.server.foundation.access;

import org.jspecify.annotations.NullMarked;
