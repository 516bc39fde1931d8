/**
 * The pages of parties: set-up, signing in, choosing a role, organisations, teams, people, training, client systems. Start at
 * {@link org.concordat.server.parties.web.SignInPages}.
 *
 * <p>Each handler says to whom it is open. Reads what was typed field by field, so that nothing can be set that a form does
 * not ask for.
 */
@NullMarked
package org.concordat.server.parties.web;

import org.jspecify.annotations.NullMarked;
