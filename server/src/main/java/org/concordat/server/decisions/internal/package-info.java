/**
 * Where decisions, statements and disclosures are kept: the SQL of the area. Start at
 * {@link org.concordat.server.decisions.internal.DecisionRows}.
 *
 * <p>Promises to write what it is handed and to read it back unchanged, within the caller's transaction, and to read no more rows
 * than PostgreSQL lets the actor see. Decides nothing. For the area itself, and no other.
 */
@NullMarked
package org.concordat.server.decisions.internal;

import org.jspecify.annotations.NullMarked;
