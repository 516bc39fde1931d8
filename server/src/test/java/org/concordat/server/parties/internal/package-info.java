/**
 * Tests of what keeps accounts, without a database. Start at {@code PasswordsTest}.
 *
 * <p>Promises that the rules of passwords hold for the whole list of those that attackers try first. What needs accounts in a
 * database is tested one package up, in {@code PartiesIT}.
 */
@NullMarked
package org.concordat.server.parties.internal;

import org.jspecify.annotations.NullMarked;
