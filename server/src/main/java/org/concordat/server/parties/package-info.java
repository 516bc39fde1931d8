/**
 * Who takes part: organisations with their teams, people with their roles and training, and how they prove who they are.
 * Start at {@link org.concordat.server.parties.Organisations} and {@link org.concordat.server.parties.Persons}.
 *
 * <p>Promises that an organisation's administrator manages its own people and no others; that a role which is ended opens nothing
 * at the next click; and that nobody learns from a failed sign-in whether an account exists. Codes of organisations and teams
 * never change, since agreements and the ledger use them. What a role may do is for each area to say.
 */
@ApplicationModule(
        displayName = "Parties",
        allowedDependencies = {
            "foundation",
            "auditlog",
            "auditlog :: codes",
            "auditlog :: names",
            "decisions",
            "decisions :: facts"
        })
@NullMarked
package org.concordat.server.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
