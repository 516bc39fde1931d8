/**
 * How agreements are tested. Start at {@code AgreementsAtWork}, the whole server on a real database, and {@code Tideford}, which puts a playbook's town into it.
 */
@NullMarked
package org.concordat.server.agreements;

import org.jspecify.annotations.NullMarked;
